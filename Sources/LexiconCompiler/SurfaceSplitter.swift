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
    func whole(_ surface: String) -> SurfaceWord {
        Array(surface.utf8).withUnsafeBufferPointer { bytes in
            guard folder.fold(bytes) else { return SurfaceWord(folded: Array(repeating: 0, count: bytes.count), shape: folder.shape) }
            return SurfaceWord(folded: Array(folder.folded), shape: folder.shape)
        }
    }
}

/// Parts surfaces into words exactly as texts are parted.
struct SurfaceSplitter {
    private let annotator: Annotator
    private let folder: SurfaceFolder

    init(lexicon: Lexicon) throws {
        annotator = try Annotator(lexicon: lexicon, options: AnnotatorOptions(layers: .tokens))
        folder = SurfaceFolder(lexicon: lexicon)
    }

    /// The words of a surface without the hyphens between them.
    func words(of surface: String) -> [SurfaceWord] {
        let document = annotator.annotate(surface)
        let indices = document.tokens.indices.filter { document.tokens.count == 1 || !document.isHyphen(at: $0) }
        return indices.map { folder.whole(document[document.tokens[$0].range]) }
    }
}
