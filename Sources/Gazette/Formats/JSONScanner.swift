/// Walks over JSON text (RFC 8259) without building values. Bytes are valid UTF-8 already.
package struct JSONScanner {
    package let bytes: [UInt8]
    package private(set) var index: Int
    private let start: Int
    private let end: Int

    package init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        (index, start, end) = (range.lowerBound, range.lowerBound, range.upperBound)
    }

    /// The next byte that is no white space; nil at the end.
    package mutating func peek() -> UInt8? {
        while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
        return index < end ? bytes[index] : nil
    }

    /// Passes over a punctuation mark.
    package mutating func expect(_ mark: Character) throws(RecordError) {
        guard try consume(mark) else { throw unexpected("'\(mark)'") }
    }

    /// Passes over a punctuation mark if it is the next.
    package mutating func consume(_ mark: Character) throws(RecordError) -> Bool {
        guard let next = peek() else { throw cutOff }
        if next != mark.asciiValue { return false }
        index += 1
        return true
    }

    /// What kind of value comes next, in words.
    package mutating func kind() -> String {
        switch peek() {
        case UInt8(ascii: "\""): return "a string"
        case UInt8(ascii: "{"): return "an object"
        case UInt8(ascii: "["): return "an array"
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return "a boolean"
        case UInt8(ascii: "n"): return "null"
        default: return "a number"
        }
    }

    // MARK: Values

    /// Passes over one value of any depth, without recursion, and returns where it stands.
    package mutating func skipValue() throws(RecordError) -> Range<Int> {
        _ = peek()
        let first = index
        var closers: [Character] = []
        while true {
            if try enterContainer(&closers) { continue }
            if try leaveContainers(&closers) { return first..<index }
        }
    }

    /// Passes over a scalar or an empty container; true where it opened a container and stands before its first value.
    private mutating func enterContainer(_ closers: inout [Character]) throws(RecordError) -> Bool {
        switch peek() {
        case UInt8(ascii: "{"):
            index += 1
            if try consume("}") { return false }
            try skipKey()
            closers.append("}")
            return true
        case UInt8(ascii: "["):
            index += 1
            if try consume("]") { return false }
            closers.append("]")
            return true
        case UInt8(ascii: "\""): try skipString()
        case UInt8(ascii: "t"): try skipLiteral("true")
        case UInt8(ascii: "f"): try skipLiteral("false")
        case UInt8(ascii: "n"): try skipLiteral("null")
        case nil: throw cutOff
        default: try skipNumber()
        }
        return false
    }

    /// After a value: true where it was the last one; otherwise stands before the next.
    private mutating func leaveContainers(_ closers: inout [Character]) throws(RecordError) -> Bool {
        while let closer = closers.last {
            if try consume(closer) {
                closers.removeLast()
                continue
            }
            guard try consume(",") else { throw unexpected("',' or '\(closer)'") }
            if closer == "}" { try skipKey() }
            return false
        }
        return true
    }

    private mutating func skipKey() throws(RecordError) {
        guard peek() == UInt8(ascii: "\"") else { throw unexpected("a field name") }
        try skipString()
        try expect(":")
    }

    private mutating func skipLiteral(_ word: String) throws(RecordError) {
        let rest = bytes[index..<min(end, index + word.utf8.count)]
        guard rest.elementsEqual(word.utf8) else { throw unexpected("a value") }
        index += word.utf8.count
    }

    private mutating func skipNumber() throws(RecordError) {
        let first = index
        if index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
        let whole = skipDigits()
        var isValid = whole == 1 || whole > 1 && bytes[index - whole] != UInt8(ascii: "0")
        if index < end, bytes[index] == UInt8(ascii: ".") {
            index += 1
            isValid = isValid && skipDigits() > 0
        }
        if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
            isValid = isValid && skipDigits() > 0
        }
        if !isValid {
            index = first
            throw unexpected("a value")
        }
    }

    private mutating func skipDigits() -> Int {
        let first = index
        while index < end, bytes[index].isDigit { index += 1 }
        return index - first
    }

    // MARK: Strings

    /// Passes over a string without decoding it.
    package mutating func skipString() throws(RecordError) {
        index += 1
        while index < end {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                index += 1
                return
            }
            if byte < 0x20 { throw RecordError("a bare control character in a string", byte: index - start) }
            if byte == UInt8(ascii: "\\") {
                _ = try escape(in: nil)
            } else {
                index += 1
            }
        }
        throw cutOff
    }

    /// Decodes the string that comes next and appends it as UTF-8.
    package mutating func appendString(to text: inout [UInt8], field: String) throws(RecordError) {
        guard peek() == UInt8(ascii: "\"") else { throw unexpected("a string") }
        index += 1
        while index < end {
            let run = index
            index = bytes.endOfPlainJSON(from: index, to: end)
            text.append(bytes, run..<index)
            guard index < end else { break }
            if bytes[index] == UInt8(ascii: "\"") {
                index += 1
                return
            }
            if bytes[index] < 0x20 { throw RecordError("a bare control character in a string", byte: index - start) }
            let scalar = try escape(in: field)
            if scalar.isASCII {
                text.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if let utf8 = UTF8.encode(scalar) {
                text.append(contentsOf: utf8)
            }
        }
        throw cutOff
    }

    /// Reads one escape. Without a field's name lone surrogates are let pass, as the string stays as it is.
    private mutating func escape(in field: String?) throws(RecordError) -> Unicode.Scalar {
        let first = index
        guard index + 1 < end else { throw cutOff }
        let letter = bytes[index + 1]
        index += 2
        if let plain = Self.escaped(letter) { return plain }
        guard letter == UInt8(ascii: "u"), let unit = hexUnit() else { throw RecordError("an unknown escape", byte: first - start) }
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if unit < 0xDC00, index + 1 < end, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") {
            let before = index
            index += 2
            if let low = hexUnit(), 0xDC00...0xDFFF ~= low, let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)) {
                return scalar
            }
            index = before
        }
        guard let field else { return "\u{FFFD}" }
        throw RecordError("an unpaired surrogate \\u\(String(unit, radix: 16)) in field '\(field)'", byte: first - start)
    }

    private mutating func hexUnit() -> UInt32? {
        guard index + 4 <= end else { return nil }
        var unit: UInt32 = 0
        for byte in bytes[index..<index + 4] {
            switch byte {
            case 48...57: unit = unit << 4 + UInt32(byte - 48)
            case 65...70, 97...102: unit = unit << 4 + UInt32((byte | 0x20) - 87)
            default: return nil
            }
        }
        index += 4
        return unit
    }

    private static func escaped(_ letter: UInt8) -> Unicode.Scalar? {
        switch letter {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        default: return nil
        }
    }

    private var cutOff: RecordError { RecordError("the JSON is cut off", byte: end - start) }

    private mutating func unexpected(_ wanted: String) -> RecordError {
        guard let next = peek() else { return cutOff }
        let shown = 0x21...0x7E ~= next ? "'\(Character(Unicode.Scalar(next)))'" : "byte \(next)"
        return RecordError("\(shown) where \(wanted) is wanted", byte: index - start)
    }
}
