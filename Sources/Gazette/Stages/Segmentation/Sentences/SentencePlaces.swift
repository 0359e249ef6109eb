/// The places in a text at which a sentence may end: where ICU has a boundary, and where a rule may make one.
///
/// Most tokens are asked in vain, so that each place is written and counted only where it is wanted.
///
/// SAFETY: there is room for as many places as there are tokens; places are indices of tokens, but of the first.
struct SentencePlaces {
    struct Place {
        /// The token behind it.
        var index = 0
        var isICU = false
    }

    private var places: [Place] = []
    private var count = 0

    /// The places in order.
    var all: ArraySlice<Place> { places[..<count] }

    /// Replaces the places by those of a text that has tokens. Before the tokens `joined` there are none.
    mutating func gather(_ tokens: [Token], _ icu: borrowing Boundaries, joined: [TokenRange]) {
        places.makeRoom(for: tokens.count, Place())
        count = places.withUnsafeMutableBufferPointer { places in
            tokens.withUnsafeBufferPointer { tokens in icu.ends.withUnsafeBufferPointer { Self.gather(tokens, $0, joined, into: places) } }
        }
    }

    /// SAFETY: the boundaries are closed, so that one of the ends is behind all tokens.
    private static func gather(
        _ tokens: UnsafeBufferPointer<Token>, _ ends: UnsafeBufferPointer<Int32>, _ joined: [TokenRange],
        into places: UnsafeMutableBufferPointer<Place>
    ) -> Int {
        var (count, next) = (0, 0)
        var (open, index) = (OpenTokens(tokens.count, without: joined), 0)
        while open.advance(&index) {
            let (last, following) = (tokens[index &- 1], tokens[index])
            // There is rarely more than one end between two of these tokens.
            next &+= ends[next] < last.range.end ? 1 : 0
            while ends[next] < last.range.end { next &+= 1 }
            let isICU = ends[next] <= following.range.start
            places[count] = Place(index: index, isICU: isICU)
            count &+= (isICU ? 1 : 0) | mayEnd(last, following) | isBehindNumber(tokens[max(index &- 2, 0)], last, following)
        }
        return count
    }

    /// 1 where a rule may make a boundary between two tokens where ICU has none.
    @inline(__always)
    private static func mayEnd(_ last: Token, _ following: Token) -> Int {
        let words: UInt16 = 1 << TokenKind.word.rawValue | 1 << TokenKind.clitic.rawValue
        let isOther = Int(~words &>> UInt16(last.kind.rawValue)) & 1
        return isOther | (following.gap >= .newline ? 1 : 0) | (following.kind != .word ? 1 : 0) & (following.range.count >= 3 ? 1 : 0)
    }

    /// 1 where a word stands behind a number and two letters: `11:21 am`, behind which a time stamp may end.
    @inline(__always)
    private static func isBehindNumber(_ number: Token, _ last: Token, _ following: Token) -> Int {
        (following.kind == .word ? 1 : 0) & (last.range.count == 2 ? 1 : 0) & (number.kind == .number ? 1 : 0)
    }
}
