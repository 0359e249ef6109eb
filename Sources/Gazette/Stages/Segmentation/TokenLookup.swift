/// Looks every token up in the vocabulary: the one place where words become ids.
struct TokenLookup {
    let lexicon: Lexicon
    let folder: WordFolder

    func lookUp(_ document: inout Document) {
        let text = document.text
        text.withUnsafeBufferPointer { bytes in
            for index in document.tokens.indices {
                let word = UnsafeBufferPointer(rebasing: bytes[document.tokens[index].range.indices])
                let fits = folder.fold(word)
                document.tokens[index].shape = folder.shape
                if fits { (document.tokens[index].word, document.tokens[index].classes) = lexicon.word(folder) }
            }
        }
    }
}
