/// Runs of name tokens.
extension NameMarker {
    /// Appends the runs of names that come in order and stand before a token with which a sentence begins.
    mutating func findRuns(_ places: UnsafeBufferPointer<Int32>, before limit: Int, _ runs: inout [NameRun]) {
        var end = 0
        for place in places where Int(place) >= end {
            let run = run(from: Int(place), before: limit, as: runs.count)
            runs.append(run)
            end = run.tokens.upperBound
        }
    }

    /// The run that begins with a name.
    private mutating func run(from first: Int, before limit: Int, as number: Int) -> NameRun {
        var run = NameRun(from: first)
        take(first, behind: nil, into: &run, number)
        while isInSentence(run.end, before: limit) {
            if names[run.end].isName, tokens[run.end].gap <= .newline {
                take(run.end, behind: names[run.end - 1], into: &run, number)
            } else if joins(run.end), let next = bridge(at: run.end, before: limit) {
                while run.end < next { take(run.end, behind: names[run.end - 1], into: &run, number) }
            } else {
                break
            }
        }
        if first > 0, tokens[first].gap != .paragraph, tokens[first - 1].classes.contains(.title) { names[first].insert(.titled) }
        return run
    }

    @inline(__always)
    private func take(_ index: Int, behind other: NameToken?, into run: inout NameRun, _ number: Int) {
        names[index].join(number, behind: other)
        run.append(tokens[index], names[index])
    }

    /// Whether a token behind another is in the same sentence.
    @inline(__always)
    private func isInSentence(_ index: Int, before limit: Int) -> Bool { index < limit && !names[index].isFirst }

    /// The token after some that join: a particle (`Osama bin Laden`), an attached hyphen (`al-Assad`, `Sam-yeong`) or an ampersand, where the run goes on.
    private func bridge(at index: Int, before limit: Int) -> Int? {
        var next = index + 1
        while isInSentence(next, before: limit), next < index + 3, joins(next) { next += 1 }
        guard isInSentence(next, before: limit) else { return nil }
        return names[next].isName || isSyllable(next) ? next + 1 : nil
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
