import Testing

@testable import Gazette

@Suite struct SentenceRuleTests {
    /// Every rule with a text in which it overrules ICU, and the sentences, parted by ` | `.
    static let rows: [(rule: SentenceRule, text: String, sentences: String)] = [
        (.wrappedLine, wrapped, wrapped.replacing("Monday. They", with: "Monday. | They").replacing("\n\n", with: " | ")),
        (.abbreviation, "Gen. Yusuf met Dr. Gul. They left.", "Gen. Yusuf met Dr. Gul. | They left."),
        (.abbreviation, "The U.S. Army left. The U.S. The rest stayed.", "The U.S. Army left. | The U.S. | The rest stayed."),
        (.initial, "John B. Khan spoke.", "John B. Khan spoke."),
        (.listItem, "1. Boil it\n2. Eat it", "1. Boil it | 2. Eat it"),
        (.ellipsis, "They waited… Nobody came.", "They waited… | Nobody came."),
        (.lowerStart, "they left early. we stayed.", "they left early. | we stayed."),
        (.mixedStart, "It sold well. iPhones were next.", "It sold well. | iPhones were next."),
        (.missingSpace, "They went home.The rain came.", "They went home. | The rain came."),
        (.loweredQuestion, "“Why?” she asked. Yahoo! said so.", "“Why?” she asked. | Yahoo! said so."),
        (.reportedQuestion, "\"Why?\" Amina said. \"No!\" He left.", "\"Why?\" Amina said. | \"No!\" | He left."),
        (.openingBracket, "It was late. (they said so)", "It was late. | (they said so)"),
        (.numberStart, "They came together. 2005 was better.", "They came together. | 2005 was better."),
        (.closingMark, "( It ended there. ) They left.", "( It ended there. ) | They left."),
        (.citation, "He died in 2014. [4] She wrote. [1] [2]", "He died in 2014. [4] | She wrote. [1] [2]"),
        (.behindCitation, "He died in 2014.[4] She wrote.", "He died in 2014.[4] | She wrote."),
        (.ruler, "the end ===== the start", "the end | ===== | the start"),
        (.emoticon, "It was good :) They left.", "It was good :) | They left."),
        (.address, "We saw them. https://a.example/x https://a.example/y", "We saw them. | https://a.example/x | https://a.example/y"),
        (.timeStamp, "Amina Gul 03/04/2024 10:15 AM Here it is.", "Amina Gul 03/04/2024 10:15 AM | Here it is."),
    ]

    private static let wrapped = """
        The river rose in the night and by dawn
        the lower streets of the town were under
        water, officials said on Monday. They
        moved forty families to the school.

        Nobody was hurt.
        """

    @Test(arguments: rows.indices) func ruleMakesItsSentences(row: Int) throws {
        let (rule, text, sentences) = Self.rows[row]
        let sample = try SegmentationSample(text)
        #expect(sample.sentences.joined(separator: " | ") == sentences)
        #expect(sample.sentenceRules.contains { $0.rule == rule }, "\(sample.sentenceRules)")
    }

    /// The ends of paragraphs and lines are ICU's too, unless the lines are blank.
    @Test func everyRuleHasARow() {
        #expect(Set(Self.rows.map(\.rule)).union([.paragraph, .line]) == Set(SentenceRule.allCases))
    }

    /// A place where a sentence ends and ICU's does not, or the other way round, is noted with its rule.
    @Test func everyDifferenceFromICUHasItsRule() throws {
        for text in Self.rows.map(\.text) + SegmentationTexts.random(count: 400, seed: 9) {
            let sample = try SegmentationSample(text)
            let starts = Set(sample.document.sentences.map(\.start))
            for (last, token) in zip(sample.document.tokens, sample.document.tokens.dropFirst()) {
                let isICU = sample.icuSentences.contains { last.range.end <= $0 && $0 <= token.range.start }
                let isNoted = sample.sentenceRules.contains { $0.offset == token.range.start }
                #expect((starts.contains(token.range.start) != isICU) == isNoted, "\(text.debugDescription): byte \(token.range.start)")
            }
        }
    }
}
