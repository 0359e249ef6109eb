extension UInt8 {
    /// A space, tab or line break, or what `Tokenizer.byte` gives outside of the text.
    var isBlank: Bool { self == 0x20 || 0x09...0x0D ~= self || self == 0 }
}

extension [UInt8] {
    /// Whether ASCII stands at an offset, letters in any case.
    func has(_ lower: StaticString, at offset: Int) -> Bool {
        guard offset >= 0, offset + lower.utf8CodeUnitCount <= count else { return false }
        return lower.withUTF8Buffer { wanted in
            for index in 0..<wanted.count where self[offset + index] != wanted[index] && self[offset + index] | 0x20 != wanted[index] { return false }
            return true
        }
    }

    /// The length of an apostrophe, `'` or `’`, at an offset; 0 where there is none.
    func apostropheLength(at offset: Int) -> Int {
        guard offset >= 0, offset < count else { return 0 }
        if self[offset] == UInt8(ascii: "'") { return 1 }
        return self[offset] == 0xE2 && offset + 2 < count && self[offset + 1] == 0x80 && self[offset + 2] == 0x99 ? 3 : 0
    }

    /// Where the ASCII digits from an offset on end.
    func endOfDigits(from offset: Int) -> Int {
        var index = offset
        while index < count, self[index].isDigit { index += 1 }
        return index
    }
}
