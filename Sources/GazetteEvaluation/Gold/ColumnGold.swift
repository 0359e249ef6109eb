import Gazette

/// Reads entities from CoNLL columns: a token first, its tag last, a blank line after each sentence, `-DOCSTART-` before each document.
///
/// The text is the tokens with a space between them and a line break after each sentence. Chunks begin and end by the rules of conlleval
/// (Tjong Kim Sang & De Meulder 2003), under which IOB1, IOB2, BIOES and BILOU read the same way.
struct ColumnGold {
    let path: String

    func read(_ bytes: [UInt8]) throws(GoldError) -> [MarkedText] {
        var texts: [MarkedText] = []
        var builder = ColumnText()
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let columns = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\t" || $0 == "\r" }
            guard let token = columns.first, let tag = columns.last else {
                builder.endSentence()
                continue
            }
            if token == "-DOCSTART-" {
                if let text = builder.finish(id: "\(path)#\(texts.count + 1)") { texts.append(text) }
                continue
            }
            guard columns.count >= 2, Self.isTag(tag) else {
                throw GoldError("\(path):\(index + 1)", "'\(tag)' where a token and last a tag such as O, B-PER or I-PER is wanted")
            }
            builder.append(token, tag)
        }
        if let text = builder.finish(id: "\(path)#\(texts.count + 1)") { texts.append(text) }
        return texts
    }

    private static func isTag(_ tag: Substring) -> Bool {
        tag == "O" || tag.utf8.count > 2 && tag.dropFirst().first == "-" && tag.first.map("BIESLU".contains) == true
    }
}

/// A document of columns in the making.
private struct ColumnText {
    private var text: [UInt8] = []
    private var entities: [Mark] = []
    private var open: (start: Int, end: Int, label: String)?
    private var startsLine = true

    mutating func append(_ token: Substring, _ tag: Substring) {
        if !startsLine { text.append(UInt8(ascii: " ")) }
        startsLine = false
        let start = text.count
        text += Array(token.utf8)
        let (prefix, label) = (tag.first ?? "O", String(tag.dropFirst(2)))
        if "OBSU".contains(prefix) || open?.label != label { close() }
        if prefix == "O" { return }
        open = (open?.start ?? start, text.count, label)
        if "ESLU".contains(prefix) { close() }
    }

    mutating func endSentence() {
        close()
        if !startsLine { text.append(UInt8(ascii: "\n")) }
        startsLine = true
    }

    /// The document, and a fresh start; nil where nothing has been read.
    mutating func finish(id: String) -> MarkedText? {
        endSentence()
        defer { self = ColumnText() }
        return text.isEmpty ? nil : MarkedText(id: id, text: text, layers: [.entities: entities])
    }

    private mutating func close() {
        if let open { entities.append(Mark(ByteRange(open.start, open.end), label: open.label)) }
        open = nil
    }
}
