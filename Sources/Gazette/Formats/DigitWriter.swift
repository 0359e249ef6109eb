/// Writes whole numbers in decimal digits, three at a time from a table.
///
/// SAFETY: `put` stores up to 12 bytes, for which its caller has made room; the table is never changed and never freed, and its indices are below 2000.
struct DigitWriter {
    /// The most bytes that `put` touches.
    static let mostBytes = 12

    /// The digits of 0...999 without leading zeros, then of the same with them, the first digit lowest; how many they are in the highest byte.
    let table = DigitWriter.table
    /// Where the digits with leading zeros begin.
    static let padded = 1000

    nonisolated(unsafe) private static let table: UnsafePointer<UInt32> = {
        let table = UnsafeMutablePointer<UInt32>.allocate(capacity: 2 * padded)
        for number in 0..<padded {
            let digits = UInt32(0x30_30_30 + number / 100 + (number / 10 % 10) << 8 + (number % 10) << 16)
            let zeros = UInt32(number < 10 ? 2 : number < 100 ? 1 : 0)
            table[number] = digits >> (zeros * 8) | (3 - zeros) << 24
            table[padded + number] = digits | 3 << 24
        }
        return UnsafePointer(table)
    }()

    /// Returns the place behind the digits.
    @inline(__always)
    func put(_ number: UInt32, at place: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        if number < 1000 { return put(triple: Int(number), at: place) }
        let thousands = number / 1000
        let last = Self.padded &+ Int(number &- thousands &* 1000)
        if thousands < 1000 { return put(triple: last, at: put(triple: Int(thousands), at: place)) }
        return put(triple: last, at: putLarge(thousands, at: place))
    }

    /// Numbers of a thousand and more.
    @inline(never)
    private func putLarge(_ number: UInt32, at place: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> { put(number, at: place) }

    /// Puts the digits at an index of the table; touches four bytes.
    @inline(__always)
    func put(triple index: Int, at place: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        let digits = table[index]
        UnsafeMutableRawPointer(place).storeBytes(of: digits.littleEndian, as: UInt32.self)
        return place + Int(digits &>> 24)
    }
}

extension JSONBuffer {
    /// Appends two numbers with what stands before, between and behind them.
    @inline(__always)
    mutating func append(
        _ opening: StaticString, _ first: UInt32, _ middle: StaticString, _ second: UInt32, _ ending: StaticString, _ digits: DigitWriter
    ) {
        let most = opening.utf8CodeUnitCount + middle.utf8CodeUnitCount + ending.utf8CodeUnitCount + 2 * DigitWriter.mostBytes
        write(most: most) { place in
            var next = digits.put(first, at: Self.put(opening, at: place))
            next = digits.put(second, at: Self.put(middle, at: next))
            return Self.put(ending, at: next) - place
        }
    }

    /// Likewise one number.
    @inline(__always)
    mutating func append(_ opening: StaticString, _ number: UInt32, _ ending: StaticString, _ digits: DigitWriter) {
        write(most: opening.utf8CodeUnitCount + ending.utf8CodeUnitCount + DigitWriter.mostBytes) { place in
            Self.put(ending, at: digits.put(number, at: Self.put(opening, at: place))) - place
        }
    }

    /// Appends a number below 100.
    @inline(__always)
    mutating func append(twoDigits number: Int) {
        let digits = UInt16(truncatingIfNeeded: 0x3030 + number / 10 + (number % 10) << 8)
        write(most: 2) { place in
            UnsafeMutableRawPointer(place).storeBytes(of: digits.littleEndian, as: UInt16.self)
            return 2
        }
    }

    @inline(__always)
    private static func put(_ literal: StaticString, at place: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        place.initialize(from: literal.utf8Start, count: literal.utf8CodeUnitCount)
        return place + literal.utf8CodeUnitCount
    }
}
