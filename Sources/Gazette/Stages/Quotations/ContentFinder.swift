/// What a cue attributes: the clause, quotation or noun phrase on one of its sides.
extension AttributionReader {
    // MARK: To the right

    /// The complement that begins at a token. Nil where the cue takes none of its kind.
    func complement(from first: Int, of cue: AttributionCue, isPassive: Bool = false) -> TokenRange? {
        var place = first
        let traits = cue.traits
        if traits.contains(.hearer), !isPassive { place = afterHearer(place) }
        place = afterAdjuncts(place)
        switch text.part(place) {
        case .openQuote: return quotation(from: place)
        case .that, .question:
            return traits.isDisjoint(with: [.clause, .object, .noun, .adjective])
                ? nil : clause(from: place)
        case .subordinator:
            return traits.contains(.clause) && (text.isWord(place, "if")) ? clause(from: place) : nil
        case .colon: return traits.isDisjoint(with: [.quote, .clause]) ? nil : afterMark(place)
        case .comma:
            return text.part(place + 1) == .openQuote && traits.contains(.quote)
                ? quotation(from: place + 1) : nil
        case .to: return traits.contains(.infinitive) ? clause(from: place) : nil
        case .subject: return traits.isDisjoint(with: [.clause, .object]) ? nil : clause(from: place)
        case .as where traits.contains(.object): return clause(from: place)
        case .preposition, .as: return adjunctClause(from: place, cue)
        case .object: return traits.contains(.object) ? object(from: place) : nil
        case .be, .have, .modal:
            return traits.isSuperset(of: [.always, .quote]) ? clause(from: place) : nil
        case .word, .name, .number, .determiner, .possessive, .quantifier, .demonstrative, .date,
            .adverb, .negator:
            if traits.contains(.always) || traits.contains(.clause) && hasFiniteVerb(after: place) {
                return clause(from: place)
            }
            return traits.contains(.object) ? object(from: place) : nil
        default: return nil
        }
    }

    /// "He said, and few would disagree, …": what follows the comma behind a cue that has nothing else.
    func clauseAfterComma(_ comma: Int) -> TokenRange? {
        guard text.part(comma) == .comma,
            text.part(comma + 1) == .subject || hasFiniteVerb(after: comma + 1)
        else { return nil }
        return clause(from: comma + 1)
    }

    /// A noun phrase with what belongs to it: its clause up to the first comma outside of quotation marks.
    private func object(from first: Int) -> TokenRange? {
        guard let whole = clause(from: first) else { return nil }
        var isQuoted = false
        for place in whole {
            switch text.part(place) {
            case .openQuote: isQuoted = true
            case .closeQuote: isQuoted = false
            case .comma where !isQuoted && place > first: return first..<place
            default: break
            }
        }
        return whole
    }

    /// "told the crowd of reporters on Monday", "asked him"
    private func afterHearer(_ first: Int) -> Int {
        if text.part(first) == .object { return first + 1 }
        guard var place = text.nounPhrase(from: first, stopsAtVerbs: true)?.upperBound,
            text.part(first) != .subject
        else { return first }
        if text.part(place) == .coordinator,
            let next = text.nounPhrase(from: place + 1, stopsAtVerbs: true)
        {
            place = next.upperBound
        }
        return place
    }

    private func afterAdjuncts(_ first: Int) -> Int {
        var place = first
        while text.sentence.contains(place), place - first < ClauseText.longestPhrase {
            if text.part(place) == .date {
                place += 1
            } else if text.part(place) == .preposition, text.part(place + 1) == .date {
                place += 1
            } else if text.isAdverb(place),
                text.part(place + 1) == .that || text.part(place + 1) == .openQuote
            {
                place += 1
            } else {
                return place
            }
        }
        return place
    }

    /// "said in a statement that …", "wrote on Twitter: “…”"
    private func adjunctClause(from first: Int, _ cue: AttributionCue) -> TokenRange? {
        var place = first + 1
        while text.sentence.contains(place), place < first + 16 {
            switch text.part(place) {
            case .that: return cue.traits.isDisjoint(with: [.clause, .quote]) ? nil : clause(from: place)
            case .openQuote where text.part(place - 1) == .comma || text.part(place - 1) == .colon:
                return cue.traits.contains(.quote) ? quotation(from: place) : nil
            case .subject where place > first + 2:
                return cue.traits.contains(.always) ? clause(from: place) : nil
            case .comma, .dash: if text.part(place + 1) != .openQuote { return nil }
            case .colon: return cue.traits.contains(.quote) ? afterMark(place) : nil
            case .stop, .semicolon: return nil
            default: break
            }
            place += 1
        }
        return nil
    }

