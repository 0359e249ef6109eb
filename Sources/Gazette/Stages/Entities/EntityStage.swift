/// Finds named entities: the lexicons and the rules propose candidates, the best set of spans that do not overlap is chosen,
/// and what the document has said of its names proposes more before the last choice.
struct EntityStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .dates]
    static let assigns: LayerSet = .entities

    private let usesMemory: Bool
    private(set) var names: NameTokens
    private var lexiconNames: LexiconNames
    private var people: PersonNames
    private var headWords: HeadWordNames
    private let acronyms: AcronymNames
    private let context: ContextNames
    private var memory: DocumentMemory
    private var chooser = SpanChooser()
    let usesTable: Bool
    private let keepsAll: Bool
    private let sources: NameSources
    var weigher: EvidenceWeigher
    private(set) var candidates: [Candidate] = []

    /// Without a table the rules' own scores choose.
    init(lexicon: Lexicon, options: AnnotatorOptions, table: EvidenceTable?) {
        let table = options.evidenceTable ? table : nil
        keepsAll = options.allReadings
        sources = options.nameSources
        usesMemory = options.documentMemory
        usesTable = table != nil
        weigher = EvidenceWeigher(lexicon: lexicon, table: table)
        names = NameTokens(lexicon: lexicon)
        lexiconNames = LexiconNames(lexicon: lexicon)
        people = PersonNames(lexicon: lexicon)
        headWords = HeadWordNames(lexicon: lexicon)
        acronyms = AcronymNames(lexicon: lexicon)
        context = ContextNames(lexicon: lexicon)
        memory = DocumentMemory(lexicon: lexicon)
    }

    mutating func run(on document: inout Document) {
        let chosen = choose(document)
        let proposed = keepsAll ? Dictionary(grouping: candidates, by: \.tokens) : [:]
        for candidate in chosen {
            append(candidate, to: &document)
            if keepsAll { append(proposed[candidate.tokens] ?? [], alternativeTo: candidate, to: &document) }
        }
    }

    /// The names of a document, in the order of the text.
    mutating func choose(_ document: Document) -> [Candidate] {
        propose(document)
        var chosen = chooseByRules(document)
        if usesTable {
            weigher.collect(candidates, chosen: chosen, usesMemory: usesMemory, document, names)
            chosen = chooseByWeights(document)
            if usesMemory {
                weigher.remember(chosen, document)
                chosen = chooseByWeights(document)
            }
        }
        return chosen
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
        weigher.collect(candidates, chosen: chooseByRules(document), usesMemory: usesMemory, document, names)
        if usesTable { weigher.remember(chooseByWeights(document), document) }
        return weigher.samples(candidates, document, names)
    }

    private mutating func propose(_ document: Document) {
        candidates.removeAll(keepingCapacity: true)
        names.reset(document)
        if sources.contains(.lists) { lexiconNames.append(document, names, to: &candidates) }
        if sources.contains(.composition) { people.append(document, names, to: &candidates) }
        if sources.contains(.headWords) {
            headWords.append(document, names, to: &candidates)
            acronyms.append(document, names, to: &candidates)
            context.append(document, names, to: &candidates)
        }
        dropDates(document)
        dropRefused()
        candidates.removeAll { CurrencyWords.cover($0, document) }
        weighNeighbours(document)
    }

    private mutating func chooseByWeights(_ document: Document) -> [Candidate] {
        var weighed = weigher.weighed(candidates, document, names)
        if lexiconNames.hasVerdicts {
            weighed.removeAll { lexiconNames.refused.contain($0.tokens) }
            weighed += candidates.filter(\.isDecisive)
        }
        return chooser.choose(from: weighed, tokenCount: document.tokens.count).filter(\.isName)
    }

    private mutating func chooseByRules(_ document: Document) -> [Candidate] {
        let chosen = chooser.choose(from: candidates, tokenCount: document.tokens.count)
        guard usesMemory else { return chosen }
        memory.learn(from: chosen, document, names)
        let count = candidates.count
        memory.append(document, names, to: &candidates)
        dropRefused(from: count)
        weighNeighbours(document, from: count)
        return chooser.choose(from: candidates, tokenCount: document.tokens.count)
    }

    /// What the user says is no name is none, whatever proposes it.
    private mutating func dropRefused(from first: Int = 0) {
        if lexiconNames.refused.isEmpty { return }
        let kept = candidates[first...].filter { $0.isDecisive || !lexiconNames.refused.contain($0.tokens) }
        candidates.replaceSubrange(first..., with: kept)
    }

    /// A name that leaves out a capitalised word beside it is less likely, a single one most of all.
    private mutating func weighNeighbours(_ document: Document, from first: Int = 0) {
        for index in candidates.indices.dropFirst(first) {
            let tokens = candidates[index].tokens
            let cost = candidates[index].rule == .listed ? 15 : tokens.count == 1 ? 60 : 35
            if names.areJoined(tokens.lowerBound - 1, tokens.lowerBound), !document.tokens[tokens.lowerBound - 1].classes.contains(.title) {
                candidates[index].score -= cost
            }
            if names.areJoined(tokens.upperBound - 1, tokens.upperBound), candidates[index].label != .norp { candidates[index].score -= cost }
        }
    }

    /// What lies within a date is no name: `May`, `Easter`.
    private mutating func dropDates(_ document: Document) {
        let dates = DateSpans(document)
        candidates.removeAll { !$0.isDecisive && dates.cover($0.tokens) }
    }
}
