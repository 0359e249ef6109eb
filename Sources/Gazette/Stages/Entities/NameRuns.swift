/// Runs of name tokens.
extension NameMarker {
    /// Appends the runs of names that come in order and stand before a token with which a sentence begins.
    mutating func findRuns(_ places: UnsafeBufferPointer<Int32>, before limit: Int) {
        var end = 0
        for place in places where Int(place) >= end {
            let run = run(from: Int(place), before: limit, as: found.runs.count)
            found.runs.append(run)
            end = run.tokens.upperBound
        }
    }

    /// The run that begins with a name.
    private mutating func run(from first: Int, before limit: Int, as number: Int) -> NameRun {
        var run = NameRun(from: first)
        var reach = first
        repeat {
            names[run.end].join(number, behind: run.end == first ? nil : names[run.end - 1])
            heads[found.heads] = Int32(truncatingIfNeeded: run.end)
            found.heads &+= HeadWordNames.mayBeHead(tokens[run.end]) ? 1 : 0
            run.append(tokens[run.end], names[run.end])
            if run.end > reach { reach = last(behind: reach, before: limit) }
        } while run.end <= reach
        let (before, gap) = (first > 0 ? tokens[first - 1] : nil, tokens[first].gap)
        if let before, gap != .paragraph, before.classes.contains(.title) { names[first].insert(.titled) }
        run.noteNeighbours(before: before, gap: gap, behind: run.end < tokens.count ? tokens[run.end] : nil)
        return run
    }

    /// The last token that a run reaches from one on that it has: a name next to it, or one that something joins to it. The same where none does.
    @inline(__always)
    private func last(behind index: Int, before limit: Int) -> Int {
        let next = index + 1
        guard isInSentence(next, before: limit) else { return index }
        if names[next].isName, tokens[next].gap <= .newline { return next }
        return joins(next) ? bridge(at: next, before: limit) ?? index : index
    }

    /// Whether a token behind another is in the same sentence.
    @inline(__always)
    private func isInSentence(_ index: Int, before limit: Int) -> Bool { index < limit && !names[index].isFirst }

    /// The token behind some that join: a particle (`Osama bin Laden`), an attached hyphen (`al-Assad`, `Sam-yeong`) or an ampersand, where a run goes on.
    private func bridge(at index: Int, before limit: Int) -> Int? {
        var next = index + 1
        while isInSentence(next, before: limit), next < index + 3, joins(next) { next += 1 }
        guard isInSentence(next, before: limit) else { return nil }
        return names[next].isName || isSyllable(next) ? next : nil
    }

    /// Whether a run may go on behind a token that is no name.
    @inline(__always)
    private func joins(_ index: Int) -> Bool {
        if tokens[index].classes.contains(.particle), tokens[index].shape == .lower { return true }
        return tokens[index].kind != .word && isJoiningMark(index)
    }

    private func isJoiningMark(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.isHyphen { return token.gap == .none && index + 1 < tokens.count && tokens[index + 1].gap == .none }
        return token.range.count == 1 && byte(index) == UInt8(ascii: "&")
    }

    /// `Lai-shan`: small letters behind a name's hyphen that are no word of the dictionary, or the end of a Korean or Chinese name.
    private func isSyllable(_ index: Int) -> Bool {
        let token = tokens[index]
        guard tokens[index - 1].isHyphen, token.shape == .lower else { return false }
        if token.kind == .word, !token.classes.contains(.common), !token.classes.intersects(Self.notSyllables) { return true }
        return endsGivenName(index)
    }

    /// `Lee Sang-|min`, `Cha Eun-|woo`: short syllables behind a family name.
    private func endsGivenName(_ index: Int) -> Bool {
        let part = index - 2
        guard part > 0, names[part].isName, !names[part].isListed, names[part - 1].isName, names[part - 1].surname > 0 else { return false }
        return tokens[part].range.count <= 5 && tokens[index].range.count <= 4 && tokens[part].gap == .space
    }

    private static let notSyllables = WordClasses([.title, .nameLink, .placePreposition, .particle, .timeUnit, .speechVerb])
}
