internal import CProcessor

/// Eight bytes at a time, or 64, for the few loops that pass over every byte of the input.
///
/// SAFETY: the array's `word(at:)`, `isASCII(at:)`, `append` and `firstIndex(from:to:among:)` check their ranges before they load; everything else goes
/// through these, but for `endOfLetters`, which checks by itself.
extension [UInt8] {
    /// Eight bytes from an offset on as a number, the first lowest.
    func word(at offset: Int) -> UInt64 {
        precondition(offset >= 0 && offset + 8 <= count)
        return withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
    }

    /// Whether every byte is below 0x80.
    var isASCII: Bool { endOfASCII(from: 0, to: count) == count }

    /// Whether the 64 bytes from an offset on are below 0x80.
    func isASCII(at offset: Int) -> Bool {
        precondition(offset >= 0 && offset + 64 <= count)
        return withUnsafeBytes { bytes in
            var all: UInt64 = 0
            for index in 0..<8 { all |= bytes.loadUnaligned(fromByteOffset: offset &+ index &* 8, as: UInt64.self) }
            return all & 0x8080_8080_8080_8080 == 0
        }
    }

    /// The first byte of 0x80 or more in a range, its end where there is none.
    func endOfASCII(from start: Int, to end: Int) -> Int {
        let (first, rest) = firstIndex(from: start, to: end, among: { processor_no_ascii($0) })
        return first ?? firstIndex(from: rest, to: end, word: { $0 & 0x8080_8080_8080_8080 != 0 }, byte: { $0 >= 0x80 })
    }

    /// The first byte with a value in a range, its end where there is none.
    func firstIndex(of byte: UInt8, from start: Int, to end: Int) -> Int {
        let (first, rest) = firstIndex(from: start, to: end, among: { processor_equal($0, byte) })
        if let first { return first }
        let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
        return firstIndex(from: rest, to: end, word: { ($0 ^ pattern).hasZeroByte }, byte: { $0 == byte })
    }

    /// The first byte in a range that JSON strings do not hold as it is (RFC 8259 §7): `"`, `\` or a control character; the range's end where there is none.
    func endOfPlainJSON(from start: Int, to end: Int) -> Int {
        let (first, rest) = firstIndex(from: start, to: end, among: { processor_no_json($0) })
        return first
            ?? firstIndex(
                from: rest, to: end,
                word: { $0.hasJSONEscape },
                byte: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 < 0x20 })
    }

    /// Appends a range of other bytes, which nobody has to own for it.
    mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        bytes.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The first byte that has a property, which `marks` finds among 64 of them, as far as there are as many; otherwise where the rest begins.
    @inline(__always)
    private func firstIndex(from start: Int, to end: Int, among marks: (UnsafePointer<UInt8>) -> UInt64) -> (first: Int?, rest: Int) {
        precondition(start >= 0 && end <= count)
        return withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return (nil, start) }
            var index = start
            while index &+ 64 <= end {
                let found = marks(base + index)
                if found != 0 { return (index &+ found.trailingZeroBitCount, index) }
                index &+= 64
            }
            return (nil, index)
        }
    }

    /// The first byte that has a property; `word` tells, for eight of them, whether one may have it.
    @inline(__always)
    private func firstIndex(from start: Int, to end: Int, word isCandidate: (UInt64) -> Bool, byte hasProperty: (UInt8) -> Bool) -> Int {
        var index = start
        while index < end {
            if index + 8 <= end, !isCandidate(word(at: index)) {
                index += 8
                continue
            }
            let stop = Swift.min(index + 8, end)
            while index < stop {
                if hasProperty(self[index]) { return index }
                index += 1
            }
        }
        return end
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Eight bytes from an offset on as a number, the first lowest. They must lie in the buffer.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
    }

    /// Up to eight bytes from an offset before the end on, padded with zeros.
    @inline(__always)
    func lane(at offset: Int) -> UInt64 {
        let rest = count &- offset
        if rest >= 8 { return word(at: offset) }
        if count >= 8 { return word(at: count &- 8) &>> UInt64(truncatingIfNeeded: (8 &- rest) &* 8) }
        // Two loads that overlap, as eight bytes from here on may not be ours.
        if rest >= 4 { return half(at: offset) | half(at: count &- 4) &<< UInt64(truncatingIfNeeded: (rest &- 4) &* 8) }
        let (middle, last) = (rest / 2, rest &- 1)
        return UInt64(self[offset]) | UInt64(self[offset &+ middle]) &<< UInt64(truncatingIfNeeded: middle &* 8)
            | UInt64(self[offset &+ last]) &<< UInt64(truncatingIfNeeded: last &* 8)
    }

    /// Four bytes from an offset on, likewise. They must lie in the buffer.
    @inline(__always)
    private func half(at offset: Int) -> UInt64 {
        UInt64(UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian)
    }

    /// Where the ASCII letters from an offset on end.
    @inline(__always)
    func endOfLetters(from start: Int) -> Int {
        var index = start
        while index &+ 8 <= count {
            let others = word(at: index).marksOfOthers
            if others != 0 { return index &+ others.trailingZeroBitCount / 8 }
            index &+= 8
        }
        while index < count, self[index].isLetter { index &+= 1 }
        return index
    }
}

extension UInt64 {
    /// The highest bit of each byte that is an ASCII letter.
    var marksOfLetters: UInt64 {
        let low = (self | 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
        // A byte reaches 0x80 from `a` on, and in the second sum behind `z`; none carries into the next.
        let (fromA, behindZ) = (low &+ 0x1F1F_1F1F_1F1F_1F1F, low &+ 0x0505_0505_0505_0505)
        return fromA & ~behindZ & ~self & 0x8080_8080_8080_8080
    }

    /// The highest bit of each byte that is no ASCII letter.
    var marksOfOthers: UInt64 { ~marksOfLetters & 0x8080_8080_8080_8080 }

    /// The highest bit of each byte that is an ASCII capital.
    var marksOfUppers: UInt64 {
        let low = self & 0x7F7F_7F7F_7F7F_7F7F
        let (fromA, behindZ) = (low &+ 0x3F3F_3F3F_3F3F_3F3F, low &+ 0x2525_2525_2525_2525)
        return fromA & ~behindZ & ~self & 0x8080_8080_8080_8080
    }

    /// Whether one of the eight bytes is zero (Mycroft's test).
    fileprivate var hasZeroByte: Bool { (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080 != 0 }

    /// Whether one of the eight bytes may not stand in a JSON string as it is.
    var hasJSONEscape: Bool {
        // Of `"` and the control characters, and of nothing else, the second bit turned makes less than 0x21.
        let (quotes, solidus) = ((self ^ 0x0202_0202_0202_0202) &- 0x2121_2121_2121_2121, (self ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101)
        return (quotes | solidus) & ~self & 0x8080_8080_8080_8080 != 0
    }

    /// The highest bit of each byte, gathered into one byte, the first byte's lowest.
    var highBits: UInt64 { (((self & 0x8080_8080_8080_8080) &>> 7) &* 0x0102_0408_1020_4080) &>> 56 }
}
