@testable import Gazette
import Testing

@Suite struct ImageFormatTests {
    /// The lists whose places are numbers in an image, each with a line for every record's size.
    private static var meanings: [String] {
        var lines = EvidenceTemplate.featureNames
        lines += WordClass.allCases.map { "\($0)" } + EntityLabel.allCases.map(\.description) + TokenShape.allCases.map { "\($0)" }
        lines += StanceCategory.allCases.map { "\($0)" } + Uncertainty.allCases.map { "\($0)" } + PartOfSpeech.allCases.map { "\($0)" }
        lines += CueFlags.names + AttributionTraits.names + NumberRole.names
        lines += ValueCode.names.map { "\($0.key): \($0.value)" }.sorted()
        lines += ImageFormat.Section.allCases.map { "\($0)" }
        lines += [
            MemoryLayout<ImageFormat.Word>.stride, MemoryLayout<ImageFormat.Edge>.stride, MemoryLayout<ImageFormat.Node>.stride,
            MemoryLayout<ImageFormat.Reading>.stride, MemoryLayout<ImageFormat.Entry>.stride, MemoryLayout<ImageFormat.Cue>.stride,
            MemoryLayout<ImageFormat.Pattern>.stride, MemoryLayout<EvidenceTable.Weights>.stride,
        ].map(String.init)
        return lines
    }

    /// A program that numbers its lists anew would read another's image wrongly without a word: the version must tell the two apart.
    @Test func aNewNumberingIsANewVersion() {
        var hash = ContentHash()
        for line in Self.meanings { hash.add(line) }
        #expect(
            (ImageFormat.version, hash.digits) == (11, "e406856a2eae5210"),
            "what an image's numbers mean has changed: raise ImageFormat.version, and keep both here")
    }
}
