import Testing

@testable import Gazette

@Suite(.serialized) struct SegmentationPropertyTests {
    @Test func randomTextsAreCovered() throws {
        var stage = try SegmentationStage(lexicon: Project.lexicon, locale: "en")
        for text in SegmentationTexts.random(count: 1_500, seed: 21) { check(text, &stage) }
    }

    /// With ICU's iterators no text counts as plain, so that every word goes through the rules.
    @Test func plainTextIsPartedAsTheRulesDo() throws {
        var machine = try SegmentationStage(lexicon: Project.lexicon, locale: "en")
        for text in SegmentationTexts.prose(count: 300, seed: 3) + SegmentationTexts.random(count: 100, seed: 4) {
            // What is remembered changes with every text; a stage that remembers nothing is the reference.
            var icu = try SegmentationStage(lexicon: Project.lexicon, locale: "en", segmenter: .icu)
            for _ in 0..<2 {
                var (found, wanted) = (Document(text), Document(text))
                machine.run(on: &found)
                icu.run(on: &wanted)
                #expect(found.tokens == wanted.tokens, "\(text.debugDescription)")
                #expect(found.sentences == wanted.sentences, "\(text.debugDescription)")
            }
        }
    }

    @Test(arguments: SegmentationTexts.pieces) func manyOfOnePieceAreCovered(piece: String) throws {
        var stage = try SegmentationStage(lexicon: Project.lexicon, locale: "en")
        check(String(repeating: piece, count: 2_000), &stage)
    }

    /// Sixteen times the text takes about sixteen times the time, however it is made; a quadratic rule would take 256 times as long.
    @Test(arguments: [
        "a", ".", "-", "'", "[", "(", "\"", "@", "a@", "a:", "a.", "A.", "1", "1/", "1-", "1:", "/", "www.", "a-", "\u{301}", "\u{200D}", "\u{202F}1",
        "中", "ก",
        "😀", "U.S. ", "[1] ", "x. (", "\n", "\u{FEFF}", "a'", "&A", "#a", ". \" ", "=", "\u{202E}",
        "a ", "a, ", "a\n", "a.\n ", "a" + String(repeating: " ", count: 99), ",a", "a,a ", "1 am ", "gentlemanlikenesses ",
    ])
    func timeIsLinear(piece: String) throws {
        var stage = try SegmentationStage(lexicon: Project.lexicon, locale: "en")
        let small = 16_000 / piece.utf8.count
        _ = time(piece, small, &stage)
        let once = (0..<3).map { _ in time(piece, small, &stage) }.min() ?? .zero
        let large = time(piece, 16 * small, &stage)
        #expect(large < once * 64 + .milliseconds(200), "\(piece.debugDescription): \(once), sixteenfold \(large)")
    }

    @Test func tenMegabytesWithoutASpace() throws {
        var stage = try SegmentationStage(lexicon: Project.lexicon, locale: "en")
        var document = Document(String(repeating: "x", count: 10 << 20))
        stage.run(on: &document)
        #expect(document.tokens.map(\.range) == [ByteRange(0, 10 << 20)])
        #expect(document.sentences == [ByteRange(0, 10 << 20)])
    }

    @Test(arguments: [("zh", "我们昨天在北京见了面。", 7), ("ja", "昨日、東京で会いました。", 8), ("th", "เมื่อวานนี้เราพบกัน", 6)])
    func dictionariesPartWordsWithoutSpaces(locale: String, text: String, count: Int) throws {
        #expect(try SegmentationSample(text, locale: locale).tokens.count == count)
    }

    /// Processor time: what other programs take does not count.
    private func time(_ piece: String, _ count: Int, _ stage: inout SegmentationStage) -> Swift.Duration {
        var document = Document(String(repeating: piece, count: count))
        var times = StepTimes()
        times.start()
        stage.run(on: &document)
        times.lap("segmentation")
        return .nanoseconds(times.steps[0].nanoseconds)
    }

    /// Tokens and sentences are in order, disjoint, in bounds and on code points; between them there is nothing but white space.
    private func check(_ text: String, _ stage: inout SegmentationStage) {
        var document = Document(text)
        stage.run(on: &document)
        let comment = Comment(rawValue: text.prefix(60).debugDescription)
        #expect(covers(document.tokens.map(\.range), document), comment)
        #expect(covers(document.sentences, document), comment)
        #expect(document.sentenceTokens.flatMap { Array($0) } == Array(document.tokens.indices), comment)
        #expect(document.tokens.allSatisfy { !hasWhiteSpace($0.range, document) }, comment)
        #expect(document.sentenceTokens.map { document.byteRange(of: $0) } == document.sentences, comment)
    }

    private func covers(_ ranges: [ByteRange], _ document: Document) -> Bool {
        var end: Int32 = 0
        for range in ranges {
            guard range.start >= end, range.end > range.start, Int(range.end) <= document.text.count, isBlank(end, range.start, document) else {
                return false
            }
            end = range.end
        }
        return isBlank(end, Int32(document.text.count), document)
    }

    /// False also where an end is inside of a code point, which decodes to U+FFFD.
    private func isBlank(_ from: Int32, _ to: Int32, _ document: Document) -> Bool {
        document[ByteRange(from, to)].unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }

    private func hasWhiteSpace(_ range: ByteRange, _ document: Document) -> Bool {
        document[range].unicodeScalars.contains(where: \.properties.isWhitespace)
    }
}
