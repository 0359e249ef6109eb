/// Texts of random pieces that have broken segmenters before.
enum SegmentationTexts {
    static let pieces = [
        "a", "Be", "The", " ", "  ", "\n", "\r\n", "\n\n", ".", "...", "!", "?", ",", ":", ";", "'", "’", "\"", "“", "”", "(", ")", "[", "]", "-",
        "—", "/",
        "@", "#", "&", "+", "$", "%", "_", "1", "22", "1999", "3.5", "km", "Mr", "U.S", "p.m", "no", "www.", "http://", "don't", "cannot", "e-",
        "non-",
        "\u{0}", "\u{7}", "\u{1F}", "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "\u{301}", "\u{200B}", "\u{200D}", "\u{200E}", "\u{202B}", "\u{2028}",
        "\u{2029}", "\u{202F}", "\u{2066}", "\u{2060}", "\u{3000}", "\u{FE0F}", "\u{FEFF}", "\u{FFFD}", "\u{10FFFF}", "é", "ß", "İ", "中", "か", "カ",
        "ไทย",
        "ع", "한", "😀", "👩‍👩‍👧", "🇵🇰", "\u{E0001}", "\u{1F3FB}",
    ]

    static func random(count: Int, seed: UInt64) -> [String] {
        var random = SplitMix64(state: seed)
        return (0..<count).map { _ in
            (0..<Int.random(in: 0..<40, using: &random)).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }.joined()
        }
    }

    /// Texts of words and marks that mostly stand as in prose.
    static func prose(count: Int, seed: UInt64) -> [String] {
        var random = SplitMix64(state: seed)
        let words = [
            "the", "The", "a", "of", "Kabul", "cannot", "gonna", "www", "no", "No", "Mr", "U", "approx", "internationalization", "non", "Yahoo", "é",
            "I", "e", "re", "PRO", "gentlemanlikeness", "counterrevolution", "12", "am",
        ]
        let marks = [
            " ", " ", " ", " ", " ", " ", ", ", ", ", ". ", ".\n", ".", ",", "  ", "\n", "? ", "’s ", "-", "; ", ": ",
            ".\n\n", ". \n", ",\n", ":\n \n", " “", "” ", ".com ", String(repeating: " ", count: 70),
        ]
        return (0..<count).map { _ in
            (0..<Int.random(in: 0..<90, using: &random)).map { _ in
                words[Int.random(in: words.indices, using: &random)] + marks[Int.random(in: marks.indices, using: &random)]
            }.joined()
        }
    }
}
