/// A document's tokens but the first and those of plain text, in order.
struct OpenTokens {
    private let count: Int
    private let plain: [TokenRange]
    private var next = 0

    init(_ count: Int, without plain: [TokenRange]) { (self.count, self.plain) = (count, plain) }

    /// Moves to the next such token; false where there is none.
    @inline(__always)
    mutating func advance(_ index: inout Int) -> Bool {
        index += 1
        while next < plain.count, plain[next].lowerBound == index {
            index = plain[next].upperBound
            next += 1
        }
        return index < count
    }
}
