/// Proposes the names that a text abbreviates: `Inter-Services Intelligence (ISI)`, whatever words they are made of.
struct AcronymNames {
    /// So many more tokens than letters may a name have: `Parti des Réformes et des Libertés de Wallonie (PRL)`.
    private static let mostLinks = 5

    func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        for run in names.runs where run.mayAbbreviate && run.count == 1 { append(run.tokens.lowerBound, document, names, to: &candidates) }
    }

    private func append(_ index: Int, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        guard index >= 2, document.isMark(index - 1, "("), document.isMark(index + 1, ")"),
            let letters = AcronymLetters(document.tokens[index], document), let start = start(of: letters, before: index - 1, document, names)
        else { return }
        let tokens = start..<index - 1
        candidates.append(Candidate(tokens: tokens, label: .organization, rule: .abbreviated, score: Candidate.base(tokens.count) + 30))
    }

    /// Where the shortest name begins whose initials the letters are.
    private func start(of letters: AcronymLetters, before end: Int, _ document: Document, _ names: NameTokens) -> Int? {
        guard names[end - 1].isName || document.tokens[end - 1].shape.isCapitalized else { return nil }
        var start = end - 1
        while start >= 0, start >= end - letters.count - Self.mostLinks, document.tokens[start].kind == .word || document.isHyphen(at: start) {
            let token = document.tokens[start]
            if end - start >= 2, token.shape.isCapitalized, !token.classes.contains(.nameLink),
                letters.abbreviate(document.text[document.byteRange(of: start..<end).indices])
            {
                return start
            }
            start -= 1
        }
        return nil
    }
}

/// The letters of an abbreviation, its periods left out.
struct AcronymLetters {
    private var bytes = SIMD16<UInt8>()
    private(set) var count = 0

    /// Nil for what is too short, too long or in small letters.
    init?(_ token: Token, _ document: Document) {
        guard token.mayAbbreviate else { return nil }
        for index in token.range.indices where document.text[index] != UInt8(ascii: ".") {
            if count == 10 { return nil }
            bytes[count] = document.text[index]
            count += 1
        }
        if count < 2 { return nil }
    }

    /// Whether they stand in a text in their order, the first at its start (after Schwartz and Hearst 2003).
    func abbreviate(_ text: ArraySlice<UInt8>) -> Bool {
        var position = text.startIndex
        for number in 0..<count {
            let letter = bytes[number]
            var found = false
            while position < text.endIndex, !found {
                let isStart = position == text.startIndex || !Self.isLetter(text[position - 1])
                found = text[position] | 0x20 == letter | 0x20 && (isStart || number > 0 && letter | 0x20 == letter)
                if number == 0, !found { return false }
                position += 1
            }
            if !found { return false }
        }
        return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte.isLetter || byte >= 0x80 }
}

extension Token {
    /// Whether its letters may be initials.
    var mayAbbreviate: Bool { shape == .upper || shape == .mixed }
}

extension Document {
    /// Whether a token is one ASCII mark.
    @inline(__always)
    func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
        tokens.indices.contains(index) && tokens[index].range.count == 1 && UInt32(text[Int(tokens[index].range.start)]) == mark.value
    }
}
