/// Reads articles from JSON objects and plain text.
public struct ArticleReader: Sendable {
    public let names: FieldNames
    private var keys: Set<[UInt8]> = []
    private var key: [UInt8] = []

    /// Fields of a record that are Gazette's to write.
    private let ownFields: Set<[UInt8]>
    private static let mostBytes = Int(Int32.max) - 1

    /// A field that bears the name of a layer is replaced; `summary` only where it is one of the wanted ones.
    public init(names: FieldNames = FieldNames(), layers: LayerSet = .all) {
        self.names = names
        ownFields = Set(LayerSet.all.union(layers).layers.map { Array($0.rawValue.utf8) } + [Array("gazette".utf8)])
    }

    /// Reads one JSON object that fills a range of bytes.
    public mutating func read(json bytes: [UInt8], _ range: Range<Int>, into article: inout Article) throws(RecordError) {
        article.removeAll()
        keys.removeAll(keepingCapacity: true)
        if let invalid = UTF8Validation.firstInvalidByte(in: bytes, range) {
            throw RecordError("invalid UTF-8", byte: invalid - range.lowerBound)
        }
        var scanner = JSONScanner(bytes, range)
        guard scanner.peek() == UInt8(ascii: "{") else { throw RecordError("\(scanner.kind()) where an object is wanted") }
        try scanner.expect("{")
        article.fields.append(UInt8(ascii: "{"))
        var hasText = false
        if try !scanner.consume("}") {
            repeat { try readField(&scanner, &hasText, &article) } while try scanner.consume(",")
            try scanner.expect("}")
        }
        guard scanner.peek() == nil else { throw RecordError("something follows the object", byte: scanner.index - range.lowerBound) }
        guard hasText else { throw RecordError("field '\(names.text)' is missing") }
    }

    /// Takes a whole text as an article.
    public func read(text bytes: [UInt8], _ range: Range<Int>, id: String, into article: inout Article) throws(RecordError) {
        article.removeAll()
        if let invalid = UTF8Validation.firstInvalidByte(in: bytes, range) {
            throw RecordError("invalid UTF-8", byte: invalid - range.lowerBound)
        }
        guard range.count <= Self.mostBytes else { throw RecordError("the text has \(range.count) bytes, \(Self.mostBytes) are allowed") }
        article.id = id
        article.text.append(contentsOf: bytes[range])
        var json = JSONBuffer()
        json.append("{")
        json.appendString(names.id)
        json.append(":")
        json.appendString(id)
        json.append(",")
        json.appendString(names.text)
        json.append(":")
        json.appendString(bytes[range])
        article.fields = json.bytes
    }

    /// Takes a row of separated values as an object of strings.
    mutating func read(row bytes: [UInt8], _ range: Range<Int>, _ header: RowHeader, into article: inout Article) throws(RecordError) {
        if let invalid = UTF8Validation.firstInvalidByte(in: bytes, range) { throw RecordError("invalid UTF-8", byte: invalid - range.lowerBound) }
        let object = try RowReader.object(bytes, range, header)
        try read(json: object, 0..<object.count, into: &article)
    }

    private mutating func readField(_ scanner: inout JSONScanner, _ hasText: inout Bool, _ article: inout Article) throws(RecordError) {
        _ = scanner.peek()
        let start = scanner.index
        key.removeAll(keepingCapacity: true)
        try scanner.appendString(to: &key, field: "field name")
        guard keys.insert(key).inserted else { throw RecordError("field '\(String(decoding: key, as: UTF8.self))' stands twice") }
        try scanner.expect(":")
        let isString = scanner.peek() == UInt8(ascii: "\"")
        let value = scanner.index
        try readValue(&scanner, &hasText, &article)
        if ownFields.contains(key) {
            article.warnings.append("field '\(String(decoding: key, as: UTF8.self))' is replaced")
            return
        }
        if article.fields.count > 1 { article.fields.append(UInt8(ascii: ",")) }
        appendOneLine(scanner.bytes, start..<value, &article.fields)
        if isString {
            article.fields.append(scanner.bytes, value..<scanner.index)
        } else {
            appendOneLine(scanner.bytes, value..<scanner.index, &article.fields)
        }
    }

    /// Appends JSON text without its line breaks, which stand only between the parts of a value: inside of strings they are escaped.
    private func appendOneLine(_ bytes: [UInt8], _ range: Range<Int>, _ fields: inout [UInt8]) {
        var start = range.lowerBound
        while start < range.upperBound {
            let feed = bytes.firstIndex(of: 0x0A, from: start, to: range.upperBound)
            let end = bytes.firstIndex(of: 0x0D, from: start, to: feed)
            fields.append(bytes, start..<end)
            start = end + 1
        }
    }

    private func readValue(_ scanner: inout JSONScanner, _ hasText: inout Bool, _ article: inout Article) throws(RecordError) {
        if key.elementsEqual(names.text.utf8) {
            guard scanner.peek() == UInt8(ascii: "\"") else {
                throw RecordError("field '\(names.text)' is \(scanner.kind()), a string is wanted")
            }
            try scanner.appendString(to: &article.text, field: names.text)
            guard article.text.count <= Self.mostBytes else {
                throw RecordError("the text has \(article.text.count) bytes, \(Self.mostBytes) are allowed")
            }
            hasText = true
        } else if key.elementsEqual(names.date.utf8), scanner.peek() == UInt8(ascii: "\"") {
            let value = try string(&scanner, names.date)
            article.date = CalendarDate(iso8601: value)
            // Midnight mostly means that only the day is known.
            article.secondOfDay = TimeOfDay.seconds(iso8601: value).flatMap { $0 == 0 ? nil : $0 }
            if article.date == nil { article.warnings.append("field '\(names.date)' is '\(value)', YYYY-MM-DD is wanted; it is not used") }
        } else if key.elementsEqual(names.id.utf8) {
            article.id = try plain(&scanner)
        } else if key.elementsEqual(names.title.utf8) {
            article.title = try plain(&scanner)
        } else {
            _ = try scanner.skipValue()
        }
    }

    /// A value for people: a string decoded, as far as it can be, anything else as it stands.
    private func plain(_ scanner: inout JSONScanner) throws(RecordError) -> String {
        let isString = scanner.peek() == UInt8(ascii: "\"")
        let range = try scanner.skipValue()
        var copy = JSONScanner(scanner.bytes, range)
        guard isString, let value = try? string(&copy, "") else { return String(decoding: scanner.bytes[range], as: UTF8.self) }
        return value
    }

    private func string(_ scanner: inout JSONScanner, _ field: String) throws(RecordError) -> String {
        var value: [UInt8] = []
        try scanner.appendString(to: &value, field: field)
        return String(decoding: value, as: UTF8.self)
    }
}
