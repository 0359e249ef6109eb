import Testing

@testable import Gazette

@Suite struct EntityReadingTests {
    /// A text in which a given name is a place too.
    private static let text = "Officials in Georgia met Florence Abernethy."

    @Test func everyNameIsAmongItsReadings() throws {
        let annotator = try Annotator(lexicon: Project.lexicon)
        let document = annotator.annotate(Self.text)
        let readings = annotator.readings(of: document)
        #expect(!document.entities.isEmpty)
        for mention in document.entities {
            #expect(readings.contains { $0.isChosen && $0.range == mention.range && $0.label == mention.label })
        }
    }

    @Test func readingsAreOrderedAndTheirReasonsAddUp() throws {
        let annotator = try Annotator(lexicon: Project.lexicon)
        let readings = annotator.readings(of: annotator.annotate(Self.text))
        #expect(zip(readings, readings.dropFirst()).allSatisfy { !($1.range < $0.range) })
        for reading in readings { #expect(reading.reasons.reduce(0) { $0 + $1.weight } == reading.score) }
    }

    @Test func alternativesFollowTheirNameWithTheSameSpan() throws {
        let annotator = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: .entities, allReadings: true))
        let entities = annotator.annotate(Self.text).entities
        #expect(entities.contains { $0.isAlternative })
        for (left, right) in zip(entities, entities.dropFirst()) where right.isAlternative { #expect(left.range == right.range) }
    }

    @Test(arguments: [true, false]) func rulesAloneFindNamesToo(_ hasTable: Bool) throws {
        let annotator = try Annotator(lexicon: Project.lexicon, options: AnnotatorOptions(layers: .entities, evidenceTable: hasTable))
        let document = annotator.annotate(Self.text)
        #expect(document.entities.map { document[$0.range] } == ["Georgia", "Florence Abernethy"])
    }
}
