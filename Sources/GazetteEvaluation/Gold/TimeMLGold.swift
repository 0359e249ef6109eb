import Gazette

/// Reads temporal expressions from a TimeML document (TimeML 1.2.1): the text of `TEXT`, or of the whole without one, its `TIMEX3`
/// elements, and as the day of writing the one whose `functionInDocument` is CREATION_TIME.
struct TimeMLGold {
    let path: String

    func read(_ bytes: [UInt8]) throws(GoldError) -> MarkedText {
        var document = TimeMLText(takesAll: !Self.hasTextElement(bytes))
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<") {
                guard let end = Self.end(ofTagAt: index, in: bytes) else { throw GoldError(path, "the tag at byte \(index) has no end") }
                document.handle(tag: String(decoding: bytes[index..<end], as: UTF8.self))
                index = end
            } else {
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
                document.append(Self.decoded(bytes[index..<end]))
                index = end
            }
        }
        let name = path.split(separator: "/").last.map { $0.hasSuffix(".tml") ? String($0.dropLast(4)) : String($0) } ?? path
        return MarkedText(id: name, text: document.text, date: document.date, layers: [.dates: document.dates])
    }

    private static func hasTextElement(_ bytes: [UInt8]) -> Bool {
        bytes.indices.contains { bytes[$0] == UInt8(ascii: "<") && bytes[$0...].starts(with: Array("<TEXT>".utf8)) }
    }

    /// Past the tag, comment or declaration that begins at a byte.
    private static func end(ofTagAt start: Int, in bytes: [UInt8]) -> Int? {
        if bytes[start...].starts(with: Array("<!--".utf8)) {
            var index = start + 4
            while index + 2 < bytes.count {
                if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-"), bytes[index + 2] == UInt8(ascii: ">") {
                    return index + 3
                }
                index += 1
            }
            return nil
        }
        return bytes[start...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
    }

    /// The characters that references stand for (XML 1.0 §4.6, and numeric ones).
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
        var result: [UInt8] = []
        var rest = bytes
        while let first = rest.first {
            if first == UInt8(ascii: "&"), let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let character = character(String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self))
            {
                result += Array(String(character).utf8)
                rest = rest[(end + 1)...]
            } else {
                result.append(first)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func character(_ name: String) -> Character? {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let code = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
            return code.flatMap(Unicode.Scalar.init).map(Character.init)
        }
    }
}

/// A TimeML document in the making.
private struct TimeMLText {
    private(set) var text: [UInt8] = []
    private(set) var dates: [Mark] = []
    private(set) var date: CalendarDate?
    private var open: [(mark: Mark, start: Int)] = []
    private var takesText: Bool

    init(takesAll: Bool) { takesText = takesAll }

    mutating func append(_ characters: [UInt8]) { if takesText { text += characters } }

    mutating func handle(tag: String) {
        if tag == "<TEXT>" {
            takesText = true
        } else if tag == "</TEXT>" {
            takesText = false
        } else if tag.hasPrefix("<TIMEX3") {
            begin(tag)
        } else if tag == "</TIMEX3>", let (mark, start) = open.popLast(), takesText, start < text.count {
            dates.append(Mark(ByteRange(start, text.count), label: mark.label, values: mark.values))
        }
    }

    private mutating func begin(_ tag: String) {
        let value = attribute("value", of: tag)
        if attribute("functionInDocument", of: tag) == "CREATION_TIME", date == nil { date = value.flatMap { CalendarDate(iso8601: $0) } }
        if tag.hasSuffix("/>") { return }
        open.append((Mark(ByteRange(0, 0), label: attribute("type", of: tag) ?? "", values: value.map { [$0] } ?? []), text.count))
    }

    /// The value of an attribute in single or double quotes.
    private func attribute(_ name: String, of tag: String) -> String? {
        var parts = tag.dropFirst().drop { !$0.isWhitespace }
        while let equals = parts.firstIndex(of: "=") {
            let key = parts[..<equals].filter { !$0.isWhitespace }
            let rest = parts[parts.index(after: equals)...].drop { $0.isWhitespace }
            guard let quote = rest.first, quote == "\"" || quote == "'", let end = rest.dropFirst().firstIndex(of: quote) else { return nil }
            let value = rest.dropFirst()[..<end]
            if key == name { return String(decoding: TimeMLGold.decoded(Array(value.utf8)[...]), as: UTF8.self) }
            parts = rest[end...].dropFirst()
        }
        return nil
    }
}
