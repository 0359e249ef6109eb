/// Finds named entities: the lexicons and the rules propose candidates, the best set of spans that do not overlap is chosen,
/// and what the document has said of its names proposes more before the last choice.
struct EntityStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .surfaces, .dates]
    static let assigns: LayerSet = .entities

    private let usesMemory: Bool
    private(set) var names: NameTokens
    private var lexiconNames: LexiconNames
    private var people = PersonNames()
    private var headWords: HeadWordNames
    private let acronyms: AcronymNames
    private let context: ContextNames
    private let described: DescribedNames
    private let titles: QuotedTitles
    private let teams: TeamNames
    private let languages: LanguageNames
    private var memory = DocumentMemory()
    /// The words of the document and of its names.
    var numbers = WordNumbers()
    private var chooser = SpanChooser()
    let usesTable: Bool
    private let keepsAll: Bool
    private let sources: NameSources
    private var words: NameWords
    private(set) var weigher: EvidenceWeigher
    private(set) var candidates: [Candidate] = []
    private(set) var spans = EvidenceSpans()
    /// The names of the document, in the order of the text.
    private(set) var chosen: [Candidate] = []
    /// The same for the memory, while the choice may still change, and those of the choice before.
    private var mentions: [MentionMap.Mention] = []
    private var earlier: [MentionMap.Mention] = []

    /// Without a table the rules' own scores choose.
    init(lexicon: Lexicon, options: AnnotatorOptions, table: EvidenceTable?) {
        let table = options.evidenceTable ? table : nil
        keepsAll = options.allReadings
        sources = options.nameSources
        usesMemory = options.documentMemory
        usesTable = table != nil
        weigher = EvidenceWeigher(lexicon: lexicon, table: table)
        names = NameTokens(lexicon: lexicon)
        words = NameWords(lexicon: lexicon)
        lexiconNames = LexiconNames(lexicon: lexicon)
        headWords = HeadWordNames(lexicon: lexicon)
        acronyms = AcronymNames()
        context = ContextNames(lexicon: lexicon)
        described = DescribedNames(lexicon: lexicon)
        titles = QuotedTitles(lexicon: lexicon)
        teams = TeamNames(lexicon: lexicon)
        languages = LanguageNames(lexicon: lexicon)
    }

    mutating func run(on document: inout Document) {
        propose(document)
        choose(document)
        append(to: &document)
    }

    /// Its two parts: what may be a name, and what is one.
    mutating func run(on document: inout Document, _ times: inout StepTimes, as name: String) {
        propose(document)
        times.lap("\(name), proposing")
        choose(document)
        append(to: &document)
        times.lap("\(name), choosing")
    }

    private mutating func append(to document: inout Document) {
        teams.relabel(&chosen, document)
        languages.relabel(&chosen, candidates, spans, document)
        if keepsAll { return appendAll(to: &document) }
        for candidate in chosen { append(candidate, to: &document) }
    }

    /// Adds what has been chosen, each with what else the same words may name.
    private func appendAll(to document: inout Document) {
        let proposed = Dictionary(grouping: candidates) { $0.tokens }
        for candidate in chosen {
            append(candidate, to: &document)
            append(proposed[candidate.tokens] ?? [], alternativeTo: candidate, to: &document)
        }
    }

    /// Sets `chosen` to the names of a document for which candidates have been proposed.
    mutating func choose(_ document: Document) {
        chooseByRules(document)
        guard usesTable else { return }
        weigh(document)
        chooseWeighed()
        if usesMemory, noteChosen(document) {
            weigher.weighAgain(spans, mentions, insteadOf: earlier, &numbers, document)
            chooseWeighed()
        }
        var chosen: [Candidate] = []
        swap(&chosen, &self.chosen)
        chosen.removeAll(keepingCapacity: true)
        appendChosen(to: &chosen, document)
        swap(&chosen, &self.chosen)
    }

    /// What the weights have chosen.
    private func appendChosen(to chosen: inout [Candidate], _ document: Document) {
        for option in chooser.chosen where !isRejected(option, document) {
            chosen.append(decisive(option).map { candidates[$0] } ?? weigher.candidate(option, spans, candidates, document))
        }
    }

    private func append(_ candidate: Candidate, to document: inout Document, isAlternative: Bool = false) {
        document.entities.append(
            EntityMention(
                range: document.byteRange(of: candidate.tokens), label: candidate.label, entry: candidate.entry, evidence: candidate.evidence,
                isAlternative: isAlternative))
    }

    /// What else the same words may name, the best first.
    private func append(_ others: [Candidate], alternativeTo chosen: Candidate, to document: inout Document) {
        var seen = [chosen]
        for other in others.sorted(by: { ($1.score, $0.label.rawValue) < ($0.score, $1.label.rawValue) })
        where !seen.contains(where: { $0.label == other.label && $0.entry == other.entry }) {
            seen.append(other)
            append(other, to: &document, isAlternative: true)
        }
    }

    /// What the table is fitted on: the features of all spans.
    mutating func samples(_ document: Document) -> [EvidenceSample] {
        propose(document)
        chooseByRules(document)
        weigh(document)
        if usesTable {
            chooseWeighed()
            if noteChosen(document) { weigher.revise(mentions, &numbers, document) }
        }
        return weigher.samples(candidates, spans, &numbers, document)
    }

    /// Sets `candidates` and `spans` to what may be a name.
    mutating func propose(_ document: Document) {
        candidates.removeAll(keepingCapacity: true)
        names.reset(document, &words)
        numbers.reset(document)
        if sources.contains(.lists) { lexiconNames.append(document, names, to: &candidates) }
        if sources.contains(.composition) { people.append(document, names, to: &candidates) }
        if sources.contains(.headWords) {
            headWords.append(document, names, to: &candidates)
            acronyms.append(document, names, to: &candidates)
            context.append(document, names, to: &candidates)
            described.append(document, names, to: &candidates)
            titles.append(document, names, to: &candidates)
            teams.append(document, names, to: &candidates)
        }
        settle(document, from: 0)
        spans.collect(candidates, document, names)
    }

    private mutating func chooseByRules(_ document: Document) {
        choosePreferred()
        takePreferred()
        guard usesMemory else { return }
        identifyDefined(document)
        memory.learn(from: chosen, &numbers, document, names)
        let count = candidates.count
        memory.append(&numbers, document, names, to: &candidates)
        if candidates.count == count { return }
        settle(document, from: count, areRemembered: true)
        spans.add(candidates, from: count)
        choosePreferred()
        if !usesTable { takePreferred() }
    }

    /// `De Nederlandsche Bank (DNB)`: a name that may define an acronym gets the entry that its words have, whatever rule it was chosen for.
    private mutating func identifyDefined(_ document: Document) {
        for index in chosen.indices where chosen[index].entry == nil && document.isMark(chosen[index].tokens.upperBound, "(") {
            let label = chosen[index].label
            let isListed = { [candidates] (index: Int) in candidates[index].entry != nil && candidates[index].label == label }
            if let listed = spans.preferred(spans.spans[chooser.chosen[index]], candidates, where: isListed) { chosen[index] = candidates[listed] }
        }
    }

    /// Chooses among what the rules propose by the rules' own scores.
    private mutating func choosePreferred() {
        let (spans, candidates) = (spans.spans, candidates)
        chooser.take(spans.count, where: { spans[$0].preferred >= 0 }) { index in
            SpanChooser.Option(spans[index].key, score: candidates[Int(spans[index].preferred)].score, number: index)
        }
        chooser.choose()
    }

    /// Sets `chosen` to what the rules have chosen.
    private mutating func takePreferred() {
        chosen.removeAll(keepingCapacity: true)
        for span in chooser.chosen { chosen.append(candidates[Int(spans.spans[span].preferred)]) }
    }

    /// Weighs what speaks for every span.
    private mutating func weigh(_ document: Document) {
        mentions.removeAll(keepingCapacity: true)
        for span in chooser.chosen {
            mentions.append(MentionMap.Mention(span: span, of: spans, NameGroup(candidates[Int(spans.spans[span].preferred)].label)))
        }
        weigher.weigh(candidates, spans, chosen: mentions, usesMemory: usesMemory, &numbers, document, names)
    }

    /// Chooses by what all evidence says. An option of the chooser is a span, or the complement of one that the user's rows decide for.
    private mutating func chooseWeighed() {
        let (spans, verdicts) = (spans.spans, weigher.verdicts)
        let (refused, joined) = (lexiconNames.refused, lexiconNames.joined)
        let option = { (index: Int) in
            let isRefused = refused.contain(spans[index].tokens) || joined.containPart(spans[index].tokens)
            return SpanChooser.Option(spans[index].key, score: isRefused ? 0 : verdicts[index].sum, number: index)
        }
        if lexiconNames.decides {
            chooser.take(2 * spans.count, where: { _ in true }) { [self] place in place % 2 == 0 ? option(place / 2) : decided(place / 2) }
        } else {
            chooser.take(spans.count, where: { verdicts[$0].sum > 0 }, option)
        }
        chooser.choose()
    }

    /// What the user's rows decide for a span.
    private func decided(_ index: Int) -> SpanChooser.Option {
        SpanChooser.Option(spans.spans[index].key, score: decisive(~index).map { candidates[$0].score } ?? 0, number: ~index)
    }

    /// The candidate that the user's rows decide for where an option is the complement of a span.
    private func decisive(_ option: Int) -> Int? {
        option < 0 ? spans.preferred(spans.spans[~option], candidates, where: { candidates[$0].isDecisive }) : nil
    }

    /// Sets `mentions` to what the weights have chosen, and `earlier` to what had been chosen before. Gives whether they differ.
    private mutating func noteChosen(_ document: Document) -> Bool {
        var chosen: [MentionMap.Mention] = []
        swap(&chosen, &earlier)
        chosen.removeAll(keepingCapacity: true)
        appendChosen(to: &chosen, document)
        (earlier, mentions) = (mentions, chosen)
        return mentions != earlier
    }

    private func appendChosen(to mentions: inout [MentionMap.Mention], _ document: Document) {
        for option in chooser.chosen where !isRejected(option, document) {
            mentions.append(MentionMap.Mention(span: option < 0 ? ~option : option, of: spans, group(of: option)))
        }
    }

    private func group(of option: Int) -> NameGroup {
        if let decisive = decisive(option) { return NameGroup(candidates[decisive].label) }
        return weigher.group(of: option)
    }

    private func isRejected(_ option: Int, _ document: Document) -> Bool {
        option >= 0 && weigher.isRejected(option, spans, candidates, document)
    }

    private mutating func settle(_ document: Document, from first: Int, areRemembered: Bool = false) {
        candidates.settle(from: first, document, names, lexiconNames.refused, areRemembered: areRemembered)
    }
}
