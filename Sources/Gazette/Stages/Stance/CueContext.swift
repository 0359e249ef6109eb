extension CueFlags {
    /// All flags for which a cue's neighbours are looked at.
    static var neighbours: CueFlags { contexts.subtracting(.condition).union(.guarded) }
}

/// A cue and the nearest tokens on both sides that are no adverbs, with their roles; nil where the sentence has none.
struct CueSurroundings {
    let cue: TokenRange
    let left: Int?
    let right: Int?
    let leftRole: GrammarRole?
    let rightRole: GrammarRole?
}

/// The neighbours of a cue in its sentence, and what they say of it.
extension ClauseText {
    func surroundings(of cue: TokenRange) -> CueSurroundings {
        let (left, right) = (left(of: cue.lowerBound), right(from: cue.upperBound))
        return CueSurroundings(cue: cue, left: left, right: right, leftRole: role(left), rightRole: role(right))
    }

    /// Whether a cue's part of speech and one of the contexts that its row asks for are there.
    func fits(_ place: CueSurroundings, _ flags: CueFlags, _ partOfSpeech: PartOfSpeech) -> Bool {
        if flags.contains(.guarded), !isPlausible(place, partOfSpeech) { return false }
        let wanted = flags.intersection(.contexts).subtracting(.condition)
        return wanted.isEmpty || hasContext(place, wanted, partOfSpeech)
    }

    private func hasContext(_ place: CueSurroundings, _ wanted: CueFlags, _ partOfSpeech: PartOfSpeech) -> Bool {
        wanted.contains(.that) && hasClause(after: place, partOfSpeech)
            || wanted.contains(.infinitive) && hasInfinitive(after: place)
            || wanted.contains(.copula) && hasCopula(before: place)
            || wanted.contains(.attribute) && isAttribute(place.cue)
            || wanted.contains(.role) && hasRole(after: place.cue)
            || wanted.contains(.opinion) && isOpinion(place)
            || wanted.contains(.possibility) && (place.rightRole == .be || place.rightRole == .have)
            || wanted.contains(.inquiry) && place.leftRole == .inquiry
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

    /// A listed adverb or a longer word in -ly. What few tokens are is asked first.
    func passesAdverb(_ index: Int) -> Bool {
        let role = role(index)
        if role == .adverb { return tokens[index].kind == .word }
        let end = Int(tokens[index].range.end)
        let isOther = (bytes[end - 1] ^ UInt8(ascii: "y")) | (bytes[max(end - 2, 0)] ^ UInt8(ascii: "l"))
        return isOther == 0 && role == nil && tokens[index].kind == .word && tokens[index].range.count > 4
    }

    /// Neither function word, number nor punctuation.
    func isContent(_ index: Int) -> Bool {
        let token = tokens[index]
        return token.kind == .word && role(index) == nil
    }

    func role(_ index: Int?) -> GrammarRole? { index.flatMap { role($0) } }

    // MARK: Neighbours that rows ask for

    /// "… that", "… whether", "… how"; for verbs also "… he", and a quotation.
    private func hasClause(after place: CueSurroundings, _ partOfSpeech: PartOfSpeech) -> Bool {
        guard let next = place.right else { return false }
        switch place.rightRole {
        case .that: return true
        case .question, .subject: return partOfSpeech != .noun
        case .object: return partOfSpeech == .verb && role(next + 1) == .that
        default: return partOfSpeech == .verb && part(next) == .openQuote
        }
    }

    /// "… to go", not "… to the".
    private func hasInfinitive(after place: CueSurroundings) -> Bool {
        guard let next = place.right else { return false }
        let to = place.rightRole == .negator ? next + 1 : next
        guard role(to) == .to, let verb = right(from: to + 1) else { return false }
        return role(verb) == .be || role(verb) == .have || role(verb) == .do || isContent(verb) && tokens[verb].shape == .lower
    }

    /// "is …", "seemed not …".
    private func hasCopula(before place: CueSurroundings) -> Bool {
        guard place.leftRole == .negator, let left = place.left, let before = self.left(of: left) else { return place.leftRole == .be }
        return role(before) == .be
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
    private func isOpinion(_ place: CueSurroundings) -> Bool {
        let cue = place.cue
        if ends(cue.lowerBound, with: "ed") {
            if isWord(cue.upperBound, .by) { return true }
            guard let next = place.right else { return false }
            return place.rightRole != .preposition && !ends(next, with: "ing") && (isWord(next) || part(next) == .openQuote)
        }
        switch place.leftRole {
        case .to, .do, .negator, .be: return hasRole(after: cue)
        default: break
        }
        if place.leftRole == .quantifier || place.rightRole == .object || hasRole(after: cue) { return true }
        for index in cue.upperBound..<min(cue.upperBound + 8, max(sentence.upperBound - 1, cue.upperBound)) {
            if tokens[index].kind == .punctuation { return false }
            if role(index) == .to, role(index + 1) == .be { return true }
        }
        return false
    }

    private func isWord(_ index: Int) -> Bool { tokens[index].kind != .punctuation }
}
