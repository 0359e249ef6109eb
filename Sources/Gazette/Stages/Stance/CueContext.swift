extension CueFlags {
    /// All flags for which a cue's neighbours are looked at.
    static let neighbours: CueFlags = [.guarded, .that, .infinitive, .copula, .attribute, .role, .opinion, .possibility, .inquiry]
}

/// The neighbours of a cue in its sentence, and what they say of it.
extension ClauseText {
    /// Whether a cue's part of speech and one of the contexts that its row asks for are there.
    func fits(_ cue: TokenRange, _ flags: CueFlags, _ partOfSpeech: PartOfSpeech) -> Bool {
        if flags.contains(.guarded), !isPlausible(cue, partOfSpeech) { return false }
        let wanted = flags.intersection(.contexts).subtracting(.condition)
        if wanted.isEmpty { return true }
        return wanted.contains(.that) && hasClause(after: cue, partOfSpeech)
            || wanted.contains(.infinitive) && hasInfinitive(after: cue)
            || wanted.contains(.copula) && hasCopula(before: cue)
            || wanted.contains(.attribute) && isAttribute(cue)
            || wanted.contains(.role) && hasRole(after: cue)
            || wanted.contains(.opinion) && isOpinion(cue)
            || wanted.contains(.possibility) && isPossibility(cue)
            || wanted.contains(.inquiry) && left(of: cue.lowerBound).map { role($0) == .inquiry } == true
    }

    // MARK: Words

    /// The nearest token to the left that is no adverb.
    func left(of index: Int) -> Int? {
        var place = index - 1
        while place >= sentence.lowerBound, passesAdverb(place) { place -= 1 }
        return place >= sentence.lowerBound ? place : nil
    }

    /// The nearest token at an index or to its right that is no adverb.
    func right(from index: Int) -> Int? {
        var place = index
        while place < sentence.upperBound, passesAdverb(place) { place += 1 }
        return place < sentence.upperBound ? place : nil
    }

    /// A listed adverb or a longer word in -ly.
    func passesAdverb(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word else { return false }
        if let role = role(index) { return role == .adverb }
        return token.range.count > 4 && token.isAdverbial(in: bytes)
    }

    /// Neither function word, number nor punctuation.
    func isContent(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.kind == .word && role(index) == nil
    }

    func role(_ index: Int?) -> GrammarRole? { index.flatMap { role($0) } }

    // MARK: Neighbours that rows ask for

    /// "… that", "… whether", "… how"; for verbs also "… he", and a quotation.
    private func hasClause(after cue: TokenRange, _ partOfSpeech: PartOfSpeech) -> Bool {
        guard let next = right(from: cue.upperBound) else { return false }
        switch role(next) {
        case .that: return true
        case .question: return partOfSpeech != .noun
        case .subject: return partOfSpeech != .noun
        case .object: return partOfSpeech == .verb && role(next + 1) == .that
        default: return partOfSpeech == .verb && part(next) == .openQuote
        }
    }

    /// "… to go", not "… to the".
    private func hasInfinitive(after cue: TokenRange) -> Bool {
        guard let next = right(from: cue.upperBound) else { return false }
        let place = role(next) == .negator ? next + 1 : next
        guard role(place) == .to, let verb = right(from: place + 1) else { return false }
        return role(verb) == .be || role(verb) == .have || role(verb) == .do || isContent(verb) && tokens[verb].shape == .lower
    }

    /// "is …", "seemed not …".
    private func hasCopula(before cue: TokenRange) -> Bool {
        guard var place = left(of: cue.lowerBound) else { return false }
        if role(place) == .negator, let before = left(of: place) { place = before }
        return role(place) == .be
    }

    /// "a … cause"; a superlative before it asks for another reading ("the earliest possible date").
    private func isAttribute(_ cue: TokenRange) -> Bool {
        guard cue.upperBound < sentence.upperBound, isContent(cue.upperBound), tokens[cue.upperBound].shape == .lower else { return false }
        guard cue.lowerBound > sentence.lowerBound else { return true }
        return !ends(cue.lowerBound - 1, with: "est")
    }

    /// "… him as a rival", "… by many as".
    private func hasRole(after cue: TokenRange) -> Bool {
        for place in cue.upperBound..<min(cue.upperBound + 8, sentence.upperBound) {
            if tokens[place].kind == .punctuation || role(place) == .contrast { return false }
            if role(place) == .as { return !passesAdverb(min(place + 1, sentence.upperBound - 1)) }
        }
        return false
    }

    /// "is considered a threat", "many consider it a threat", "consider him to be".
    private func isOpinion(_ cue: TokenRange) -> Bool {
        let next = right(from: cue.upperBound)
        let isBy = isWord(cue.upperBound, .by)
        if ends(cue.lowerBound, with: "ed") {
            return isBy || next.map { role($0) != .preposition && !ends($0, with: "ing") && (isWord($0) || part($0) == .openQuote) } ?? false
        }
        switch role(left(of: cue.lowerBound)) {
        case .to, .do, .negator, .be: return hasRole(after: cue)
        default: break
        }
        if role(left(of: cue.lowerBound)) == .quantifier || role(next) == .object || hasRole(after: cue) { return true }
        for place in cue.upperBound..<min(cue.upperBound + 8, max(sentence.upperBound - 1, cue.upperBound)) {
            if tokens[place].kind == .punctuation { return false }
            if role(place) == .to, role(place + 1) == .be { return true }
        }
        return false
    }

    private func isWord(_ index: Int) -> Bool { tokens[index].kind != .punctuation }

    /// "could be", "could have": more often a guess than an ability.
    private func isPossibility(_ cue: TokenRange) -> Bool {
        guard let next = right(from: cue.upperBound) else { return false }
        return role(next) == .be || role(next) == .have
    }
}
