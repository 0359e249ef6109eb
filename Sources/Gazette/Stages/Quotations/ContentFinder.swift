/// What a cue attributes: the clause, quotation or noun phrase on one of its sides.
extension AttributionReader {
    // MARK: To the right

    /// The complement that begins at a token. Nil where the cue takes none of its kind.
    func complement(from first: Int, of cue: AttributionCue, isPassive: Bool = false, isRelative: @autoclosure () -> Bool = false) -> TokenRange? {
        let start = cue.traits.contains(.hearer) && !isPassive ? afterHearer(first) : first
        if let found = complement(from: start, of: cue, hasHearer: start > first, isRelative: isRelative) { return found }
        return start > first ? object(from: first) : nil
    }

    /// The same behind who is told.
    private func complement(from first: Int, of cue: AttributionCue, hasHearer: Bool, isRelative: () -> Bool) -> TokenRange? {
        let traits = cue.traits
        let place = afterInsertion(afterAdjuncts(first), of: cue)
        let part = text.part(place)
        if Self.isOrdinary(part) {
            if traits.contains(.always) || traits.contains(.clause) && beginsClause(place) { return clause(from: place) }
            return traits.contains(.object) || hasRole(place, traits) ? object(from: place) : nil
        }
        switch part {
        case .openQuote: return quotation(from: place)
        case .that, .question: return traits.isDisjoint(with: [.clause, .object, .noun, .adjective]) ? nil : clause(from: place)
        case .subordinator: return traits.contains(.clause) && text.isWord(place, .if) ? clause(from: place) : nil
        case .colon: return traits.isDisjoint(with: [.quote, .clause]) ? nil : afterMark(place)
        case .comma:
            if text.part(place + 1) == .openQuote { return traits.contains(.quote) ? quotation(from: place + 1) : nil }
            return hasHearer ? clauseAfterComma(place) : nil
        case .to: return traits.contains(.infinitive) ? clause(from: place) : nil
        case .subject: return traits.isDisjoint(with: [.clause, .object]) ? nil : clause(from: place)
        case .as where !traits.isDisjoint(with: [.object, .role]): return clause(from: place)
        case .preposition, .as: return adjunctClause(from: place, cue)
        case .relative where hasHearer: return adjunctClause(from: place, cue) ?? clause(from: place)
        case .object: return traits.contains(.object) || hasRole(place, traits) ? object(from: place) : nil
        case .be, .have, .modal:
            return traits.isSuperset(of: [.always, .quote]) || traits.contains(.clause) && isRelative() ? clause(from: place) : nil
        default: return nil
        }
    }

    /// Whether a noun phrase or a clause of any kind may begin with a part.
    @inline(__always)
    private static func isOrdinary(_ part: ClausePart) -> Bool {
        ClauseParts([.word, .name, .number, .determiner, .possessive, .quantifier, .demonstrative, .date, .adverb, .negator]).contains(part)
    }

    /// "He said, and few would disagree, …": what follows the comma behind a cue that has nothing else, unless it attributes what stands before: ", he said".
    func clauseAfterComma(_ comma: Int) -> TokenRange? {
        guard text.part(comma) == .comma, text.part(comma + 1) == .subject || beginsClause(comma + 1), let clause = clause(from: comma + 1) else {
            return nil
        }
        return text.tokens[clause.upperBound - 1].classes.contains(.speechVerb) ? nil : clause
    }

    /// "see the plan as a threat", for cues that need it.
    private func hasRole(_ first: Int, _ traits: AttributionTraits) -> Bool {
        guard traits.contains(.role) else { return false }
        for place in first..<min(first + 12, text.sentence.upperBound) {
            if text.part(place) == .as { return true }
            if text.part(place).isPunctuation || text.part(place).isAuxiliary { return false }
        }
        return false
    }

