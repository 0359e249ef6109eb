/// Runs of name tokens.
extension NameMarker {
    /// Appends the runs of a sentence whose names are marked.
    mutating func findRuns(_ sentence: TokenRange, _ places: UnsafeBufferPointer<Int32>, _ runs: inout [TokenRange], _ facts: inout [RunFacts]) {
        var end = sentence.lowerBound
        for place in places {
            let start = Int(place)
            guard start >= end, names[start].isName else { continue }
            end = runEnd(from: start, in: sentence)
            facts.append(join(start..<end, as: runs.count))
            runs.append(start..<end)
        }
    }

    /// Takes tokens into a run.
    private mutating func join(_ run: TokenRange, as number: Int) -> RunFacts {
        var facts = RunFacts()
        for member in run {
            names[member].join(number, isFirst: member == run.lowerBound)
            facts.add(tokens[member], names[member])
        }
        if run.lowerBound > 0, tokens[run.lowerBound].gap != .paragraph, tokens[run.lowerBound - 1].classes.contains(.title) {
            names[run.lowerBound].insert(.titled)
        }
        if facts.classes.intersects(Self.titles) { markTitles(run) }
        return facts
    }

    private func runEnd(from start: Int, in sentence: TokenRange) -> Int {
        var end = start + 1
        while end < sentence.upperBound {
            if names[end].isName, tokens[end].gap <= .newline {
                end += 1
            } else if joins(end), let next = bridge(at: end, in: sentence) {
                end = next
            } else {
                return end
            }
        }
        return end
    }

    /// The token after some that join: a particle (`Osama bin Laden`), an attached hyphen (`al-Assad`, `Sam-yeong`) or an ampersand, where the run goes on.
    private func bridge(at index: Int, in sentence: TokenRange) -> Int? {
        var next = index + 1
        while next < sentence.upperBound, next < index + 3, joins(next) { next += 1 }
        guard next < sentence.upperBound else { return nil }
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

    // MARK: Titles

    private static let titles = WordClasses([.title]).union(.longer)

    /// `Prime Minister |Sheikh |Hasina`, `spokesman |Zabihullah Mujahid`
    private mutating func markTitles(_ run: TokenRange) {
        for index in run where tokens[index].classes.intersects(Self.titles) {
            if names[index].isTitle { markTitle(index..<index + 1, in: run) }
            guard tokens[index].classes.intersects(.longer) else { continue }
            for place in cursor.surfaces(at: index, of: surfaces) where surfaces[place].isWord(of: .title) {
                markTitle(surfaces[place].tokens, in: run)
            }
        }
    }

    private func markTitle(_ title: TokenRange, in run: TokenRange) {
        names[title.lowerBound].insert(.title)
        if title.upperBound < run.upperBound { names[title.upperBound].insert(.titled) }
    }
}
