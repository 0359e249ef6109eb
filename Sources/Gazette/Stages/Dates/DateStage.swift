/// Finds temporal expressions and gives them TIMEX3 values (TimeML 1.2.1): `DateFinder` finds them, `DateResolver` places them on the calendar,
/// in the text's order.
struct DateStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens]
    static let assigns: LayerSet = .dates

    let lexicon: Lexicon
    let dayFirst: Bool

    mutating func run(on document: inout Document) {
        document.dates = expressions(in: PartedNumbers.document(document))
    }

    /// SAFETY: the reader is made and used while the document lends its tokens and its text.
    private func expressions(in document: Document) -> [TemporalExpression] {
        document.tokens.withUnsafeBufferPointer { tokens in
            document.text.withUnsafeBufferPointer { utf8 in
                let text = DateText(tokens: tokens, utf8: utf8, lexicon: lexicon, dayFirst: dayFirst)
                var finder = DateFinder(text: text)
                for number in document.sentenceTokens.indices { finder.read(number, of: document.sentenceTokens) }
                return finder.found.isEmpty ? [] : expressions(finder.markedWhole(), text, document)
            }
        }
    }

    private func expressions(_ found: [FoundDate], _ text: DateText, _ document: Document) -> [TemporalExpression] {
        var (found, whole) = (found, text)
        whole.sentence = document.tokens.indices
        SharedYear.share(&found, whole)
        let today = document.date ?? Dateline.date(found.map(\.match), document)
        var resolver = DateResolver(today: today, secondOfDay: document.secondOfDay, tenses: TenseReader(text: text))
        return found.map { found in
            let sentence = (found.sentence, document.sentenceTokens[found.sentence])
            return resolver.expression(found.match, in: sentence, range: document.byteRange(of: found.match.tokens))
        }
    }
}
