extension JSONBuffer {
    package mutating func appendString(_ text: String) {
        var text = text
        text.withUTF8 { appendString($0) }
    }

    package mutating func appendString(_ text: ArraySlice<UInt8>) { text.withUnsafeBufferPointer { appendString($0) } }

    /// RFC 8259 §7: quotation mark, reverse solidus and the control characters are escaped, nothing else.
    package mutating func appendString(_ text: UnsafeBufferPointer<UInt8>) {
        append("\"")
        appendEscaped(text)
        append("\"")
    }

    /// The inside of a string.
    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        if !appendPlain(text) { appendWithEscapes(text) }
    }

    /// Copies eight bytes at a time; false where one of them must be escaped: nothing is appended then.
    @inline(__always)
    private mutating func appendPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var isPlain = true
        write(most: text.count &+ 8) { place in
            let target = UnsafeMutableRawPointer(place)
            var index = 0
            while index &+ 8 <= text.count {
                let lane = text.word(at: index)
                if lane.hasJSONEscape {
                    isPlain = false
                    return 0
                }
                target.storeBytes(of: lane.littleEndian, toByteOffset: index, as: UInt64.self)
                index &+= 8
            }
            if index < text.count {
                let lane = text.lane(at: index)
                // Bytes behind the end count as plain.
                isPlain = !(lane | UInt64.max &<< UInt64(truncatingIfNeeded: (text.count &- index) &* 8)).hasJSONEscape
                target.storeBytes(of: lane.littleEndian, toByteOffset: index, as: UInt64.self)
            }
            return isPlain ? text.count : 0
        }
        return isPlain
    }

    @inline(never)
    private mutating func appendWithEscapes(_ text: UnsafeBufferPointer<UInt8>) {
        var run = 0
        for index in 0..<text.count where text[index] < 0x20 || text[index] == UInt8(ascii: "\"") || text[index] == UInt8(ascii: "\\") {
            append(UnsafeBufferPointer(rebasing: text[run..<index]))
            appendEscape(text[index])
            run = index + 1
        }
        append(UnsafeBufferPointer(rebasing: text[run...]))
    }

    private mutating func appendEscape(_ byte: UInt8) {
        switch byte {
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        case 0x22: append("\\\"")
        case 0x5C: append("\\\\")
        default:
            append(byte < 0x10 ? "\\u000" : "\\u00")
            append(raw: String(byte, radix: 16))
        }
    }
}
