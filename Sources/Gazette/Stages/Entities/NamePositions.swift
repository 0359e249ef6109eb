/// What tokens are by where they stand.
extension NameMarker {
    /// Marks where sentences begin, and where a capital says nothing: at their start, behind an opening mark and in headlines. In a sentence without a
    /// capital nothing is marked but its start.
    mutating func markPositions(_ sentences: ArraySlice<TokenRange>, capitals: Int, _ marks: UnsafeMutableBufferPointer<Int32>) {
        let end = sentences[sentences.endIndex - 1].upperBound
        markOpened(by: marks, before: end)
        for sentence in sentences where !sentence.isEmpty {
            let behind = sentence.upperBound < end ? Int(ranks[sentence.upperBound]) : capitals
            let count = behind - Int(ranks[sentence.lowerBound])
            if count > 0 {
                _ = markInitial(sentence.lowerBound, before: sentence.upperBound)
                // A full stop comes first: it ends most sentences.
                if !endsSentence(sentence.upperBound - 1), count >= Self.fewestOfHeadline, isHeadline(sentence, capitals: count) {
                    markHeadline(sentence)
                }
            } else {
                for index in sentence { names[index].remove(.initial) }
            }
            names[sentence.lowerBound].insert(.first)
        }
    }

    /// Marks what follows a colon, a dash or an opening quotation mark: a capital after it may be a sentence's.
    private mutating func markOpened(by marks: Places, before end: Int) {
        var next = 0
        for place in marks[..<keepOpenings(marks)] {
            let opened = Int(place) + 1
            if opened > next { next = markInitial(opened, before: end) }
            if opened < tokens.count, tokens[opened].shape.isCapitalized { found.opened.append(Int32(truncatingIfNeeded: opened)) }
        }
    }

    /// Leaves those of some marks that open, by counting. Gives their number.
    private func keepOpenings(_ marks: UnsafeMutableBufferPointer<Int32>) -> Int {
        var count = 0
        for mark in marks {
            marks[count] = mark
            count &+= opening(byte(Int(mark)))
        }
        return count
    }

    /// 1 where a mark that begins with a byte is one of `:"'(`, or begins as those of U+2000 do; otherwise 0.
    @inline(__always)
    private func opening(_ byte: UInt8) -> Int {
        let isListed = Int(truncatingIfNeeded: Self.openings &>> UInt64(byte & 63) & 1)
        return (byte < 64 ? isListed : 0) | (byte == 0xE2 ? 1 : 0)
    }

    private static let openings: UInt64 = 1 << 0x3A | 1 << 0x22 | 1 << 0x27 | 1 << 0x28

    /// Marks the first token from one on that is no mark, and gives its index.
    private func markInitial(_ first: Int, before end: Int) -> Int {
        var index = first
        while index < end, isMark(index) { index &+= 1 }
        if index < end { names[index].insert(.initial) }
        return index
    }

    // MARK: Headlines

    /// A headline has no fewer words with a capital.
    private static let fewestOfHeadline = 3

    @inline(__always)
    private func endsSentence(_ index: Int) -> Bool { byte(index) == UInt8(ascii: ".") }

    /// Most words of four letters or more of a sentence that no full stop ends are capitalised.
    private func isHeadline(_ sentence: TokenRange, capitals: Int) -> Bool {
        guard sentence.count >= 4 else { return false }
        var (capitalized, lower) = (0, 0)
        for index in sentence where tokens[index].range.count >= 4 && tokens[index].kind == .word {
            if tokens[index].shape.isCapitalized { capitalized += 1 } else { lower += 1 }
            if capitals <= 2 * lower { return false }
        }
        return capitalized > 2 * lower && capitalized + lower >= Self.fewestOfHeadline
    }

    private func markHeadline(_ headline: TokenRange) {
        let isShouted = isShouted(headline)
        for index in headline where !isMark(index) {
            names[index].insert(.initial)
            let token = tokens[index]
            if isShouted, token.shape.isCapitalized, token.kind == .word || token.kind == .abbreviation { names[index].insert(.shouted) }
        }
    }

    /// No word of it is small.
    private func isShouted(_ headline: TokenRange) -> Bool {
        headline.allSatisfy { tokens[$0].kind != .word || tokens[$0].shape == .upper || tokens[$0].range.count < 3 }
    }

    // MARK: Dates

    /// Marks the tokens that the dates overlap which begin in a stretch of tokens.
    mutating func markDates(in stretch: TokenRange) {
        guard !stretch.isEmpty else { return }
        let end = tokens[stretch.upperBound - 1].range.end
        while nextDate < dates.count, dates[nextDate].range.start < end {
            mark(dates[nextDate].range)
            nextDate += 1
        }
    }

    /// The way to its first token is halved without a branch, each of which would be guessed wrong every other time.
    private mutating func mark(_ date: ByteRange) {
        while datedToken + 16 <= tokens.count, tokens[datedToken + 15].range.end <= date.start { datedToken += 16 }
        var step = 8
        while step > 0 {
            let last = min(datedToken + step, tokens.count) - 1
            datedToken += tokens[last].range.end <= date.start ? step : 0
            step /= 2
        }
        var index = datedToken
        while index < tokens.count, tokens[index].range.start < date.end {
            names[index].insert(.dated)
            index += 1
        }
    }
}
