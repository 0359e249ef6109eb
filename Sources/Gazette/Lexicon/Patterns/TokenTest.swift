/// What a pattern asks of one token.
struct TokenTest: Sendable {
    enum Property: Sendable {
        /// TEXT or ORTH: the token as it is written.
        case text(Set<String>)
        /// LOWER: its folded form; `ids` are the same in the lexicon's vocabulary.
        case lower([String], ids: Set<WordID>)
        case shape(Set<String>)
        case length(Set<Int>)
        /// Code points.
        case lengthRange(ClosedRange<Int>)
        case regex(TokenRegex, isLower: Bool)
        case flag(TokenFlag)
    }

    var property: Property
    var isNegated = false

    func accepts(_ token: Token, _ document: Document) -> Bool { isTrue(of: token, document) != isNegated }

    private func isTrue(of token: Token, _ document: Document) -> Bool {
        switch property {
        case .text(let texts): texts.contains(document[token.range])
        case .lower(_, let ids): token.word != .unknown && ids.contains(token.word)
        case .shape(let shapes): shapes.contains(Self.shape(of: document[token.range]))
        case .length(let lengths): lengths.contains(document[token.range].unicodeScalars.count)
        case .lengthRange(let range): range.contains(document[token.range].unicodeScalars.count)
        case .regex(let regex, let isLower): regex.isFound(in: isLower ? document[token.range].lowercased() : document[token.range])
        case .flag(let flag): flag.isTrue(of: token, document)
        }
    }

    /// spaCy's shape: `X` a capital, `x` another letter, `d` a digit, everything else itself; of a run the first four.
    static func shape(of text: String) -> String {
        var shape = ""
        var (last, count) = (Character("\0"), 0)
        for scalar in text.unicodeScalars {
            let mark: Character =
                scalar.properties.isUppercase
                ? "X" : scalar.properties.isAlphabetic ? "x" : scalar.properties.numericType == .decimal ? "d" : Character(scalar)
            count = mark == last ? count + 1 : 1
            last = mark
            if count <= 4 { shape.append(mark) }
        }
        return shape
    }
}

/// The yes-or-no attributes of spaCy's patterns that are supported.
enum TokenFlag: String, Sendable, CaseIterable {
    case isAlpha = "IS_ALPHA"
    case isASCII = "IS_ASCII"
    case isDigit = "IS_DIGIT"
    case isLower = "IS_LOWER"
    case isUpper = "IS_UPPER"
    case isTitle = "IS_TITLE"
    case isPunctuation = "IS_PUNCT"
    case likeNumber = "LIKE_NUM"
    case likeURL = "LIKE_URL"
    case likeEmail = "LIKE_EMAIL"

    func isTrue(of token: Token, _ document: Document) -> Bool {
        let bytes = document.text[token.range.indices]
        switch self {
        case .isAlpha: return document[token.range].unicodeScalars.allSatisfy(\.properties.isAlphabetic)
        case .isASCII: return bytes.allSatisfy { $0 < 0x80 }
        case .isDigit: return bytes.allSatisfy(\.isDigit)
        case .isLower: return token.shape == .lower
        case .isUpper:
            return token.shape == .upper || token.shape == .title && !document[token.range].unicodeScalars.contains(where: \.properties.isLowercase)
        case .isTitle: return token.shape == .title
        case .isPunctuation: return token.kind == .punctuation
        case .likeNumber: return token.kind == .number || token.classes.intersects(Self.numbers)
        case .likeURL: return token.kind == .url
        case .likeEmail: return token.kind == .email
        }
    }

    private static let numbers = WordClasses([.number, .multiplier, .ordinal, .fraction])
}
