extension CueFlags {
    /// All flags for which a cue's neighbours are looked at.
    static var neighbours: CueFlags { contexts.subtracting(.condition).union(.guarded) }
}

/// A cue and the nearest token before it that is no adverb, with its roles; it lies outside of the sentence where it has none.
struct CueSurroundings {
    let cue: TokenRange
    let left: Int
    let leftRoles: GrammarRoles
}

/// The neighbours of a cue in its sentence, and what they say of it.
extension ClauseText {
    /// Whether a cue's part of speech and one of the contexts that its row asks for are there.
    @inline(__always)
    func fits(_ cue: TokenRange, _ flags: CueFlags, _ partOfSpeech: PartOfSpeech) -> Bool {
        let left = left(of: cue.lowerBound)
        let place = CueSurroundings(cue: cue, left: left, leftRoles: roles(left))
        if flags.contains(.guarded), !isPlausible(place, partOfSpeech) { return false }
        let wanted = flags.intersection(.contexts).subtracting(.condition)
        return wanted.isEmpty || hasContext(place, wanted, partOfSpeech)
    }

    private func hasContext(_ place: CueSurroundings, _ wanted: CueFlags, _ partOfSpeech: PartOfSpeech) -> Bool {
        let right = right(from: place.cue.upperBound)
        return wanted.contains(.that) && isClause(from: right, partOfSpeech)
            || wanted.contains(.infinitive) && isInfinitive(from: right)
            || wanted.contains(.copula) && hasCopula(before: place)
            || wanted.contains(.attribute) && isAttribute(place.cue)
            || wanted.contains(.role) && hasRole(after: place.cue)
            || wanted.contains(.opinion) && isOpinion(place, right)
            || wanted.contains(.possibility) && roles(right).intersects(GrammarRoles([.be, .have]))
            || wanted.contains(.inquiry) && place.leftRoles.intersects(GrammarRoles([.inquiry]))
    }

    // MARK: Words

    /// The nearest token to the left that is no adverb; before the sentence where there is none.
    @inline(__always)
    func left(of index: Int) -> Int {
        var place = index - 1
        while place >= sentence.lowerBound, passesAdverb(place) { place -= 1 }
        return place
    }

    /// The nearest token at an index or to its right that is no adverb; the sentence's end where there is none.
    @inline(__always)
    func right(from index: Int) -> Int {
        var place = index
        while place < sentence.upperBound, passesAdverb(place) { place += 1 }
        return place
    }

    /// Whether a token of the sentence is a listed adverb or a longer word in -ly. What few tokens are is asked first.
    @inline(__always)
    func passesAdverb(_ index: Int) -> Bool {
        let roles = rolesInside(index)
        if roles.intersects(GrammarRoles([.adverb])) { return tokens[index].kind == .word }
        let end = Int(tokens[index].range.end)
        let isOther = (bytes[end - 1] ^ UInt8(ascii: "y")) | (bytes[max(end - 2, 0)] ^ UInt8(ascii: "l"))
        return isOther == 0 && roles.isContent && tokens[index].kind == .word && tokens[index].range.count > 4
    }

    /// Neither function word, number nor punctuation.
    func isContent(_ index: Int) -> Bool { tokens[index].kind == .word && roles(index).isContent }

    // MARK: Neighbours that rows ask for

    /// "… that", "… whether", "… how"; for verbs also "… he", and a quotation.
    private func isClause(from first: Int, _ partOfSpeech: PartOfSpeech) -> Bool {
        let roles = roles(first)
        if roles.intersects(GrammarRoles([.that])) { return true }
        if roles.intersects(GrammarRoles([.question, .subject])) { return partOfSpeech != .noun }
        if partOfSpeech != .verb { return false }
        if roles.intersects(GrammarRoles([.object])) { return self.roles(first + 1).intersects(GrammarRoles([.that])) }
        return part(first) == .openQuote
    }

    /// "… to go", not "… to the".
    private func isInfinitive(from first: Int) -> Bool {
        let to = roles(first).intersects(GrammarRoles([.negator])) ? first + 1 : first
        guard roles(to).intersects(GrammarRoles([.to])) else { return false }
        let verb = right(from: to + 1)
        guard isInside(verb) else { return false }
        return roles(verb).intersects(GrammarRoles([.be, .have, .do])) || isContent(verb) && tokens[verb].shape == .lower
    }

    /// "is …", "seemed not …".
    private func hasCopula(before place: CueSurroundings) -> Bool {
        if place.leftRoles.intersects(GrammarRoles([.negator])), roles(left(of: place.left)).intersects(GrammarRoles([.be])) { return true }
        return place.leftRoles.intersects(GrammarRoles([.be]))
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
            if tokens[place].kind == .punctuation || roles(place).intersects(GrammarRoles([.contrast])) { return false }
            if roles(place).intersects(GrammarRoles([.as])) { return !passesAdverb(min(place + 1, sentence.upperBound - 1)) }
        }
        return false
    }

    /// "is considered a threat", "many consider it a threat", "consider him to be".
    private func isOpinion(_ place: CueSurroundings, _ right: Int) -> Bool {
        let cue = place.cue
        if ends(cue.lowerBound, with: "ed") {
            if isWord(cue.upperBound, .by) { return true }
            guard isInside(right), !roles(right).intersects(GrammarRoles([.preposition])) else { return false }
            return !ends(right, with: "ing") && (isWord(right) || part(right) == .openQuote)
        }
        if place.leftRoles.intersects(GrammarRoles([.to, .do, .negator, .be])) { return hasRole(after: cue) }
        if place.leftRoles.intersects(GrammarRoles([.quantifier])) || roles(right).intersects(GrammarRoles([.object])) { return true }
        if hasRole(after: cue) { return true }
        for index in cue.upperBound..<min(cue.upperBound + 8, max(sentence.upperBound - 1, cue.upperBound)) {
            if tokens[index].kind == .punctuation { return false }
            if roles(index).intersects(GrammarRoles([.to])), roles(index + 1).intersects(GrammarRoles([.be])) { return true }
        }
        return false
    }

    private func isWord(_ index: Int) -> Bool { tokens[index].kind != .punctuation }
}
