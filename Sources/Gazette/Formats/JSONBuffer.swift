/// Bytes of JSON text in the making.
package struct JSONBuffer {
    package var bytes: [UInt8]

    package init(bytes: [UInt8] = []) { self.bytes = bytes }

    package mutating func append(_ literal: StaticString) {
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    package mutating func append(_ number: Int32) {
        if number < 0 { return bytes.append(contentsOf: String(number).utf8) }
        var rest = UInt32(number)
        let start = bytes.count
        repeat {
            bytes.append(UInt8(48 + rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    package mutating func append(raw text: String) { bytes.append(contentsOf: text.utf8) }

    package mutating func appendString(_ text: String) {
        var text = text
        text.withUTF8 { appendEscaped($0) }
    }

    package mutating func appendString(_ text: ArraySlice<UInt8>) { text.withUnsafeBufferPointer { appendEscaped($0) } }

    /// RFC 8259 §7: quotation mark, reverse solidus and the control characters are escaped, nothing else.
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(UInt8(ascii: "\""))
        var run = 0
        for (index, byte) in text.enumerated() where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
            bytes.append(contentsOf: text[run..<index])
            appendEscape(byte)
            run = index + 1
        }
        bytes.append(contentsOf: text[run...])
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscape(_ byte: UInt8) {
        switch byte {
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        case 0x22, 0x5C: bytes += [0x5C, byte]
        default:
            append(byte < 0x10 ? "\\u000" : "\\u00")
            append(raw: String(byte, radix: 16))
        }
    }
}
