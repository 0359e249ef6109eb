/// The names of the columns of separated values.
struct RowHeader: Sendable, Hashable {
    let separator: UInt8
    /// As JSON strings, with their quotation marks.
    private(set) var names: [[UInt8]] = []

    /// Reads the row of names and checks that one of them is the text's.
    init(_ bytes: [UInt8], _ range: Range<Int>, separator: UInt8, text: String) throws(RecordError) {
        self.separator = separator
        if let invalid = UTF8Validation.firstInvalidByte(in: bytes, range) { throw RecordError("invalid UTF-8", byte: invalid - range.lowerBound) }
        let plain = try RowReader.fields(bytes, range, separator).map { String(decoding: $0, as: UTF8.self) }
        for (index, name) in plain.enumerated() where plain[..<index].contains(name) { throw RecordError("column '\(name)' stands twice") }
        guard plain.contains(text) else {
            throw RecordError("column '\(text)' is missing; there are \(plain.map { "'\($0)'" }.joined(separator: ", "))")
        }
        names = plain.map { name in
            var json = JSONBuffer()
            json.appendString(name)
            return json.bytes
        }
    }
}

/// Reads rows of separated values (RFC 4180).
enum RowReader {
    /// The row as a JSON object of strings.
    static func object(_ bytes: [UInt8], _ range: Range<Int>, _ header: RowHeader) throws(RecordError) -> [UInt8] {
        let fields = try fields(bytes, range, header.separator)
        guard fields.count == header.names.count else { throw RecordError("the row has \(fields.count) fields, the header \(header.names.count)") }
        var json = JSONBuffer()
        for (index, field) in fields.enumerated() {
            json.append(index == 0 ? "{" : ",")
            json.append(header.names[index])
            json.append(":")
            json.appendString(field[...])
        }
        json.append("}")
        return json.bytes
    }

    /// The fields without their quotation marks. Where a field's quotes do not agree, a tab-separated one is taken as it stands.
    static func fields(_ bytes: [UInt8], _ range: Range<Int>, _ separator: UInt8) throws(RecordError) -> [[UInt8]] {
        var fields: [[UInt8]] = []
        var start = range.lowerBound
        while true {
            let (field, end) = try field(bytes, start..<range.upperBound, separator, base: range.lowerBound)
            fields.append(field)
            if end == range.upperBound { return fields }
            start = end + 1
        }
    }

    private static func field(
        _ bytes: [UInt8], _ range: Range<Int>, _ separator: UInt8, base: Int
    ) throws(RecordError) -> (bytes: [UInt8], end: Int) {
        if range.isEmpty || bytes[range.lowerBound] != UInt8(ascii: "\"") { return plain(bytes, range, separator) }
        do throws(RecordError) { return try quoted(bytes, range, separator, base: base) } catch {
            if separator == UInt8(ascii: "\t") { return plain(bytes, range, separator) }
            throw error
        }
    }

    private static func plain(_ bytes: [UInt8], _ range: Range<Int>, _ separator: UInt8) -> (bytes: [UInt8], end: Int) {
        let end = bytes.firstIndex(of: separator, from: range.lowerBound, to: range.upperBound)
        return (Array(bytes[range.lowerBound..<end]), end)
    }

    private static func quoted(
        _ bytes: [UInt8], _ range: Range<Int>, _ separator: UInt8, base: Int
    ) throws(RecordError) -> (bytes: [UInt8], end: Int) {
        var (field, start): ([UInt8], Int) = ([], range.lowerBound + 1)
        while true {
            let quote = bytes.firstIndex(of: UInt8(ascii: "\""), from: start, to: range.upperBound)
            field += bytes[start..<quote]
            guard quote < range.upperBound else { throw RecordError("a quoted field is not closed", byte: range.lowerBound - base) }
            let next = quote + 1
            if next == range.upperBound || bytes[next] == separator { return (field, next) }
            guard bytes[next] == UInt8(ascii: "\"") else { throw RecordError("something follows a quoted field", byte: next - base) }
            field.append(UInt8(ascii: "\""))
            start = next + 1
        }
    }
}
