/// Tells where in a document numbers may begin, so that all else is left at once.
///
/// A first pass gathers, without a branch, the tokens that by their classes may hold or begin a number. Only these are looked at.
struct NumberTriggers {
    /// Classes of words that a number can begin with.
    static let starts = WordClasses([.number, .multiplier, .vagueNumber, .ordinal, .fraction])

    /// A sentence in which a number may begin.
    struct Sentence {
        var tokens: TokenRange
        /// Whether every token is one piece, none of them parted and none joined.
        var isWhole = true
    }

    private let builder: PieceBuilder
    private var places: [Int32] = []
    private var count = 0
    /// The next of the places, and the sentence to look for it in.
    private var next = 0
    private var sentence = 0

    init(builder: PieceBuilder) { self.builder = builder }

    /// Takes a document; whether it has a place at all.
    mutating func gather(_ document: Document) -> Bool {
        places.makeRoom(for: document.tokens.count, 0)
        (count, next, sentence) = (Self.gather(document.tokens, &places), 0, 0)
        return count > 0
    }

    private static func gather(_ tokens: [Token], _ places: inout [Int32]) -> Int {
        var count = 0
        let noted = starts.union(WordClasses([.unit])).union(.mayHoldDigits)
        tokens.withUnsafeBufferPointer { tokens in
            places.withUnsafeMutableBufferPointer { places in
                for index in 0..<tokens.count {
                    places[count] = Int32(truncatingIfNeeded: index)
                    count &+= tokens[index].classes.intersects(noted) ? 1 : 0
                }
            }
        }
        return count
    }

    /// The next sentence with a token that a number may begin with, and where in it, in tokens from its first on.
    mutating func nextSentence(of document: Document, starts: inout [Int]) -> Sentence? {
        while next < count {
            while sentence < document.sentenceTokens.count, document.sentenceTokens[sentence].upperBound <= Int(places[next]) { sentence += 1 }
            guard sentence < document.sentenceTokens.count else { return nil }
            var found = Sentence(tokens: document.sentenceTokens[sentence])
            starts.removeAll(keepingCapacity: true)
            while next < count, Int(places[next]) < found.tokens.upperBound {
                note(Int(places[next]), document, &found, &starts)
                next += 1
            }
            if starts.isEmpty { continue }
            found.isWhole = found.isWhole && !endsWithPeriod(found.tokens, document)
            return found
        }
        return nil
    }

    private func note(_ index: Int, _ document: Document, _ sentence: inout Sentence, _ starts: inout [Int]) {
        document.text.withUnsafeBufferPointer { text in
            document.tokens.withUnsafeBufferPointer { tokens in
                let (token, place) = (tokens[index], index - sentence.tokens.lowerBound)
                if token.classes.contains(.unit), place > 0, isMeasured(index, tokens), starts.last != place - 1 { starts.append(place - 1) }
                if token.classes.intersects(.mayHoldDigits), !builder.isWhole(token, text) { sentence.isWhole = false }
                if token.classes.intersects(Self.starts) || mayHoldNumber(token, text) { starts.append(place) }
            }
        }
    }

    /// `a |kilo| of`: a unit that an article and `of` make a number of one.
    private func isMeasured(_ index: Int, _ tokens: UnsafeBufferPointer<Token>) -> Bool {
        tokens[index].range.count > 3 && tokens[index].shape == .lower && tokens[index - 1].classes.contains(.numberPart)
            && index + 1 < tokens.count && tokens[index + 1].classes.contains(.numberPart)
    }

    /// Whether a token has digits that may be a number.
    @inline(__always)
    private func mayHoldNumber(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard token.classes.intersects(.mayHoldDigits) else { return false }
        if text[Int(token.range.start)].isDigit { return token.kind.mayHoldNumbers }
        if token.word != .unknown || token.kind == .number { return token.kind == .number }
        return token.kind.mayHoldNumbers && PieceBuilder.hasDigits(token, text)
    }

    /// Whether the last token may be an abbreviation whose period ends the sentence.
    private func endsWithPeriod(_ sentence: TokenRange, _ document: Document) -> Bool {
        let last = document.tokens[sentence.upperBound - 1]
        return last.range.count > 1 && document.text[Int(last.range.end) - 1] == UInt8(ascii: ".")
    }
}
