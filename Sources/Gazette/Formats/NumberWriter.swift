/// Writes whole numbers in decimal digits. Numbers of the same thousand, as ascending offsets mostly are, cost two stores each.
///
/// SAFETY: `put` stores up to 12 bytes, for which its caller has made room; the table is never changed and never freed.
struct NumberWriter {
    /// The most bytes that `put` touches.
    static let mostBytes = 12

    /// The thousands of the last number, their digits from the lowest byte on, and how many these are.
    private var thousands: UInt32 = 0
    private var leading: UInt64 = 0
    private var leadingCount = 0

    /// Three digits by their number, the first one lowest.
    nonisolated(unsafe) private static let table: UnsafePointer<UInt32> = {
        let table = UnsafeMutablePointer<UInt32>.allocate(capacity: 1000)
        for number in 0..<1000 { table[number] = UInt32(0x30_30_30 + number / 100 + (number / 10 % 10) << 8 + (number % 10) << 16) }
        return UnsafePointer(table)
    }()

    private let triples = NumberWriter.table

    /// Returns the place behind the digits.
    @inline(__always)
    mutating func put(_ number: UInt32, at place: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
        let high = number / 1000
        let low = number &- high &* 1000
        let digits = triples[Int(low)]
        let raw = UnsafeMutableRawPointer(place)
        if high == 0 {
            let zeros = low < 10 ? 2 : low < 100 ? 1 : 0
            raw.storeBytes(of: digits &>> UInt32(zeros &* 8), as: UInt32.self)
            return place + (3 &- zeros)
        }
        if high != thousands { setThousands(high) }
        raw.storeBytes(of: leading, as: UInt64.self)
        raw.storeBytes(of: digits, toByteOffset: leadingCount, as: UInt32.self)
        return place + (leadingCount &+ 3)
    }

    /// Appends a number.
    @inline(__always)
    mutating func append(_ number: UInt32, to json: inout JSONBuffer) {
        json.write(most: Self.mostBytes) { put(number, at: $0) - $0 }
    }

    private mutating func setThousands(_ number: UInt32) {
        (thousands, leading, leadingCount) = (number, 0, 0)
        var rest = number
        while rest > 0 {
            leading = leading << 8 | UInt64(48 + rest % 10)
            leadingCount += 1
            rest /= 10
        }
    }
}
