import Testing

@testable import Gazette

/// Folding eight bytes at a time and from the image's tables, against folding scalar by scalar with ICU.
@Suite struct WordFolderTests {
    private static let pieces = [
        "a", "B", "z", "Z", "@", "[", "`", "{", "7", "-", "'", "’", "é", "É", "ß", "İ", "Σ", "ς", "Ω", "ﬁ", "Ǆ", "ǅ", "я", "Я", "中", "\u{301}", "𝔸",
        "😀",
        "\u{0}",
    ]

    @Test func agreesWithFoldingScalarByScalar() throws {
        var random = SplitMix64(state: 23)
        // Without rows that fold more than ICU does.
        let folder = WordFolder(lexicon: try Project.lexicon([:]))
        for _ in 0..<4_000 {
            let kinds = Int.random(in: 1...Self.pieces.count, using: &random)
            let word = (0..<Int.random(in: 0...70, using: &random)).map { _ in Self.pieces[Int.random(in: 0..<kinds, using: &random)] }.joined()
            let fits = Array(word.utf8).withUnsafeBufferPointer { folder.fold($0) }
            let expected = word.unicodeScalars.flatMap { Self.fold($0.value) }
            #expect(fits == (expected.count <= WordFolder.mostBytes))
            #expect(folder.shape == Self.shape(word))
            if !fits { continue }
            #expect(Array(folder.folded) == expected)
            #expect(folder.hash == WordFolder.hash(expected))
            #expect(folder.head == WordFolder.head(expected))
        }
    }

    private static func fold(_ scalar: UInt32) -> [UInt8] {
        if scalar < 0x80 { return [UInt8(scalar) | (65...90 ~= scalar ? 0x20 : 0)] }
        var folded = CharacterProperties.folded(scalar)
        // The table holds one scalar, and one of ASCII behind it.
        if folded.count > 2 || folded.count == 2 && folded[1] >= 0x80 { folded = [scalar] }
        return folded.filter { $0 != 0 }.compactMap(Unicode.Scalar.init).flatMap { Array(String($0).utf8) }
    }

    private static func shape(_ word: String) -> TokenShape {
        let letters = word.unicodeScalars.map(\.value).filter { CharacterProperties.isAlphabetic($0) }
        let uppers = letters.filter { CharacterProperties.isUpper($0) }.count
        if letters.isEmpty { return .none }
        if uppers == 0 { return .lower }
        if uppers == letters.count { return uppers == 1 ? .title : .upper }
        return uppers == 1 && CharacterProperties.isUpper(letters[0]) ? .title : .mixed
    }
}
