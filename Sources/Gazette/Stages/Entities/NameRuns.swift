/// Runs of name tokens.
extension NameMarker {
    /// Appends the runs of names that come in order and stand before a token with which a sentence begins.
    mutating func findRuns(_ places: UnsafeBufferPointer<Int32>, before limit: Int) {
        var (end, headCount) = (0, found.heads)
        for place in places where Int(place) >= end {
            let run = run(from: Int(place), before: limit, as: found.runs.count, &headCount)
            found.runs.append(run)
            end = run.end
        }
        found.heads = headCount
    }

    /// The run that begins with a name. Those of its tokens that may be head words are counted.
    @inline(__always)
    private func run(from first: Int, before limit: Int, as number: Int, _ headCount: inout Int) -> NameRun {
        var run = NameRun(from: first)
        names[first].join(number)
        append(first, to: &run, &headCount)
        var reach = last(behind: first, before: limit)
        while run.end <= reach {
            let index = run.end
            names[index].join(number, behind: names[index - 1])
            append(index, to: &run, &headCount)
            if index == reach { reach = last(behind: reach, before: limit) }
        }
        if first > 0 { noteBefore(first, &run) }
        if run.end < tokens.count { run.noteTail(tokens[run.end]) }
        return run
    }

    /// Notes what the token before a run makes of it.
    @inline(__always)
    private func noteBefore(_ first: Int, _ run: inout NameRun) {
        let (before, gap) = (tokens[first - 1], tokens[first].gap)
        if before.classes.contains(.title), gap != .paragraph { names[first].insert(.titled) }
        if gap == .space { run.noteHead(before, names[first - 1]) }
    }

    @inline(__always)
    private func append(_ index: Int, to run: inout NameRun, _ headCount: inout Int) {
        heads[headCount] = Int32(truncatingIfNeeded: index)
        headCount &+= HeadWordNames.mayBeHead(tokens[index]) ? 1 : 0
        run.append(tokens[index], names[index])
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

    /// Whether a run may go on behind a token that is no name. Most are told by one question.
    @inline(__always)
    private func joins(_ index: Int) -> Bool {
        let isAmpersand: UInt64 = byte(index) == UInt8(ascii: "&") ? 1 : 0
        return tokens[index].classes.bits & Self.joining.bits | isAmpersand != 0 && isJoining(index)
    }

    private static let joining = WordClasses([.particle]).union(.hyphen)

    private func isJoining(_ index: Int) -> Bool {
        let token = tokens[index]
        if token.classes.contains(.particle), token.shape == .lower { return true }
        if token.kind == .word { return false }
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
