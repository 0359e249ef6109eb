/// Finds temporal expressions and gives them TIMEX3 values (TimeML 1.2.1): `DateFinder` finds them, `DateResolver` places them on the calendar,
/// in the text's order.
struct DateStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens]
    static let assigns: LayerSet = .dates

    let lexicon: Lexicon
    let dayFirst: Bool
    private var parted = PartedNumbers()
    private var words = WordFacts()
    /// By token; those behind the last one are of documents before.
    private var facts: [DateFacts] = []
    private var memo = DateMemo()

    init(lexicon: Lexicon, dayFirst: Bool) { (self.lexicon, self.dayFirst) = (lexicon, dayFirst) }

    mutating func run(on document: inout Document) {
        let isParted = parted.part(document)
        let tokens = isParted ? parted.tokens : document.tokens
        let sentences = isParted ? parted.sentences : document.sentenceTokens
        if facts.count < tokens.count { facts.append(contentsOf: repeatElement(DateFacts(), count: tokens.count - facts.count)) }
        document.dates = expressions(tokens, sentences, document)
    }

    /// SAFETY: the reader is made and used while the document and the stage lend their storage; there are facts for every token.
    private mutating func expressions(_ tokens: [Token], _ sentences: [TokenRange], _ document: borrowing Document) -> [TemporalExpression] {
        let (utf8, today, second, lexicon, dayFirst) = (document.text, document.date, document.secondOfDay, lexicon, dayFirst)
        return withUnsafeMutablePointer(to: &memo) { memo in
            withUnsafeMutablePointer(to: &words) { words in
                facts.withUnsafeMutableBufferPointer { facts in
                    tokens.withUnsafeBufferPointer { tokens in
                        utf8.withUnsafeBufferPointer { utf8 in
                            for index in tokens.indices { facts[index] = DateFacts() }
                            let text = DateText(
                                tokens: tokens, facts: facts, words: words, utf8: utf8, lexicon: lexicon, dayFirst: dayFirst, memo: memo)
                            return Self.expressions(in: text, sentences, today, second)
                        }
                    }
                }
            }
        }
    }

    private static func expressions(in text: DateText, _ sentences: [TokenRange], _ today: CalendarDate?, _ second: Int?) -> [TemporalExpression] {
        var finder = DateFinder(text: text)
        for number in sentences.indices { finder.read(number, of: sentences) }
        var found = finder.markedWhole()
        guard !found.isEmpty else { return [] }
        var whole = text
        whole.sentence = text.tokens.indices
        SharedYear.share(&found, whole)
        let today = today ?? Dateline.date(found.map(\.match), whole)
        var resolver = DateResolver(today: today, secondOfDay: second, tenses: TenseReader(text: text))
        return found.map { resolver.expression($0.match, in: ($0.sentence, sentences[$0.sentence]), range: whole.range(of: $0.match.tokens)) }
    }
}
