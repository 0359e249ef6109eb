import Gazette

/// A word of a surface, as the vocabulary will hold it.
struct SurfaceWord: Hashable {
    var folded: [UInt8]
    var shape: TokenShape
}

/// Folds a whole surface as one word.
struct SurfaceFolder {
    private let folder: WordFolder

    init(lexicon: Lexicon) { folder = WordFolder(lexicon: lexicon) }

    /// A word that is too long comes back with its length in place of its bytes.
    func whole(_ surface: String) -> SurfaceWord { whole(Array(surface.utf8)[...]) }

    func whole(_ surface: ArraySlice<UInt8>) -> SurfaceWord {
        surface.withUnsafeBufferPointer { bytes in
            guard folder.fold(bytes) else { return SurfaceWord(folded: Array(repeating: 0, count: bytes.count), shape: folder.shape) }
            return SurfaceWord(folded: Array(folder.folded), shape: folder.shape)
        }
    }
}

extension SurfaceFolder {
    /// The classes of the word that has just been folded.
    fileprivate func classes(in lexicon: Lexicon) -> WordClasses { lexicon.word(folder).classes }
}

/// Parts surfaces into words exactly as texts are parted.
struct SurfaceSplitter {
    let folder: SurfaceFolder
    private let lexicon: Lexicon
    private let annotator: Annotator

    init(lexicon: Lexicon) throws {
        self.lexicon = lexicon
        annotator = try Annotator(lexicon: lexicon, options: AnnotatorOptions(layers: .tokens))
        folder = SurfaceFolder(lexicon: lexicon)
    }

    /// The words of a surface without the hyphens between them.
    func words(of surface: String) -> [SurfaceWord] { plainWords(of: surface) ?? segmentedWords(of: surface) }

    /// The words as the segmentation finds them.
    func segmentedWords(of surface: String) -> [SurfaceWord] {
        if surface.hasPrefix("'"), isClitic(surface) { return [folder.whole(surface)] }
        let document = annotator.annotate(surface)
        let indices = document.tokens.indices.filter { document.tokens.count == 1 || !document.isHyphen(at: $0) }
        return indices.map { folder.whole(document.text[document.tokens[$0].range.indices]) }
    }

    /// `'s`, `'re`: what is one word behind another would be two at a text's start.
    private func isClitic(_ surface: String) -> Bool {
        let tokens = annotator.annotate("it" + surface).tokens
        return tokens.count == 2 && tokens[1].kind == .clitic
    }

    /// The words of a surface of nothing but ASCII letters and single spaces, of which none means something to the segmentation:
    /// spaces alone part them, which saves nine tenths of the time. Nil for any other surface.
    func plainWords(of surface: String) -> [SurfaceWord]? {
        let bytes = Array(surface.utf8)
        var words: [SurfaceWord] = []
        for part in bytes.split(separator: 0x20, omittingEmptySubsequences: false) {
            guard !part.isEmpty, part.count <= WordFolder.mostBytes, part.allSatisfy(\.isLetter) else { return nil }
            let word = folder.whole(part)
            if folder.classes(in: lexicon).intersects(Self.segmentation) { return nil }
            words.append(word)
        }
        return words
    }

    private static let segmentation = WordClasses(WordClass.allCases.filter(\.isForSegmentation))
}
