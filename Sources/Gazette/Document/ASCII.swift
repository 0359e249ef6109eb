/// Classes of ASCII characters, asked of a UTF-8 byte.
extension UInt8 {
    package var isDigit: Bool { self &- 48 < 10 }
    package var isLower: Bool { self &- 97 < 26 }
    package var isUpper: Bool { self &- 65 < 26 }
    package var isLetter: Bool { (self | 0x20) &- 97 < 26 }
    /// ASCII letters and digits, and every byte of another script.
    var isWordByte: Bool { isLetter || isDigit || self >= 0x80 }
}