    private func afterMark(_ mark: Int) -> TokenRange? {
        let first = mark + 1
        guard text.sentence.contains(first) else {
            return quotes.span(from: first)?.tokens
        }
        return text.part(first) == .openQuote ? quotation(from: first) : clause(from: first)
    }

    func clause(from first: Int) -> TokenRange? {
        let end = text.clauseEnd(from: first) { isNewAttribution($0) }
        return end > first ? first..<end : nil
    }

    /// A quotation that ends its clause stands alone; one that goes on in the writer's words is part of a clause.
    private func quotation(from open: Int) -> TokenRange? {
        guard let span = quotes.span(from: open) else { return clause(from: open) }
        let end = span.tokens.upperBound
        if !text.sentence.contains(end) || text.part(end).isPunctuation || isNewAttribution(end) {
            return span.tokens
        }
        return clause(from: open)
    }

    /// Whether a verb that needs no ending to be told stands near to the right.
    private func hasFiniteVerb(after first: Int) -> Bool {
        for place in first..<min(first + 12, text.sentence.upperBound) {
            if text.part(place).isAuxiliary { return true }
            if text.part(place) == .comma || text.part(place) == .stop || text.part(place) == .relative {
                return false
            }
        }
        return false
    }

    // MARK: To the left

    /// What stands before a comma or closing quotation mark at the left of a subject or an inverted verb.
    func fronted(before start: Int) -> TokenRange? {
        let last = start - 1
        guard text.sentence.contains(last) else { return quoteBefore(start) }
        switch text.part(last) {
        case .closeQuote:
            guard let span = quotes.span(endingAt: start) else { return nil }
            let first = max(limit, text.sentence.lowerBound)
            if span.tokens.lowerBound <= first + 1 || span.tokens.count > 8 { return span.tokens }
            return min(frontStart(first), span.tokens.lowerBound)..<start
        case .comma:
            if text.part(last - 1) == .closeQuote, let span = quotes.span(endingAt: last),
                span.tokens.lowerBound <= text.sentence.lowerBound
            {
                return span.tokens
            }
            let first = frontStart(max(limit, text.sentence.lowerBound))
            return last - first >= 2 ? first..<last : nil
        default: return nil
        }
    }

    private func frontStart(_ first: Int) -> Int {
        var place = first
        while place - first < ClauseText.longestPhrase,
            [.coordinator, .contrast, .comma].contains(text.part(place))
        { place += 1 }
        return place
    }

    /// A quotation that ends the sentence before, in the same paragraph.
    private func quoteBefore(_ start: Int) -> TokenRange? {
        guard start > 0, start < text.tokens.count, text.tokens[start].gap < .paragraph else {
            return nil
        }
        return quotes.span(endingAt: start)?.tokens
    }

    /// The second part of a parted quotation: the next one in the sentence.
    func rest(after first: Int) -> TokenRange? {
        var place = first
        while text.sentence.contains(place), place - first < ClauseText.mostReach {
            if text.part(place) == .openQuote { return quotes.span(from: place)?.tokens }
            if text.part(place) == .closeQuote || text.part(place) == .that { return nil }
            place += 1
        }
        return nil
    }
}

extension [QuotedSpan] {
    /// The quotation that opens with a token.
    func span(from open: Int) -> QuotedSpan? {
        let place = first(from: open)
        return place < count && self[place].tokens.lowerBound == open ? self[place] : nil
    }

    /// The innermost quotation that ends before a token.
    func span(endingAt end: Int) -> QuotedSpan? { self[near(end)].last { $0.tokens.upperBound == end } }

    /// Whether a token lies inside of quotation marks.
    func isQuoted(_ token: Int) -> Bool { self[near(token)].contains { $0.tokens.contains(token) } }

    private func first(from token: Int) -> Int { partitioningIndex { $0.tokens.lowerBound >= token } }

    /// The last quotations that begin before a token, as many as can be open at once.
    private func near(_ token: Int) -> Range<Int> {
        let end = first(from: token)
        return Swift.max(0, end - QuoteFinder.mostOpen)..<end
    }
}
