/// What a worker keeps to read documents with: words that were asked for lately, facts by token, what has just been found out.
struct DateBuffers {
    private var words = WordFacts.empty
    private var phraseWords = WordPhrases.empty
    /// Empty between documents.
    private var facts: [DateFacts] = []
    private var memo = DateMemo()

    /// Calls with a reader of a text's tokens, which is good for that call.
    ///
    /// SAFETY: the reader is made and used while its tokens, text and surfaces and the buffers lend their storage; there are facts for every token.
    mutating func read(
        _ tokens: [Token], _ utf8: [UInt8], _ surfaces: DateSurfaces, _ lexicon: Lexicon, dayFirst: Bool, _ body: (DateText) -> Void
    ) {
        facts.makeRoom(for: tokens.count, DateFacts())
        withUnsafeMutablePointer(to: &memo) { memo in
            words.withUnsafeMutableBufferPointer { words in
                phraseWords.withUnsafeMutableBufferPointer { phraseWords in
                    facts.withUnsafeMutableBufferPointer { facts in
                        surfaces.mark(facts)
                        surfaces.surfaces.withUnsafeBufferPointer { surfaces in
                            tokens.withUnsafeBufferPointer { tokens in
                                utf8.withUnsafeBufferPointer { utf8 in
                                    body(
                                        DateText(
                                            tokens: tokens, facts: facts, words: words, phraseWords: phraseWords, surfaces: surfaces, utf8: utf8,
                                            lexicon: lexicon, dayFirst: dayFirst, memo: memo))
                                }
                            }
                        }
                        surfaces.unmark(facts)
                        for index in memo.pointee.read { facts[Int(index)] = DateFacts() }
                        memo.pointee.forgetRead()
                    }
                }
            }
        }
    }
}