    /// A noun phrase with what belongs to it: its clause up to the first comma outside of quotation marks, or a colon before one.
    private func object(from first: Int) -> TokenRange? {
        guard let whole = clause(from: first) else { return nil }
        var isQuoted = false
        for place in whole {
            switch text.part(place) {
            case .openQuote: isQuoted = true
            case .closeQuote: isQuoted = false
            case .comma where !isQuoted && place > first, .colon where text.part(place + 1) == .openQuote: return first..<place
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

    /// "on Tuesday", "publicly that", "only: “…”", but not "on Tuesday's show".
    private func afterAdjuncts(_ first: Int) -> Int {
        var place = first
        while text.isInside(place), place - first < ClauseText.longestPhrase, Self.mayBeAdjunct(text[place]) {
            if text.part(place) == .date || text.part(place) == .preposition && text.part(place + 1) == .date {
                let end = afterDate(place)
                if text.part(end) == .possessive { return place }
                place = end
            } else if text.isAdverb(place) || text.part(place) == .contrast, ClauseParts([.that, .openQuote, .colon]).contains(text.part(place + 1)) {
                place += 1
            } else {
                return place
            }
        }
        return place
    }

    /// Whether a circumstance may begin with a part.
    @inline(__always)
    private static func mayBeAdjunct(_ part: ClausePart) -> Bool {
        ClauseParts([.date, .preposition, .adverb, .word, .contrast]).contains(part)
    }

    private func afterDate(_ first: Int) -> Int {
        var place = first + 1
        while text.part(place) == .date { place += 1 }
        return place
    }

    /// ", however, that", " – on the radio – that": what the words between two commas or dashes interrupt, where it is a complement of its own.
    private func afterInsertion(_ mark: Int, of cue: AttributionCue) -> Int {
        guard text.part(mark) == .comma || text.part(mark) == .dash else { return mark }
        for place in mark + 2..<max(mark + 2, min(mark + 12, text.sentence.upperBound)) where text.part(place) == text.part(mark) {
            switch text.part(place + 1) {
            case .that where cue.traits.contains(.clause): return place + 1
            case .to where cue.traits.contains(.infinitive): return place + 1
            case .subject where cue.traits.contains(.always): return place + 1
            default: return mark
            }
        }
        return mark
    }

    /// "said in a statement that …", "wrote on Twitter: “…”", "told a hall in Salem, Ohio, that …"
    private func adjunctClause(from first: Int, _ cue: AttributionCue) -> TokenRange? {
        var place = first + 1
        while text.isInside(place), place < first + 16 {
            switch text.part(place) {
            case .that: return cue.traits.isDisjoint(with: [.clause, .quote]) ? nil : clause(from: place)
            case .to where cue.traits.isSuperset(of: [.infinitive, .clause]): return clause(from: place)
            case .openQuote where text.part(place - 1) == .comma || text.part(place - 1) == .colon:
                return cue.traits.contains(.quote) ? quotation(from: place) : nil
            case .subject where place > first + 2: return cue.traits.contains(.always) ? clause(from: place) : nil
            case .colon: return cue.traits.contains(.quote) ? afterMark(place) : nil
            case .stop, .semicolon, .be, .have, .modal: return nil
            case .comma, .dash: if !isInTitle(place) { return nil }
            default: break
            }
            place += 1
        }
        return nil
    }

    /// Whether a comma stands in the name of a place or before what was said.
    private func isInTitle(_ comma: Int) -> Bool {
        ClauseParts([.openQuote, .name, .that]).contains(text.part(comma + 1)) || text.part(comma - 1) == .name && text.part(comma - 2) == .comma
            || text.part(comma - 1) == .name && text.part(comma - 3) == .comma
    }

    private func afterMark(_ mark: Int) -> TokenRange? {
        let first = mark + 1
        guard text.isInside(first) else {
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
        if !text.isInside(end) || text.part(end).isPunctuation || isNewAttribution(end) {
            return span.tokens
        }
        return clause(from: open)
    }

    /// Whether a subject and its verb stand there, as far as function words tell.
    private func beginsClause(_ first: Int) -> Bool {
        guard var place = text.nounPhrase(from: first, stopsAtVerbs: true)?.upperBound else { return false }
        for _ in 0..<3 {
            guard text.part(place) == .preposition, let next = text.nounPhrase(from: place + 1, stopsAtVerbs: true) else { break }
            place = next.upperBound
        }
        while text.isAdverb(place) || text.part(place) == .date { place += 1 }
        if text.part(place) == .relative { return hasAuxiliary(after: place) }
        return text.part(place).isAuxiliary || isPastVerb(place)
    }

    private func hasAuxiliary(after first: Int) -> Bool {
        for place in first..<min(first + 12, text.sentence.upperBound) {
            if text.part(place).isAuxiliary { return true }
            if text.part(place) == .comma || text.part(place) == .stop { return false }
        }
        return false
    }

    /// "rejected the plan", but not "based on".
    private func isPastVerb(_ index: Int) -> Bool {
        guard text.isVerbLike(index) else { return false }
        switch text.part(index + 1) {
        case .determiner, .possessive, .demonstrative, .object, .name, .number, .that, .to, .adverb: return true
        default: return false
        }
    }

    // MARK: To the left

    /// What stands before a comma or closing quotation mark at the left of a subject or an inverted verb.
    ///
    /// `isInserted` says that a comma follows the cue too ("the plan, he said, would").
    func fronted(before start: Int, isInserted: Bool = false) -> TokenRange? {
        let last = start - 1
        guard text.isInside(last) else { return quoteBefore(start) }
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
            let whole = frontStart(reach(before: last))
            let first = max(whole, last - limit < 2 ? 0 : frontStart(limit))
            return last - first >= (isInserted ? 1 : 2) ? first..<last : nil
        default: return nil
        }
    }

    /// Behind connectives and a dateline ("KABUL (Agency) – ").
    private func frontStart(_ first: Int) -> Int {
        var place = first
        if first == text.sentence.lowerBound,
            let dash = (first..<min(first + 12, text.sentence.upperBound)).first(where: {
                text.part($0) == .dash && text.part($0 - 1) == .closeBracket
            })
        {
            place = dash + 1
        }
        while place - first < ClauseText.longestPhrase,
            ClauseParts([.coordinator, .contrast, .comma]).contains(text.part(place))
        { place += 1 }
        return place
    }

    /// A quotation that ends the sentence before, in the same paragraph, and that nobody there has said.
    private func quoteBefore(_ start: Int) -> TokenRange? {
        guard start > 0, start < text.tokens.count, text.tokens[start].gap < .paragraph, let span = quotes.span(endingAt: start)?.tokens,
            found.last?.content != span, found.last?.rest != span
        else { return nil }
        return span
    }

    /// The second part of a parted quotation: the next one in the sentence.
    func rest(after first: Int) -> TokenRange? {
        var place = first
        while text.isInside(place), place - first < ClauseText.mostReach {
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

    private func first(from token: Int) -> Int { partitioningIndex { $0.tokens.lowerBound >= token } }

    /// The last quotations that begin before a token, as many as can be open at once.
    private func near(_ token: Int) -> Range<Int> {
        let end = first(from: token)
        return Swift.max(0, end - QuoteFinder.mostOpen)..<end
    }
}
