/// Proposes names that no list and no head word marks, by their form and their neighbours. Anything else is better evidence.
struct ContextNames {
    let lexicon: Lexicon

    func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        for run in names.runs { append(run, document, names, to: &candidates) }
    }

    @inline(__always)
    private func append(_ run: NameRun, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        let tokens = run.tokens
        if run.hasCapitals { for index in tokens { appendAcronym(index, document, names, to: &candidates) } }
        if run.count == 1, !run.isListed { appendSurname(tokens, document, names, to: &candidates) }
        if run.count <= 3, !run.isCommon { appendPlace(tokens, document, to: &candidates) }
        if run.count <= 4 { appendTitled(tokens, document, to: &candidates) }
        if run.count <= 4, isUnknown(run) { append(tokens, document, names, to: &candidates) }
        if run.count <= 3, run.hasCapitals { appendDateline(tokens, document, to: &candidates) }
    }

    /// Two to six capitals that are no word: most often an organisation.
    private func appendAcronym(_ index: Int, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        let token = document.tokens[index]
        guard token.shape == .upper, (2...6).contains(token.range.count), !names[index].isShouted,
            !names[index].isInitial || !names[index].isListed,
            !token.classes.intersects(Self.otherCapitals), !MeasureCodes.contain(index, document)
        else { return }
        candidates.append(Candidate(tokens: index..<index + 1, label: .organization, rule: .capitals, score: 60))
    }

    private static let otherCapitals = WordClasses([.given, .title, .nameSuffix, .timeZone])

    /// `the Widzew district`, `the village of Sanyili`: a word for a place in small letters beside a name.
    private func appendPlace(_ run: TokenRange, _ document: Document, to candidates: inout [Candidate]) {
        let isBefore = run.upperBound < document.tokens.count && isPlaceWord(document.tokens[run.upperBound])
        let isAfter =
            run.lowerBound >= 2 && isPlaceWord(document.tokens[run.lowerBound - 2])
            && lexicon.code(of: .nameLink, for: document.tokens[run.lowerBound - 1].word) == 1
        guard isBefore || isAfter else { return }
        let score = Candidate.base(run.count) + (isAfter ? 30 : 0)
        candidates.append(Candidate(tokens: run, label: .geopolitical, rule: .placeWord, score: score))
    }

    /// `the tanker Sea Harvest`, `HMS Dauntless`, `his novel Karakul`: a word for a product or work in small letters before a name, or a ship's prefix.
    private func appendTitled(_ run: TokenRange, _ document: Document, to candidates: inout [Candidate]) {
        let first = document.tokens[run.lowerBound]
        let isPrefixed = run.count > 1 && first.shape == .upper && first.classes.contains(.nameNoun)
        let index = isPrefixed ? run.lowerBound : run.lowerBound - 1
        guard index >= 0, document.tokens[index].classes.contains(.nameNoun), isPrefixed || document.tokens[index].shape == .lower,
            isPrefixed || first.gap == .space, let label = label(document.tokens[index])
        else { return }
        candidates.append(Candidate(tokens: run, label: label, rule: .titled, score: Candidate.base(run.count) + (isPrefixed ? 40 : 10)))
    }

    private func label(_ noun: Token) -> EntityLabel? {
        switch lexicon.code(of: .nameNoun, for: noun.word) {
        case ValueCode.product: .product
        case ValueCode.work: .work
        default: nil
        }
    }

    /// `PARIS - `, `SÃO PAULO (`: capitals that open a line, and a dash or parenthesis behind them.
    private func appendDateline(_ run: TokenRange, _ document: Document, to candidates: inout [Candidate]) {
        let next = run.upperBound
        guard run.lowerBound == 0 || document.tokens[run.lowerBound].gap >= .newline, next + 1 < document.tokens.count,
            document.tokens[next].gap == .space, document.tokens[next].kind == .punctuation,
            document.isHyphen(at: next) || document.isMark(next, "(") || document.text[Int(document.tokens[next].range.start)] == 0xE2,
            run.allSatisfy({ document.tokens[$0].shape == .upper })
        else { return }
        candidates.append(Candidate(tokens: run, label: .geopolitical, rule: .dateline, score: Candidate.base(run.count) + 20))
    }

    /// `district`, `town`
    private func isPlaceWord(_ token: Token) -> Bool {
        token.classes.contains(.placeHead) && token.shape == .lower && token.gap == .space
            && EntityLabel(placeHead: lexicon.code(of: .placeHead, for: token.word)) == .geopolitical
    }

    /// A surname that no dictionary has, and that is nothing else.
    private func appendSurname(_ run: TokenRange, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        let (token, name) = (document.tokens[run.lowerBound], names[run.lowerBound])
        guard name.surname > 0, token.shape == .title || token.shape == .mixed, !token.classes.contains(.title) else { return }
        let isSpeaker = speaks(run.upperBound, document) || speaks(run.lowerBound - 1, document)
        let score =
            40 + 5 * Int(name.surname) + (isSpeaker ? 40 : 0) - (name.isInitial ? 20 : 0)
            - (names.followsArticle(run.lowerBound, document) ? 60 : 0)
        candidates.append(Candidate(tokens: run, label: .person, rule: isSpeaker ? .speaker : .surnameAlone, score: score))
    }

    /// Whether no word of a run is known to the lexicons or the dictionary.
    private func isUnknown(_ run: NameRun) -> Bool { !run.isListed && !run.hasCapitals && !run.classes.intersects(Self.known) }

    private static let known = WordClasses([.title]).union(.entry)

    private func append(_ run: TokenRange, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        let base = Candidate.base(run.count)
        let isPerson = names[run.lowerBound].given > 0
        if speaks(run.upperBound, document) || speaks(run.lowerBound - 1, document) {
            candidates.append(Candidate(tokens: run, label: .person, rule: .speaker, score: base - 30))
        }
        if run.lowerBound > 0, document.tokens[run.lowerBound].gap <= .newline,
            document.tokens[run.lowerBound - 1].classes.contains(.placePreposition), !names.followsSpeech(run.lowerBound - 1, document)
        {
            let isIn = lexicon.code(of: .placePreposition, for: document.tokens[run.lowerBound - 1].word) == 1
            let score = base - (isIn ? 20 : 70) - (isPerson ? 40 : 0)
            candidates.append(Candidate(tokens: run, label: .geopolitical, rule: .placePreposition, score: score))
        }
    }

    private func speaks(_ index: Int, _ document: Document) -> Bool {
        document.tokens.indices.contains(index) && document.tokens[index].classes.contains(.speechVerb)
    }
}
