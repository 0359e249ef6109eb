internal import CProcessor

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
    @inline(__always)
    mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { appendEscaped($0) }
    }

    mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) { appendEscaped(text[...]) }

    /// The part of a text as the inside of a string. The range is checked, as slices of pointers are not in a release build.
    @inline(__always)
    mutating func appendEscaped(_ text: [UInt8], _ range: ByteRange) {
        precondition(range.start >= 0 && range.start <= range.end && Int(range.end) <= text.count)
        text.withUnsafeBufferPointer { text in
            let part = text[range.indices]
            if !appendPlain(part) { appendWithEscapes(UnsafeBufferPointer(rebasing: part)) }
        }
    }

    /// The inside of a string. The slice must lie in its base.
    @inline(never)
    mutating func appendEscaped(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
        if !appendPlain(text) { appendWithEscapes(UnsafeBufferPointer(rebasing: text)) }
    }

    /// Copies sixteen bytes at a time, then eight; false where one of them must be escaped: nothing is appended then. Most strings are that short, so
    /// that no branch asks how short.
    ///
    /// SAFETY: reads in the slice's base alone; a buffer has room for the fifteen bytes that may be stored behind the string.
    @inline(__always)
    private mutating func appendPlain(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let (base, first, count) = (text.base, text.startIndex, text.count)
        guard let start = base.baseAddress else { return true }
        var isPlain = false
        write(most: count) { place in
            let target = UnsafeMutableRawPointer(place)
            var index = 0
            while index < count, first &+ index &+ 16 <= base.count {
                // Bytes behind the end count as plain.
                let behind = UInt64.max << UInt64(truncatingIfNeeded: count &- index)
                if processor_quarter_no_json(start + first + index, 0) & ~behind != 0 { return 0 }
                (place + index).initialize(from: start + first + index, count: 16)
                index &+= 16
            }
            while index &+ 8 <= count {
                let lane = base.word(at: first &+ index)
                if lane.hasJSONEscape { return 0 }
                target.storeBytes(of: lane.littleEndian, toByteOffset: index, as: UInt64.self)
                index &+= 8
            }
            if index < count {
                let lane = base.lane(at: first &+ index)
                if (lane | UInt64.max &<< UInt64(truncatingIfNeeded: (count &- index) &* 8)).hasJSONEscape { return 0 }
                target.storeBytes(of: lane.littleEndian, toByteOffset: index, as: UInt64.self)
            }
            isPlain = true
            return count
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
