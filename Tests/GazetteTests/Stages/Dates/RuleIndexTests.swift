import Testing

@testable import Gazette

/// Looking rules up by what a token is must not hide what a rule finds. The reference asks every rule at every token that fits its opening.
@Suite struct RuleIndexTests {
    @Test func noRuleIsHidden() throws {
        let indices = DateGrammar.rules.map { ($0, RuleIndex([$0])) }
        var found = 0
        for row in try Case.rows(of: "dates") {
            let document = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: [.sentences, .tokens])).annotate(row.text)
            read(document) { text in
                for index in text.sentence {
                    let token = TokenOpening(of: index, in: text)
                    for (rule, table) in indices where fits(token, rule.opening) {
                        guard let match = rule.match(at: index, in: text), match.end > index else { continue }
                        var best: DateMatch?
                        table.find(at: index, token, in: text, best: &best)
                        #expect(best?.tokens == match.tokens, "\(rule.name) at token \(index) of: \(row.text)")
                        found += 1
                    }
                }
            }
        }
        #expect(found > 300)
    }

    private func fits(_ token: TokenOpening, _ opening: DateOpening) -> Bool {
        token.classes.intersects(opening.classes) || token.role > 0 && opening.roles >> UInt64(token.role) & 1 != 0
            || token.hasDigits && opening.digits || token.isTens && opening.tens || token.isCapital && opening.capitals
    }

    /// Calls with a reader of every sentence.
    private func read(_ document: Document, _ body: (DateText) -> Void) {
        var (parted, words, memo) = (PartedNumbers(), WordFacts(), DateMemo())
        let isParted = parted.part(document)
        let (tokens, sentences) = isParted ? (parted.tokens, parted.sentences) : (document.tokens, document.sentenceTokens)
        var facts = tokens.map { _ in DateFacts() }
        withUnsafeMutablePointer(to: &memo) { memo in
            withUnsafeMutablePointer(to: &words) { words in
                facts.withUnsafeMutableBufferPointer { facts in
                    tokens.withUnsafeBufferPointer { tokens in
                        document.text.withUnsafeBufferPointer { utf8 in
                            var text = DateText(
                                tokens: tokens, facts: facts, words: words, utf8: utf8, lexicon: Project.lexicon, dayFirst: false, memo: memo)
                            for sentence in sentences {
                                memo.pointee.reset()
                                text.sentence = sentence
                                body(text)
                            }
                        }
                    }
                }
            }
        }
    }
}
