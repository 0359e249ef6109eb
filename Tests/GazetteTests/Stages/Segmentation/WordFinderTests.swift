import Testing

@testable import Gazette

@Suite struct WordFinderTests {
    /// Folding and looking up anew is the reference; a word's neighbours and what was asked before must not matter.
    @Test func rememberedAnswersAreTheLexicons() {
        var finder = WordFinder(lexicon: Project.lexicon)
        let folder = WordFolder(lexicon: Project.lexicon)
        let text = Array(
            "Kabul the The THE kabul’s Pakistan Pakistan Pakistan's 1999 Straße Afghanistan-born\u{2010}\u{2011} Mr. Mr a Internationalization Kabul\0 é x"
                .utf8)
        for _ in 0..<2 {
            for start in text.indices {
                for end in start + 1...min(start + 20, text.count) {
                    guard text[start] & 0xC0 != 0x80, end == text.count || text[end] & 0xC0 != 0x80 else { continue }
                    let found = finder.find(text, start..<end)
                    if end - start <= WordKey.most, start + 16 <= text.count {
                        // What is recalled moves its neighbour in memory, which must be found all the same.
                        let recalled = text.withUnsafeBufferPointer { finder.recall($0, start, count: end - start) }
                        #expect(recalled.map { $0.word == found.word && $0.classes == found.classes && $0.shape == found.shape } == true)
                    }
                    text[start..<end].withUnsafeBufferPointer { word in
                        let fits = folder.fold(word)
                        var wanted = fits ? Project.lexicon.word(folder) : (id: .unknown, classes: WordClasses())
                        if word.contains(where: { $0.isDigit || $0 >= 0x80 }) { wanted.classes.insert(.mayHoldDigits) }
                        if ["-", "\u{2010}", "\u{2011}"].contains(String(decoding: word, as: UTF8.self)) { wanted.classes.insert(.hyphen) }
                        #expect(found.word == wanted.id && found.classes == wanted.classes && found.shape == folder.shape)
                    }
                }
            }
        }
    }

    /// A token is written by copying what is remembered of its word.
    @Test(arguments: [(0, 15, TokenGap.space), (3, 4, .none), (0, 9, .paragraph)])
    func aRememberedWordIsWrittenAsItsToken(start: Int, end: Int, gap: TokenGap) {
        var finder = WordFinder(lexicon: Project.lexicon)
        let text = Array("Afghanistan-born is in the text".utf8)
        let (found, key) = (finder.find(text, start..<end), WordKey(text, start..<end))
        let (places, token) = (finder.places, UnsafeMutablePointer<Token>.allocate(capacity: 1))
        defer { token.deallocate() }
        if let known = places.remembered(key) { token.write(known, start, end, gap: gap) }
        let wanted = Token(
            range: ByteRange(start, end), word: found.word, classes: found.classes, kind: .word, shape: found.shape, gap: gap, role: found.role)
        #expect(token.pointee == wanted)
    }
}
