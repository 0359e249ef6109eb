/// Where noun phrases begin and end, told by function words and punctuation alone.
extension ClauseText {
    /// The noun phrase that ends with a token, its prepositional phrases included; the pronoun of "I feel". Nil where none can end there.
    func nounPhrase(endingAt last: Int) -> TokenRange? {
        let part = part(last)
        if ClauseParts([.subject, .demonstrative]).contains(part) { return last..<last + 1 }
        if part == .quantifier { return isPredicate(last) ? nil : last..<last + 1 }
        if part == .closeBracket {
            guard let open = openBracket(before: last) else { return nil }
            return nounPhrase(endingAt: open - 1).map { $0.lowerBound..<last + 1 }
        }
        guard ClauseParts([.closeQuote, .word, .name, .number]).contains(part) else { return nil }
        var first = last
        while last - first < Self.longestPhrase, let next = extended(left: first, last) { first = next }
        while first < last, self.part(first) == .hyphen || isAdverb(first) { first += 1 }
        if first == last, part == .word, self.part(last - 1) == .subject, tokens[last].shape == .lower { return last - 1..<last }
        return first == last && isPredicate(last) ? nil : first..<last + 1
    }

    /// "to give meaning", "is worth saying", "are all expected": one small-letter word behind an auxiliary is no noun phrase.
    private func isPredicate(_ index: Int) -> Bool {
        guard tokens[index].shape == .lower, part(index) != .number else { return false }
        let before = part(index - 1)
        return before.isAuxiliary || before == .to
    }

    /// The start of a noun phrase that reaches one step further to the left.
    private func extended(left first: Int, _ last: Int) -> Int? {
        let before = first - 1
        let part = part(before)
        if part.isNominal {
            let next = self.part(first)
            if part == .word, next.isDeterminer, next != .quantifier, tokens[first].kind != .clitic { return nil }
            return next == .demonstrative || (isAdverb(before) || isVerbLike(before)) && !isAttributive(before) ? nil : before
        }
        if part == .adverb, isAttributive(before) { return before }
        return ClauseParts.joints.contains(part) ? joined(before, part, first, last) : nil
    }

    /// "the |embattled| senator", "a |newly| |elected| mayor", "“…,” |retired| general Newton": whether a word before a noun opens its phrase or follows
    /// what opens it, so that it is no verb and no adverb of the clause.
    private func isAttributive(_ index: Int) -> Bool {
        guard index > sentence.lowerBound else { return false }
        let before = part(index - 1)
        if before == .closeQuote { return isVerbLike(index) }
        if before.isDeterminer || before == .preposition { return before != .demonstrative }
        return isAdverb(index - 1) && index - 1 > sentence.lowerBound && part(index - 2).isDeterminer
    }

    /// The same where a function word or a bracket stands before it.
    private func joined(_ before: Int, _ part: ClausePart, _ first: Int, _ last: Int) -> Int? {
        switch part {
        case .subject: return isWord(before, .one) ? before : nil
        case .possessive, .determiner, .quantifier, .demonstrative:
            if tokens[before].kind == .clitic { return self.part(before - 1).isNominal ? before - 1 : nil }
            return self.part(first).isDeterminer && self.part(first) != .quantifier ? nil : before
        case .preposition:
            guard isWord(before, .linking) || isWord(before, .of), self.part(before - 1).isNominal, !isVerbLike(before - 1) else {
                return nil
            }
            return before - 1
        case .mark: return tokens.isPossessive(before, in: bytes) && self.part(before - 1).isNominal ? before - 1 : nil
        case .coordinator:
            return isList(before, last) ? before - 1 : nil
        case .closeBracket:
            return openBracket(before: before).flatMap { self.part($0 - 1).isNominal ? $0 - 1 : nil }
        default: return nil
        }
    }

    /// "Smith and Jones", "police and prosecutors".
    private func isList(_ coordinator: Int, _ last: Int) -> Bool {
        let (left, right) = (part(coordinator - 1), part(coordinator + 1))
        if left == .name, right == .name { return true }
        guard left == .word, right == .word, !isVerbLike(coordinator - 1) else { return false }
        return ends(coordinator - 1, with: "s") && ends(last, with: "s")
    }

    /// A small-letter word in the past tense, or one that attributes.
    func isVerbLike(_ index: Int) -> Bool {
        guard part(index) == .word, tokens[index].shape == .lower else { return false }
        return tokens[index].isPastForm(in: bytes)
            || tokens[index].classes.contains(.attribution) && tokens[index].classes.contains(.speechVerb)
    }

    /// The noun phrase that begins at a token: up to the next verb, preposition other than "of", or mark.
    func nounPhrase(from first: Int, stopsAtVerbs: Bool) -> TokenRange? {
        if part(first) == .subject {
            guard isWord(first, .one), part(first + 1) == .word, !isVerbLike(first + 1) else { return first..<first + 1 }
            return first..<(nounPhrase(from: first + 1, stopsAtVerbs: stopsAtVerbs)?.upperBound ?? first + 1)
        }
        var index = first
        var hasHead = false
        while isInside(index), index - first < Self.longestPhrase {
            let part = self[index]
            if ClauseParts([.word, .name, .number]).contains(part) {
                if hasHead, stopsAtVerbs, part == .word, isVerbLike(index) || isAdverb(index) { return result(first, index, hasHead) }
                hasHead = true
                index += 1
                continue
            }
            switch part {
            case .hyphen where hasHead: break
            case .quantifier where !hasHead && index + 1 < sentence.upperBound && isWord(index + 1, .of):
                hasHead = true
            case .determiner, .possessive, .quantifier, .demonstrative:
                if hasHead, tokens[index].kind != .clitic, self.part(index - 1) != .preposition {
                    return result(first, index, hasHead)
                }
            case .preposition where hasHead && isWord(index, .of) && index + 1 < sentence.upperBound:
                break
            case .coordinator where hasHead && self.part(index - 1) == .name && self.part(index + 1) == .name: break
            default: return result(first, index, hasHead)
            }
            index += 1
        }
        return result(first, index, hasHead)
    }

    private func result(_ first: Int, _ end: Int, _ hasHead: Bool) -> TokenRange? {
        var end = end
        while end > first,
            part(end - 1) == .preposition || part(end - 1).isDeterminer && tokens[end - 1].kind != .clitic
        { end -= 1 }
        return hasHead && end > first ? first..<end : nil
    }

    /// The opening bracket of a closing one, near before it.
    private func openBracket(before close: Int) -> Int? {
        let lowest = max(sentence.lowerBound, close - 12)
        return (lowest..<max(lowest, close)).last { part($0) == .openBracket }
    }
}

extension ClauseParts {
    /// Across which a noun phrase may reach to the left.
    fileprivate static var joints: ClauseParts {
        @inline(__always)
        get { ClauseParts([.subject, .possessive, .determiner, .quantifier, .demonstrative, .preposition, .mark, .coordinator, .closeBracket]) }
    }
}
