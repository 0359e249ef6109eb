import Gazette

/// Builds the table by which words are folded: ICU's case folding and decomposition, then the rows of class `fold`.
struct FoldTable {
    private(set) var pages: [UInt16] = []
    private(set) var entries: [ImageFormat.FoldEntry] = []

    /// Beyond these planes nothing folds.
    private static let lastScalar: UInt32 = 0x1FFFF

    /// The same table as another lexicon's.
    init(of base: Lexicon) { (pages, entries) = (base.records(.foldPages), base.records(.folds)) }

    init(overrides: [UInt32: [UInt32]]) {
        var known: [[UInt32]: UInt16] = [:]
        for page in 0..<ImageFormat.foldPageCount {
            let first = UInt32(page * ImageFormat.foldPageSize)
            let content = (0..<UInt32(ImageFormat.foldPageSize)).map { Self.entry(first + $0, overrides).bits }
            if let same = known[content] {
                pages.append(same)
                continue
            }
            let number = UInt16(entries.count / ImageFormat.foldPageSize)
            known[content] = number
            pages.append(number)
            entries += content.map(ImageFormat.FoldEntry.init)
        }
    }

    private static func entry(_ scalar: UInt32, _ overrides: [UInt32: [UInt32]]) -> ImageFormat.FoldEntry {
        let itself = ImageFormat.FoldEntry(first: ImageFormat.FoldEntry.itself)
        if scalar > lastScalar || 0xD800...0xDFFF ~= scalar { return itself }
        let isUpper = CharacterProperties.isUpper(scalar)
        let isAlphabetic = CharacterProperties.isAlphabetic(scalar)
        var folded = CharacterProperties.folded(scalar)
        if let override = overrides[folded.first ?? 0] ?? overrides[scalar] { folded = override }
        // What takes more room than an entry has, such as Hangul, stays as it is.
        if folded.count > 2 || folded.count == 2 && folded[1] >= 0x80 { folded = [scalar] }
        let first = folded == [scalar] ? ImageFormat.FoldEntry.itself : folded.first ?? 0
        return ImageFormat.FoldEntry(
            first: first, second: folded.count > 1 ? UInt8(folded[1]) : 0, isUpper: isUpper, isAlphabetic: isAlphabetic)
    }
}
