/// A document's tokens as the date rules read them: typed values of words, by token index.
///
/// Every reader answers nil for an index outside the sentence, so that no rule reads across its end.
struct DateText {
    let document: Document
    let lexicon: Lexicon
    let roles: RoleTable
    /// Whether `03/04/2024` is the 3rd of April.
    let dayFirst: Bool
    /// The tokens of the sentence that is being read.
    var sentence: TokenRange = 0..<0
    /// How many rules have asked for an expression inside theirs.
    var depth = 0

    func token(_ index: Int) -> Token? { sentence.contains(index) ? document.tokens[index] : nil }

    func has(_ wordClass: WordClass, at index: Int) -> Bool { token(index)?.classes.contains(wordClass) ?? false }

    /// The value that a class gives to a token, where the token's case fits the row.
    func value(_ wordClass: WordClass, at index: Int) -> String? {
        guard let token = token(index), token.classes.contains(wordClass) else { return nil }
        let range = lexicon.readings(of: token.word)
        for position in range.first..<range.first + range.count {
            let reading = lexicon.reading(position)
            guard case .word(wordClass, let value) = reading.meaning, reading.accepts(token.shape, at: 0) else { continue }
            return lexicon.value(at: value)
        }
        return nil
    }

    /// The value and end of the longest surface of a class that begins at a token. Hyphens between its words are passed over.
    func phrase(_ wordClass: WordClass, at index: Int) -> (value: String, end: Int)? {
        guard let token = token(index) else { return nil }
        guard token.classes.intersects(.phrase) else { return value(wordClass, at: index).map { ($0, index + 1) } }
        var best = value(wordClass, at: index).map { ($0, index + 1) }
        var (node, next) = (lexicon.node(after: token.word), index + 1)
        while node != 0, let token = self.token(isHyphen(next) && isGlued(next) && isGlued(next + 1) ? next + 1 : next), token.word != .unknown,
            token.gap != .paragraph
        {
            node = lexicon.node(from: node, by: token.word)
            next += isHyphen(next) ? 2 : 1
            if node != 0, let value = value(wordClass, at: node, index..<next) { best = (value, next) }
        }
        return best
    }

    /// The value that a class gives to the surface that ends at a node of the lexicon, where the tokens' case fits the row.
    private func value(_ wordClass: WordClass, at node: UInt32, _ tokens: TokenRange) -> String? {
        let range = lexicon.readings(at: node)
        for position in range.first..<range.first + range.count {
            let reading = lexicon.reading(position)
            if case .word(wordClass, let value) = reading.meaning, lexicon.accepts(reading, tokens, document) { return lexicon.value(at: value) }
        }
        return nil
    }

    func role(_ index: Int) -> DateRole? {
        guard let token = token(index), token.classes.contains(.dateRole) else { return nil }
        return roles.role(of: token.word)
    }

    func month(_ index: Int) -> Int? { value(.month, at: index).flatMap { Int($0) } }

    func weekday(_ index: Int) -> Int? { value(.weekday, at: index).flatMap { Int($0) } }

    func unit(_ index: Int) -> TimeUnit? { value(.timeUnit, at: index).flatMap(TimeUnit.init) }

    func season(_ index: Int) -> Season? { value(.season, at: index).flatMap(Season.init) }

    func part(_ index: Int) -> DayPart? { value(.dayPart, at: index).flatMap(DayPart.init) }

    func modifier(_ index: Int) -> TemporalExpression.Modifier? { value(.dateModifier, at: index).flatMap(TemporalExpression.Modifier.init) }

    // MARK: Characters

    func bytes(_ index: Int) -> ArraySlice<UInt8> { token(index).map { document.text[$0.range.indices] } ?? [] }

    func isByte(_ character: Unicode.Scalar, at index: Int) -> Bool {
        let bytes = bytes(index)
        return bytes.count == 1 && bytes.first == UInt8(ascii: character)
    }

    func isHyphen(_ index: Int) -> Bool { token(index) != nil && document.isHyphen(at: index) }

    /// Whether a token is a hyphen, an en or em dash, or a double hyphen: what parts the ends of a range.
    func isDash(_ index: Int) -> Bool {
        let bytes = bytes(index)
        return isHyphen(index) || bytes.elementsEqual([0xE2, 0x80, 0x93]) || bytes.elementsEqual([0xE2, 0x80, 0x94])
    }

    /// Whether a token begins where the one before it ends.
    func isGlued(_ index: Int) -> Bool { token(index)?.gap == TokenGap.none }

    /// The index after a comma, or the index itself.
    func skippingComma(_ index: Int) -> Int { isByte(",", at: index) ? index + 1 : index }

    /// The index after a hyphen between words, or the index itself.
    func skippingHyphen(_ index: Int) -> Int { isHyphen(index) && isGlued(index) && isGlued(index + 1) ? index + 1 : index }

    /// Whether a token is plural by its last letter; units of time have no other plurals but `centuries` and `millennia`.
    func isPlural(_ index: Int) -> Bool {
        guard let last = bytes(index).last else { return false }
        return last | 0x20 == UInt8(ascii: "s") || bytes(index).count == 9 && last | 0x20 == UInt8(ascii: "a")
    }
}
