import Testing

@testable import Gazette

/// Looking rules up by what a token is, and leaving out those that the signs around it exclude, must not hide what a rule finds. The reference asks
/// every rule at every token that fits its opening, with the signs of the whole sentence.
@Suite struct RuleIndexTests {
    @Test func noRuleIsHidden() throws {
        var found = 0
        for row in try Case.rows(of: "dates") {
            let document = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: [.dates])).annotate(row.text)
            read(document) { text in
                for index in text.sentence {
                    let token = TokenOpening(of: index, in: text)
                    for (number, rule) in DateGrammar.rules.enumerated() where fits(token, rule.opening) {
                        readSigns(from: text.sentence.lowerBound, through: text.sentence.upperBound - 1, text)
                        guard let match = rule.match(at: index, in: text), match.end > index else { continue }
                        readSigns(from: index, through: index, text)
                        let isPossible = rule.isPossible(text.memo.pointee.signs)
                        #expect(isPossible && isListed(number, text), "\(rule.name) at token \(index) of: \(row.text)")
                        #expect(match.end <= text.memo.pointee.signs.end, "\(rule.name) at token \(index) of: \(row.text)")
                        let opened = DateGrammar.opened(at: index, in: text).isSuperset(of: RuleSet(CollectionOfOne(number)))
                        #expect(opened && rule.match(at: index, in: text)?.tokens == match.tokens, "\(rule.name) at token \(index) of: \(row.text)")
                        found += 1
                    }
                }
            }
        }
        #expect(found > 300)
    }

    @Test func pointsAreTheFirstRules() {
        #expect(DateGrammar.pointRules == RuleSet(first: UInt32(DateGrammar.points.count)))
        #expect(DateGrammar.wideRules == RuleSet(first: UInt32(DateGrammar.points.count + DateGrammar.around.count)))
    }

    /// Whether the set of possible rules has a rule at its place in the list.
    private func isListed(_ number: Int, _ text: DateText) -> Bool { text.memo.pointee.possible.rawValue >> UInt32(number) & 1 == 1 }

    /// Takes note of what stands around some tokens, with nothing known of what was found before.
    private func readSigns(from first: Int, through last: Int, _ text: DateText) {
        text.memo.pointee.reset()
        text.memo.pointee.note(text.readSigns(from: first, through: last).signs)
    }

    private func fits(_ token: TokenOpening, _ opening: DateOpening) -> Bool {
        token.classes.intersects(opening.classes) || token.role > 0 && opening.roles >> UInt64(token.role) & 1 != 0
            || token.hasDigits && opening.digits || token.isTens && opening.tens || token.isCapital && opening.capitals
    }

    /// What a token is to the rules, asked without an index.
    private struct TokenOpening {
        var classes = WordClasses()
        var role = 0
        var hasDigits = false
        var isCapital = false
        var isTens = false

        init(of index: Int, in text: DateText) {
            guard let token = text.token(index) else { return }
            classes = text.beginsPhrase(index) ? token.classes : token.classes.without(.phrase)
            role = text.facts(at: index).roleCode
            hasDigits = token.kind == .number || token.kind == .word && text.hasDigit(index) || text.isApostrophe(index)
            isCapital = token.shape == .upper || token.shape == .mixed
            isTens = text.numberWord(index).map { $0 >= 20 && $0 % 10 == 0 } ?? false
        }
    }

    /// Calls with a reader of every sentence.
    private func read(_ document: Document, _ body: (DateText) -> Void) {
        var (candidates, parted, surfaces, buffers) = (DateCandidates(), PartedNumbers(), DateSurfaces(), DateBuffers())
        candidates.gather(document.tokens)
        let isParted = parted.part(document, candidates)
        surfaces.gather(document.surfaces, parted)
        buffers.read(isParted ? parted.tokens : document.tokens, document.text, surfaces, Project.lexicon, dayFirst: false) { text in
            var text = text
            for sentence in isParted ? parted.sentences : document.sentenceTokens {
                text.memo.pointee.reset()
                text.sentence = sentence
                body(text)
            }
        }
    }
}
