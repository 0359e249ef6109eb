/// Bytes of JSON text in the making. The storage is kept from text to text.
///
/// SAFETY: `write` makes the room that its caller names before it hands out a place, and no caller stores more than it has named. Copies share memory
/// until one of them is emptied, which gives it memory of its own: who copies a buffer must not go on writing to both.
package struct JSONBuffer {
    private var storage: Storage
    /// Where the next byte goes.
    package private(set) var count = 0

    package init() { storage = Storage(capacity: 256) }

    /// A copy of what has been written.
    package var bytes: [UInt8] { Array(written) }

    /// What has been written; valid until the next change.
    private var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: storage.start, count: count) }

    /// Appends what has been written to bytes.
    func append(to bytes: inout [UInt8]) { bytes.append(contentsOf: written) }

    mutating func removeAll() {
        if !isKnownUniquelyReferenced(&storage) { storage = Storage(capacity: storage.capacity) }
        count = 0
    }

    /// Takes the last byte back.
    mutating func removeLast() { count -= 1 }

    /// Hands out a place with room for `most` bytes; `body` returns how many it has stored.
    @inline(__always)
    mutating func write(most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        if storage.capacity - count < most { grow(most) }
        count += body(storage.start + count)
    }

    @inline(never)
    private mutating func grow(_ most: Int) {
        let larger = Storage(capacity: storage.capacity + max(most, storage.capacity, 4096))
        larger.start.update(from: storage.start, count: count)
        storage = larger
    }

    private final class Storage: @unchecked Sendable {
        let start: UnsafeMutablePointer<UInt8>
        let capacity: Int

        init(capacity: Int) {
            self.capacity = capacity
            start = .allocate(capacity: capacity)
        }

        deinit { start.deallocate() }
    }

    @inline(__always)
    package mutating func append(_ literal: StaticString) {
        let length = literal.utf8CodeUnitCount
        write(most: length) { place in
            place.update(from: literal.utf8Start, count: length)
            return length
        }
    }

    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        write(most: bytes.count) { place in
            place.update(from: first, count: bytes.count)
            return bytes.count
        }
    }

    package mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    package mutating func append(raw text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// A whole number in decimal digits.
    package mutating func append(_ number: Int) {
        if 0..<10 ~= number {
            return write(most: 1) { place in
                place[0] = UInt8(truncatingIfNeeded: 48 + number)
                return 1
            }
        }
        write(most: 20) { place in
            var (rest, length, last) = (number.magnitude, number < 0 ? 2 : 1, number.magnitude)
            while last >= 10 {
                last /= 10
                length += 1
            }
            if number < 0 { place[0] = UInt8(ascii: "-") }
            var index = length
            repeat {
                index -= 1
                place[index] = UInt8(truncatingIfNeeded: 48 + rest % 10)
                rest /= 10
            } while rest > 0
            return length
        }
    }

    /// A decimal number in plain notation, as its description has it.
    mutating func append(_ number: ExactDecimal) {
        guard -18...18 ~= number.exponent else { return append(raw: number.description) }
        if number.exponent >= 0 {
            append(number.significand)
            for _ in 0..<number.exponent { append("0") }
            return
        }
        if number.significand < 0 { append("-") }
        var scale: UInt = 1
        for _ in 0..<(-number.exponent) { scale *= 10 }
        append(Int(number.significand.magnitude / scale))
        append(".")
        var rest = number.significand.magnitude % scale
        while scale > 1 {
            scale /= 10
            append(Int(rest / scale))
            rest %= scale
        }
    }

    // MARK: Strings

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
    private mutating func appendPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var isPlain = true
        write(most: text.count + 8) { place in
            var index = 0
            while index < text.count {
                let lane = text.lane(at: index)
                let rest = text.count &- index
                let isLanePlain = rest >= 8 ? !lane.hasJSONEscape : !(lane | UInt64.max << UInt64(truncatingIfNeeded: rest &* 8)).hasJSONEscape
                guard isLanePlain else {
                    isPlain = false
                    return 0
                }
                UnsafeMutableRawPointer(place).storeBytes(of: lane.littleEndian, toByteOffset: index, as: UInt64.self)
                index &+= 8
            }
            return text.count
        }
        return isPlain
    }

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
