import Testing

@testable import Gazette

/// What case rows cannot show of quotations and stance: what holds of every text, and strange input.
@Suite(.serialized) struct QuotationStageTests {
    static let pieces = [
        "“", "”", "\"", "'", "‘", "’", "«", "»", "(", ")", ",", ", ", ". ", ": ", "; ", " — ", "\n\n", " said ", " claims ", "the ministry ", "He ",
        "that ",
        "according to ", "denied ", "not ", "may ", "Ann Novak ", "Kabul ", "his claim that ", "which ", "by police ", "on Monday ", "and ", "but ",
        "if ",
        "whether ", "as ", "her ", "’s ", "wanted to ", "saying ", "criticised ", "was ", "a plan ", "tells ", "no doubt ", "é", "🙂 ", "中", "one ",
    ]

    /// Ranges lie in the text, in order, on code points; parts lie in their whole; every pointer points somewhere.
    static func check(_ document: Document, _ name: String) {
        let end = Int32(document.text.count)
        func isRange(_ range: ByteRange) -> Bool {
            range.start >= 0 && range.start < range.end && range.end <= end && isBoundary(range.start) && isBoundary(range.end)
        }
        func isBoundary(_ offset: Int32) -> Bool { offset == end || document.text[Int(offset)] & 0xC0 != 0x80 }
        for (last, next) in zip(document.quotations, document.quotations.dropFirst()) { #expect(!(next.range < last.range), "\(name)") }
        for quotation in document.quotations {
            for part in [quotation.range, quotation.content, quotation.cue].compactMap({ $0 }) {
                #expect(isRange(part) && quotation.range.contains(part), "\(name)")
            }
            if let speaker = quotation.speaker { #expect(isRange(speaker), "\(name)") }
            if let entity = quotation.entity { #expect(document.entities.indices.contains(entity), "\(name)") }
        }
        for (last, next) in zip(document.stance, document.stance.dropFirst()) { #expect(last.range.start <= next.range.start, "\(name)") }
        for mark in document.stance {
            #expect(isRange(mark.range) && mark.scope.map(isRange) ?? true, "\(name)")
            if let quotation = mark.quotation { #expect(document.quotations.indices.contains(quotation), "\(name)") }
            let isQuoted = document.quoted.contains { $0.overlaps(mark.range) }
            #expect(mark.isQuoted == isQuoted, "\(name)")
        }
    }

    private func annotator() throws -> Annotator { try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: .all)) }

    @Test func randomTexts() throws {
        let annotator = try annotator()
        var random = SplitMix64(state: 8)
        for round in 0..<1_500 {
            let count = Int.random(in: 1...60, using: &random)
            let text = (0..<count).map { _ in Self.pieces[Int.random(in: Self.pieces.indices, using: &random)] }.joined()
            let document = annotator.annotate(text)
            Self.check(document, "round \(round): \(text)")
            #expect(annotator.annotate(text).quotations == document.quotations)
        }
    }

    @Test(arguments: pieces) func manyOfOnePiece(piece: String) throws {
        Self.check(try annotator().annotate(String(repeating: piece, count: 3_000)), piece)
    }

    /// Whether the last quotation of a batch depends on the texts before it.
    @Test func documentsAreIndependent() throws {
        let texts = [
            "“We lost,” said Ann Novak. “All of it.", "“It may rain.”", "He said that her plan was late: “No.”", "\"",
            "“Nobody denied it,” she added.",
        ]
        let alone = try texts.map { try annotator().annotate($0) }
        let shared = try annotator()
        for place in [4, 0, 1, 2, 3, 0, 4, 2] {
            let document = shared.annotate(texts[place])
            #expect(document.quotations == alone[place].quotations && document.stance == alone[place].stance)
        }
    }

    /// Sixteen times the text takes about sixteen times as long, in one sentence or in many; a quadratic rule would take 256 times as long.
    @Test(arguments: [
        "he said that ", "“", "“ ” ", "\"no\" he said, ", "“‘", "claimed ", "may ", ", saying ", "and said ", "which he said ", "according to ", "(",
        ": “",
        "his claim of ", "was denied by ", "\"I think\" said Ann Novak. ", "“no\n\n", "as he noted, ", "to say ", "it was late, he said, ",
        "told them, however, that ",
    ])
    func timeIsLinear(piece: String) throws {
        let small = 16_000 / piece.utf8.count
        let once = (0..<3).map { _ in time(piece, small) }.min() ?? .zero
        let large = time(piece, 16 * small)
        #expect(large < once * 64 + .milliseconds(200), "\(piece.debugDescription): \(once), sixteenfold \(large)")
    }

    /// A million bytes in one sentence, and 100,000 cues, are read whole.
    @Test(arguments: [("and the ministry said that it rained ", 28_000), ("“No,” he claimed. ", 100_000)]) func manyCues(piece: String, count: Int)
        throws
    {
        let document = try annotator().annotate(String(repeating: piece, count: count))
        #expect(document.stance.count >= count)
        #expect(document.quotations.count >= 1)
    }

    /// The time that the two stages take for a text of one piece.
    private func time(_ piece: String, _ count: Int) -> Swift.Duration {
        var document = Document(String(repeating: piece, count: count))
        guard var segmentation = try? SegmentationStage(lexicon: Project.lexicon, locale: "en") else { return .zero }
        segmentation.run(on: &document)
        var matching = MatchingStage(lexicon: Project.lexicon)
        matching.run(on: &document)
        var (quotations, stance) = (QuotationStage(lexicon: Project.lexicon), StanceStage(lexicon: Project.lexicon))
        return ContinuousClock().measure {
            quotations.run(on: &document)
            stance.run(on: &document)
        }
    }
}
