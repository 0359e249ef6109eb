/// Finds temporal expressions and gives them TIMEX3 values (TimeML 1.2.1): `DateFinder` finds them, `DateResolver` places them on the calendar,
/// in the text's order. What it needs for that it keeps from document to document.
struct DateStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens, .surfaces]
    static let assigns: LayerSet = .dates

    let lexicon: Lexicon
    let dayFirst: Bool
    private var candidates = DateCandidates()
    private var parted = PartedNumbers()
    private var surfaces = DateSurfaces()
    private var buffers = DateBuffers()
    private var found: [FoundDate] = []
    private var history = DateHistory()

    init(lexicon: Lexicon, dayFirst: Bool) { (self.lexicon, self.dayFirst) = (lexicon, dayFirst) }

    mutating func run(on document: inout Document) {
        candidates.gather(document.tokens)
        let isParted = parted.part(document, candidates)
        if isParted { candidates.follow(parted) }
        surfaces.gather(document.surfaces, parted)
        candidates.add(endsOf: surfaces, isParted ? parted.tokens : document.tokens)
        let sentences = isParted ? parted.sentences : document.sentenceTokens
        let (candidates, today, second) = (candidates, document.date, document.secondOfDay)
        var (dates, found, history) = ([] as [TemporalExpression], [] as [FoundDate], DateHistory())
        swap(&dates, &document.dates)
        swap(&found, &self.found)
        swap(&history, &self.history)
        buffers.read(isParted ? parted.tokens : document.tokens, document.text, surfaces, lexicon, dayFirst: dayFirst) { text in
            Self.find(in: text, sentences, candidates, into: &found)
            if !found.isEmpty { Self.place(found, in: text, sentences, today, second, &history, into: &dates) }
        }
        swap(&dates, &document.dates)
        swap(&found, &self.found)
        swap(&history, &self.history)
    }

    private static func find(in text: DateText, _ sentences: [TokenRange], _ candidates: DateCandidates, into found: inout [FoundDate]) {
        found.removeAll(keepingCapacity: true)
        var finder = DateFinder(text: text)
        swap(&finder.found, &found)
        finder.read(sentences, candidates)
        finder.markWhole()
        swap(&finder.found, &found)
        SharedYear.share(&found, whole(text))
    }

    private static func place(
        _ found: [FoundDate], in text: DateText, _ sentences: [TokenRange], _ today: CalendarDate?, _ second: Int?, _ history: inout DateHistory,
        into dates: inout [TemporalExpression]
    ) {
        let whole = whole(text)
        history.removeAll()
        var resolver = DateResolver(today: today ?? Dateline.date(found, whole), secondOfDay: second, tenses: TenseReader(text: text))
        swap(&resolver.history, &history)
        for index in found.indices {
            let range = whole.range(of: found[index].match.tokens)
            dates.append(resolver.expression(found[index].match, in: (found[index].sentence, sentences[found[index].sentence]), range: range))
        }
        swap(&resolver.history, &history)
    }

    /// A reader whose sentence is the whole text.
    private static func whole(_ text: DateText) -> DateText {
        var whole = text
        whole.sentence = text.tokens.indices
        return whole
    }
}
