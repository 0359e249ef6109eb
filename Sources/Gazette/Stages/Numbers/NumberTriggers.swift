/// Tells where in a document numbers may begin, so that all else is left at once.
///
/// A first pass gathers, without a branch, the tokens that by their classes may hold or begin a number. Only these are looked at. Sentences of whose
/// numbers every one begins in a date are left, as the date owns them.
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
        var isWhole = true
        /// Whether a token that holds or begins a number lies outside of dates.
        fileprivate var isOpen = false

        /// A sentence whose places come behind those that there are.
        fileprivate init(_ tokens: TokenRange, _ count: Int) { (self.tokens, starts) = (tokens, count..<count) }
    }

    private let decimalComma: Bool
    private let asksAllRules: Bool
    private var places: [Int32] = []
    private(set) var sentences: [Sentence] = []
    /// The tokens with which a number may begin, counted from their sentence's first.
    private(set) var starts: [Int] = []

    init(decimalComma: Bool, asksAllRules: Bool = false) { (self.decimalComma, self.asksAllRules) = (decimalComma, asksAllRules) }

    /// Replaces the sentences by those of a document.
    mutating func gather(
        _ text: UnsafeBufferPointer<UInt8>, _ tokens: UnsafeBufferPointer<Token>, _ all: [TokenRange], _ dates: [TemporalExpression]
    ) {
        sentences.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        places.makeRoom(for: tokens.count, 0)
        let count = places.withUnsafeMutableBufferPointer { Self.gather(tokens, $0) }
        var (sentence, date) = (0, 0)
        var found = Sentence(0..<0, 0)
        for place in 0..<count {
            let index = Int(places[place])
            let isMeasure = Self.isMeasure(index, tokens)
            let mayHoldDigits = tokens[index].classes.intersects(.mayHoldDigits) && tokens[index].kind != .punctuation
            if !isMeasure, !mayHoldDigits, !tokens[index].classes.intersects(Self.starts) { continue }
            if index >= found.tokens.upperBound {
                append(found, tokens, text)
                while sentence < all.count, all[sentence].upperBound <= index { sentence += 1 }
                guard sentence < all.count else { return }
                found = Sentence(all[sentence], starts.count)
            }
            if isMeasure, index > found.tokens.lowerBound {
                found.isOpen = true
                appendStart(index - 1, in: found)
            }
            let isParted = mayHoldDigits && !PieceBuilder.isWhole(tokens[index], text, decimalComma: decimalComma)
            let isStart = tokens[index].classes.intersects(Self.starts) || mayHoldDigits && Self.mayHoldNumber(tokens[index], text)
            if isParted { found.isWhole = false }
            if isStart { appendStart(index, in: found) }
            if isStart || isParted, !found.isOpen { found.isOpen = !Self.isOwned(tokens[index], by: dates, from: &date) }
        }
        append(found, tokens, text)
    }

    /// Appends a sentence, if a number may begin in it.
    private mutating func append(_ sentence: Sentence, _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>) {
        let first = sentence.starts.lowerBound
        guard starts.count > first else { return }
        let endsWithPeriod = Self.endsWithPeriod(tokens[sentence.tokens.upperBound - 1], text)
        guard sentence.isOpen || endsWithPeriod || asksAllRules else { return starts.removeLast(starts.count - first) }
        var sentence = sentence
        sentence.starts = first..<starts.count
        sentence.isWhole = sentence.isWhole && !endsWithPeriod
        sentences.append(sentence)
    }

    private mutating func appendStart(_ token: Int, in sentence: Sentence) {
        let place = token - sentence.tokens.lowerBound
        if starts.count == sentence.starts.lowerBound || starts[starts.count - 1] != place { starts.append(place) }
    }

    /// Whether a token begins and ends in a date that is no duration: whatever is read there is the date's. `first` is the first date that may hold it or
    /// a later one.
    private static func isOwned(_ token: Token, by dates: [TemporalExpression], from first: inout Int) -> Bool {
        while first < dates.count, dates[first].range.end <= token.range.start { first += 1 }
        // A point before digits may be theirs.
        return first < dates.count && dates[first].range.contains(token.range) && dates[first].kind != .duration && token.gap != .none
    }

    private static func gather(_ tokens: UnsafeBufferPointer<Token>, _ places: UnsafeMutableBufferPointer<Int32>) -> Int {
        let noted = starts.union(WordClasses([.unit])).union(.mayHoldDigits).bits
        var count = 0
        for index in 0..<tokens.count {
            places[count] = Int32(truncatingIfNeeded: index)
            // One where a bit is left; the highest never is.
            count &+= 1 &- Int(truncatingIfNeeded: (tokens[index].classes.bits & noted &- 1) &>> 63)
        }
        return withoutOthers(places, count, tokens)
    }

    /// Leaves out marks of other scripts and the units that are too short for `isMeasure`, as `in` is; returns how many places there are without them.
    private static func withoutOthers(
        _ places: UnsafeMutableBufferPointer<Int32>, _ count: Int, _ tokens: UnsafeBufferPointer<Token>
    ) -> Int {
        var kept = 0
        for place in 0..<count {
            let token = Int(places[place])
            let isLong = tokens[token].range.count > 3 ? 1 : 0
            let mayHoldDigits = tokens[token].classes.intersects(.mayHoldDigits) ? 1 : 0
            places[kept] = places[place]
            kept &+= (tokens[token].classes.intersects(starts) ? 1 : 0) | mayHoldDigits & (tokens[token].kind == .punctuation ? 0 : 1) | isLong
        }
        return kept
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
