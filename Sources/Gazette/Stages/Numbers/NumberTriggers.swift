/// Tells where in a document numbers may begin, so that all else is left at once.
///
/// A first pass gathers, without a branch, the tokens that by their classes may hold or begin a number. Only these are looked at.
///
/// SAFETY: every index into the tokens is one of a gathered place or of a sentence's bounds; places are made for as many tokens as there are.
struct NumberTriggers {
    /// Classes of words that a number can begin with.
    static let starts = WordClasses([.number, .multiplier, .vagueNumber, .ordinal, .fraction])

    /// A sentence with a token that a number may begin with.
    struct Sentence {
        var tokens: TokenRange
        /// Where its places lie in `starts`.
        var starts: Range<Int>
        /// Whether every token is one piece, none of them parted and none joined.
        var isWhole: Bool
    }

    private let decimalComma: Bool
    private var places: [Int32] = []
    private(set) var sentences: [Sentence] = []
    /// The tokens with which a number may begin, counted from their sentence's first.
    private(set) var starts: [Int] = []

    init(decimalComma: Bool) { self.decimalComma = decimalComma }

    /// Replaces the sentences by those of a document.
    mutating func gather(_ text: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeBufferPointer<Token>, _ all: [TokenRange]) {
        sentences.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        places.makeRoom(for: tokens.count, 0)
        let count = places.withUnsafeMutableBufferPointer { Self.gather(tokens, $0) }
        var (next, sentence) = (0, 0)
        while next < count {
            while sentence < all.count, all[sentence].upperBound <= Int(places[next]) { sentence += 1 }
            guard sentence < all.count else { return }
            var found = Sentence(tokens: all[sentence], starts: starts.count..<starts.count, isWhole: true)
            while next < count, Int(places[next]) < found.tokens.upperBound {
                note(Int(places[next]), tokens, text, &found)
                next += 1
            }
            if starts.count == found.starts.lowerBound { continue }
            found.starts = found.starts.lowerBound..<starts.count
            found.isWhole = found.isWhole && !Self.endsWithPeriod(tokens[found.tokens.upperBound - 1], text)
            sentences.append(found)
        }
    }

    private static func gather(_ tokens: UnsafeBufferPointer<Token>, _ places: UnsafeMutableBufferPointer<Int32>) -> Int {
        var count = 0
        let noted = starts.union(WordClasses([.unit])).union(.mayHoldDigits)
        for index in 0..<tokens.count {
            places[count] = Int32(truncatingIfNeeded: index)
            count &+= tokens[index].classes.intersects(noted) ? 1 : 0
        }
        return count
    }

    @inline(__always)
    private mutating func note(_ index: Int, _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>, _ sentence: inout Sentence) {
        let (token, place) = (tokens[index], index &- sentence.tokens.lowerBound)
        if token.classes.contains(.unit), place > 0, Self.isMeasured(index, tokens), isNew(place - 1, sentence) { starts.append(place - 1) }
        if token.classes.intersects(.mayHoldDigits), token.kind != .punctuation {
            if !PieceBuilder.isWhole(token, text, decimalComma: decimalComma) { sentence.isWhole = false }
            if token.classes.intersects(Self.starts) || Self.mayHoldNumber(token, text) { starts.append(place) }
        } else if token.classes.intersects(Self.starts) {
            starts.append(place)
        }
    }

    private func isNew(_ place: Int, _ sentence: Sentence) -> Bool { starts.count == sentence.starts.lowerBound || starts[starts.count - 1] != place }

    /// `a |kilo| of`: a unit that an article and `of` make a number of one.
    private static func isMeasured(_ index: Int, _ tokens: UnsafeBufferPointer<Token>) -> Bool {
        tokens[index].range.count > 3 && tokens[index].shape == .lower && tokens[index - 1].classes.contains(.numberPart)
            && index + 1 < tokens.count && tokens[index + 1].classes.contains(.numberPart)
    }

    /// Whether digits of a token may be a number.
    private static func mayHoldNumber(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if text[Int(token.range.start)].isDigit { return token.kind.mayHoldNumbers }
        if token.word != .unknown || token.kind == .number { return token.kind == .number }
        return token.kind.mayHoldNumbers && PieceBuilder.hasDigits(token, text)
    }

    /// Whether a sentence's last token may be an abbreviation whose period ends the sentence.
    private static func endsWithPeriod(_ last: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        last.range.count > 1 && text[Int(last.range.end) - 1] == UInt8(ascii: ".")
    }
}
