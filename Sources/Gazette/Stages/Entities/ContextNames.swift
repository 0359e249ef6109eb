/// Proposes names that no list and no head word marks, by their form and their neighbours. Anything else is better evidence.
struct ContextNames {
    let lexicon: Lexicon

    func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        for run in names.runs {
            if run.count == 1 {
                appendAcronym(run, document, names, to: &candidates)
                appendSurname(run, document, names, to: &candidates)
            }
            if isUnknown(run, document, names) { append(run, document, to: &candidates) }
        }
    }

    /// Two to six capitals that are no word: most often an organisation.
    private func appendAcronym(_ run: TokenRange, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        let token = document.tokens[run.lowerBound]
        guard token.shape == .upper, (2...6).contains(token.range.count), !names.isInitial[run.lowerBound] || !token.classes.contains(.common),
            !token.classes.intersects(WordClasses([.given, .title, .nameSuffix, .timeZone, .unit, .currency]))
        else { return }
        candidates.append(Candidate(tokens: run, label: .organization, evidence: .rule("capitals"), score: 60))
    }

    /// A surname that is nothing else.
    private func appendSurname(_ run: TokenRange, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        let token = document.tokens[run.lowerBound]
        guard token.classes.contains(.surname), token.shape == .title || token.shape == .mixed, !names.isCommon(token) else { return }
        let speaks = speaks(run.upperBound, document) || speaks(run.lowerBound - 1, document)
        let score = 40 + 5 * lexicon.number(of: .surname, for: token.word) + (speaks ? 40 : 0) - (names.isInitial[run.lowerBound] ? 20 : 0)
        candidates.append(Candidate(tokens: run, label: .person, evidence: .rule(speaks ? "speaker" : "surname-alone"), score: score))
    }

    /// Whether no word of a run is known to the lexicons or the dictionary.
    private func isUnknown(_ run: TokenRange, _ document: Document, _ names: NameTokens) -> Bool {
        run.count <= 4
            && run.allSatisfy { index in
                let token = document.tokens[index]
                return !token.classes.contains(.common) && !token.classes.intersects(.entry) && token.shape != .upper
            }
    }

    private func append(_ run: TokenRange, _ document: Document, to candidates: inout [Candidate]) {
        let isSpeaker = speaks(run.upperBound, document) || speaks(run.lowerBound - 1, document)
        if isSpeaker {
            candidates.append(Candidate(tokens: run, label: .person, evidence: .rule("speaker"), score: Candidate.base(run.count) - 30))
        } else if run.lowerBound > 0, document.tokens[run.lowerBound - 1].classes.contains(.placePreposition) {
            candidates.append(
                Candidate(tokens: run, label: .geopolitical, evidence: .rule("place-preposition"), score: Candidate.base(run.count) - 40))
        } else if run.count >= 2 {
            candidates.append(Candidate(tokens: run, label: .person, evidence: .rule("capitalised"), score: Candidate.base(run.count) - 60))
        }
    }

    private func speaks(_ index: Int, _ document: Document) -> Bool {
        document.tokens.indices.contains(index) && document.tokens[index].classes.contains(.speechVerb)
    }
}
