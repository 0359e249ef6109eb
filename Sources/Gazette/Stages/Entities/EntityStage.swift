/// Finds named entities: the lexicons and the rules propose candidates, the best set of spans that do not overlap is chosen,
/// and what the document has said of its names proposes more before the last choice.
struct EntityStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .dates]
    static let assigns: LayerSet = .entities

    private let usesMemory: Bool
    private var names: NameTokens
    private var lexiconNames: LexiconNames
    private var people: PersonNames
    private var headWords: HeadWordNames
    private let acronyms: AcronymNames
    private let context: ContextNames
    private var memory: DocumentMemory
    private var chooser = SpanChooser()
    private var candidates: [Candidate] = []

    init(lexicon: Lexicon, usesMemory: Bool) {
        self.usesMemory = usesMemory
        names = NameTokens(lexicon: lexicon)
        lexiconNames = LexiconNames(lexicon: lexicon)
        people = PersonNames(lexicon: lexicon)
        headWords = HeadWordNames(lexicon: lexicon)
        acronyms = AcronymNames(lexicon: lexicon)
        context = ContextNames(lexicon: lexicon)
        memory = DocumentMemory(lexicon: lexicon)
    }

    mutating func run(on document: inout Document) {
        candidates.removeAll(keepingCapacity: true)
        names.reset(document)
        lexiconNames.append(document, names, to: &candidates)
        people.append(document, names, to: &candidates)
        headWords.append(document, names, to: &candidates)
        acronyms.append(document, names, to: &candidates)
        context.append(document, names, to: &candidates)
        dropDates(document)
        weighNeighbours(document)
        var chosen = chooser.choose(from: candidates, tokenCount: document.tokens.count)
        if usesMemory {
            memory.learn(from: chosen, document, names)
            let count = candidates.count
            memory.append(document, names, to: &candidates)
            weighNeighbours(document, from: count)
            chosen = chooser.choose(from: candidates, tokenCount: document.tokens.count)
        }
        for candidate in chosen {
            document.entities.append(
                EntityMention(
                    range: document.byteRange(of: candidate.tokens), label: candidate.label, entry: candidate.entry, evidence: candidate.evidence))
        }
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
        if document.dates.isEmpty { return }
        candidates.removeAll { candidate in
            let range = document.byteRange(of: candidate.tokens)
            guard let date = document.lastDate(before: range.start + 1) else { return false }
            return date.contains(range)
        }
    }
}

extension Document {
    /// The range of the last date that starts before an offset, found by bisection.
    fileprivate func lastDate(before offset: Int32) -> ByteRange? {
        var (low, high) = (0, dates.count)
        while low < high {
            let middle = (low + high) / 2
            if dates[middle].range.start < offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? dates[low - 1].range : nil
    }
}
