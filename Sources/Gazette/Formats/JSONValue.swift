/// A JSON value (RFC 8259). Numbers keep their digits.
package enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    private static let deepest = 200

    /// Reads the one value that fills a range of bytes.
    package init(_ bytes: [UInt8], _ range: Range<Int>) throws(RecordError) {
        if let invalid = UTF8Validation.firstInvalidByte(in: bytes, range) {
            throw RecordError("invalid UTF-8", byte: invalid - range.lowerBound)
        }
        var scanner = JSONScanner(bytes, range)
        self = try Self.value(&scanner, depth: 0)
        guard scanner.peek() == nil else { throw RecordError("something follows the value", byte: scanner.index - range.lowerBound) }
    }

    private static func value(_ scanner: inout JSONScanner, depth: Int) throws(RecordError) -> JSONValue {
        guard depth < deepest else { throw RecordError("more than \(deepest) levels", byte: scanner.index) }
        switch scanner.peek() {
        case UInt8(ascii: "{"): return try object(&scanner, depth: depth)
        case UInt8(ascii: "["): return try array(&scanner, depth: depth)
        case UInt8(ascii: "\""): return .string(try string(&scanner))
        default:
            let word = String(decoding: scanner.bytes[try scanner.skipValue()], as: UTF8.self)
            switch word {
            case "true": return .bool(true)
            case "false": return .bool(false)
            case "null": return .null
            default: return .number(word)
            }
        }
    }

    private static func object(_ scanner: inout JSONScanner, depth: Int) throws(RecordError) -> JSONValue {
        try scanner.expect("{")
        var fields: [String: JSONValue] = [:]
        if try scanner.consume("}") { return .object(fields) }
        repeat {
            let key = try string(&scanner)
            try scanner.expect(":")
            guard fields.updateValue(try value(&scanner, depth: depth + 1), forKey: key) == nil else {
                throw RecordError("field '\(key)' stands twice", byte: scanner.index)
            }
        } while try scanner.consume(",")
        try scanner.expect("}")
        return .object(fields)
    }

    private static func array(_ scanner: inout JSONScanner, depth: Int) throws(RecordError) -> JSONValue {
        try scanner.expect("[")
        var items: [JSONValue] = []
        if try scanner.consume("]") { return .array(items) }
        repeat { items.append(try value(&scanner, depth: depth + 1)) } while try scanner.consume(",")
        try scanner.expect("]")
        return .array(items)
    }

    private static func string(_ scanner: inout JSONScanner) throws(RecordError) -> String {
        var bytes: [UInt8] = []
        try scanner.appendString(to: &bytes, field: "string")
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension JSONValue {
    /// A field of an object; nil where it is absent or null.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let fields) = self, let value = fields[name], value != .null else { return nil }
        return value
    }

    package var array: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
    package var text: String? { if case .string(let text) = self { text } else { nil } }
    package var integer: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }
    package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    /// A string or number as it is written.
    package var scalar: String? {
        switch self {
        case .string(let text), .number(let text): return text
        default: return nil
        }
    }
}
