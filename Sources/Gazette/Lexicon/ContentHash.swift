/// A hash over bytes, eight at a time: names contents and finds damage, protects nothing.
package struct ContentHash {
    package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    package init() {}

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index + 8 <= bytes.count {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            index += 8
        }
        var lane: UInt64 = 0
        while index < bytes.count {
            lane = lane << 8 | UInt64(bytes[index])
            index += 1
        }
        add(lane)
        add(UInt64(bytes.count))
    }

    package mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    package mutating func add(_ text: String) { add(Array(text.utf8)) }

    /// One round of multiplying and folding, as in wyhash (Wang Yi).
    private mutating func add(_ lane: UInt64) {
        let product = (value ^ lane).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        value = product.high ^ product.low &+ 0xD6E8_FEB8_6659_FD93
    }

    /// Sixteen hexadecimal digits.
    package var digits: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
