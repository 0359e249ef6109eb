import Gazette

/// Reads tokens and sentences from CoNLL-U (universaldependencies.org/format.html).
///
/// The text of a document is its sentences as their tokens and `SpaceAfter=No` give them, with a space between sentences and a blank line before
/// `# newpar`. The words of a multiword token are tokens where they spell it (`do|n't`), otherwise it counts as one.
struct TreebankGold {
    let path: String

    func read(_ bytes: [UInt8]) throws(GoldError) -> [MarkedText] {
        var texts: [MarkedText] = []
        var builder = TreebankText()
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
            if line.isEmpty {
                builder.endSentence()
            } else if line.hasPrefix("# newdoc") {
                if let text = builder.finish(fallbackID: "\(path)#\(texts.count + 1)") { texts.append(text) }
                builder.id = line.split(separator: "=", maxSplits: 1).dropFirst().first.map { String($0.drop { $0 == " " }) }
            } else if line.hasPrefix("# newpar") {
                builder.startsParagraph = true
            } else if !line.hasPrefix("#") {
                let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard columns.count == 10 else { throw GoldError("\(path):\(index + 1)", "\(columns.count) columns, 10 are wanted") }
                builder.append(number: columns[0], form: columns[1], misc: columns[9])
            }
        }
        if let text = builder.finish(fallbackID: "\(path)#\(texts.count + 1)") { texts.append(text) }
        return texts
    }
}

/// A document of a treebank in the making.
private struct TreebankText {
    var id: String?
    var startsParagraph = false
    private var text: [UInt8] = []
    private var tokens: [Mark] = []
    private var sentences: [Mark] = []
    private var sentenceStart: Int?
    /// The multiword token whose words come next, and the number of its last word.
    private var whole: (range: ByteRange, last: Int, words: [Substring])?
    private var needsSpace = false

    mutating func append(number: Substring, form: Substring, misc: Substring) {
        if number.contains(".") { return }
        if let index = Int(number), let open = whole, index <= open.last {
            whole?.words.append(form)
            if index == open.last { closeWhole() }
            return
        }
        let range = appendSurface(form)
        needsSpace = !misc.split(separator: "|").contains("SpaceAfter=No")
        if let last = number.split(separator: "-").dropFirst().first.flatMap({ Int($0) }) {
            whole = (range, last, [])
        } else {
            tokens.append(Mark(range))
        }
    }

    mutating func endSentence() {
        closeWhole()
        if let start = sentenceStart { sentences.append(Mark(ByteRange(start, text.count))) }
        sentenceStart = nil
    }

    /// The document, and a fresh start; nil where nothing has been read.
    mutating func finish(fallbackID: String) -> MarkedText? {
        endSentence()
        defer { self = TreebankText() }
        return text.isEmpty ? nil : MarkedText(id: id ?? fallbackID, text: text, layers: [.tokens: tokens, .sentences: sentences])
    }

    private mutating func appendSurface(_ form: Substring) -> ByteRange {
        if sentenceStart == nil, startsParagraph, !text.isEmpty {
            text += Array("\n\n".utf8)
        } else if needsSpace {
            text.append(UInt8(ascii: " "))
        }
        (startsParagraph, needsSpace) = (false, false)
        let start = text.count
        text += Array(form.utf8)
        sentenceStart = sentenceStart ?? start
        return ByteRange(start, text.count)
    }

    private mutating func closeWhole() {
        guard let whole else { return }
        self.whole = nil
        guard whole.words.joined().utf8.elementsEqual(text[whole.range.indices]) else { return tokens.append(Mark(whole.range)) }
        var start = Int(whole.range.start)
        for word in whole.words where !word.isEmpty {
            tokens.append(Mark(ByteRange(start, start + word.utf8.count)))
            start += word.utf8.count
        }
    }
}
