/// A document's tokens but the first and those before which no sentence begins, in order.
struct OpenTokens {
    private let count: Int
    private let joined: [TokenRange]
    private var next = 0

    init(_ count: Int, without joined: [TokenRange]) { (self.count, self.joined) = (count, joined) }

    /// Moves to the next such token; false where there is none.
    @inline(__always)
    mutating func advance(_ index: inout Int) -> Bool {
        index += 1
        while next < joined.count, joined[next].lowerBound == index {
            index = joined[next].upperBound
            next += 1
        }
        return index < count
    }
}
