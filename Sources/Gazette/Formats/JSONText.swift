extension JSONValue {
    package init(_ number: Int) { self = .number(String(number)) }

    /// A ratio; null where it is undefined.
    package init(_ ratio: Double?) { self = ratio.map { .number("\($0)") } ?? .null }

    package init(_ texts: [String]) { self = .array(texts.map(JSONValue.string)) }

    /// The value as JSON text, fields in the order of their names.
    package var json: [UInt8] {
        var buffer = JSONBuffer()
        append(to: &buffer)
        return buffer.bytes
    }

    private func append(to buffer: inout JSONBuffer) {
        switch self {
        case .null: buffer.append("null")
        case .bool(let value): buffer.append(value ? "true" : "false")
        case .number(let digits): buffer.append(raw: digits)
        case .string(let text): buffer.appendString(text)
        case .array(let items):
            buffer.append("[")
            for (index, item) in items.enumerated() {
                if index > 0 { buffer.append(",") }
                item.append(to: &buffer)
            }
            buffer.append("]")
        case .object(let fields):
            buffer.append("{")
            for (index, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
                if index > 0 { buffer.append(",") }
                buffer.appendString(field.key)
                buffer.append(":")
                field.value.append(to: &buffer)
            }
            buffer.append("}")
        }
    }
}
