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
        var sentence = 0
        var found = Sentence(tokens: 0..<0, starts: 0..<0, isWhole: true)
        for place in 0..<count {
            let index = Int(places[place])
            let isMeasure = Self.isMeasure(index, tokens)
            let mayHoldDigits = tokens[index].classes.intersects(.mayHoldDigits) && tokens[index].kind != .punctuation
            if !isMeasure, !mayHoldDigits, !tokens[index].classes.intersects(Self.starts) { continue }
            if index >= found.tokens.upperBound {
                append(found, tokens, text)
                while sentence < all.count, all[sentence].upperBound <= index { sentence += 1 }
                guard sentence < all.count else { return }
                found = Sentence(tokens: all[sentence], starts: starts.count..<starts.count, isWhole: true)
            }
            if isMeasure, index > found.tokens.lowerBound { appendStart(index - 1, in: found) }
            if mayHoldDigits, !PieceBuilder.isWhole(tokens[index], text, decimalComma: decimalComma) { found.isWhole = false }
            if tokens[index].classes.intersects(Self.starts) || mayHoldDigits && Self.mayHoldNumber(tokens[index], text) {
                appendStart(index, in: found)
            }
        }
        append(found, tokens, text)
    }

    /// Appends a sentence, if a number may begin in it.
    private mutating func append(_ sentence: Sentence, _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>) {
        guard starts.count > sentence.starts.lowerBound else { return }
        var sentence = sentence
        sentence.starts = sentence.starts.lowerBound..<starts.count
        sentence.isWhole = sentence.isWhole && !Self.endsWithPeriod(tokens[sentence.tokens.upperBound - 1], text)
        sentences.append(sentence)
    }

    private mutating func appendStart(_ token: Int, in sentence: Sentence) {
        let place = token - sentence.tokens.lowerBound
        if starts.count == sentence.starts.lowerBound || starts[starts.count - 1] != place { starts.append(place) }
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

    /// `a |kilo| of`: a unit that an article and `of` make a number of one.
    @inline(__always)
    private static func isMeasure(_ index: Int, _ tokens: UnsafeBufferPointer<Token>) -> Bool {
        tokens[index].range.count > 3 && tokens[index].classes.contains(.unit) && tokens[index].shape == .lower
            && index > 0 && tokens[index - 1].classes.contains(.numberPart)
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
