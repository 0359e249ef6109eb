/// Proposes names by what the text says they are: `Lenholt is a village in`, `Lenholt, a botanist`, `Ana Lenholt (1871 – 1940)`.
struct DescribedNames {
    let lexicon: Lexicon

    /// So many tokens a described name has at most, so many words of a noun phrase are read, and so many tokens of a parenthesis.
    private static let (mostNamed, mostWords, mostEnclosed) = (8, 9, 40)

    func append(_ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        for run in names.runs { append(run, document, names, to: &candidates) }
    }

    @inline(__always)
    private func append(_ run: NameRun, _ document: Document, _ names: NameTokens, to candidates: inout [Candidate]) {
        let tokens = run.tokens
        guard run.count <= Self.mostNamed, mayDescribe(tokens.upperBound, document), !isInside(tokens.lowerBound, document),
            let label = description(behind: tokens.upperBound, document)
        else { return }
        candidates.append(Candidate(tokens: tokens, label: label, rule: .described, score: Candidate.base(tokens.count) + 55))
    }

    /// Whether what stands behind a name may open a description: most names are followed by something else.
    @inline(__always)
    private func mayDescribe(_ index: Int, _ document: Document) -> Bool {
        guard index + 2 < document.tokens.count else { return false }
        return document.tokens[index].role == .be || document.isMark(index, ",") || document.isMark(index, "(")
    }

    /// `the mayor of |Lenholt is a teacher`: what is described is not the last name alone.
    private func isInside(_ start: Int, _ document: Document) -> Bool {
        guard start > 0, document.tokens[start].gap <= .newline, let role = document.tokens[start - 1].role else { return false }
        return role.general == .preposition || role == .coordinator
    }

    private func description(behind index: Int, _ document: Document) -> EntityLabel? {
        // `Caribe, the holders`: what the reader knows already may be a part that it plays.
        if document.isMark(index, ",") { return isArticle(index + 1, document, isIndefinite: true) ? noun(from: index + 2, document) : nil }
        if document.tokens[index].role == .be { return copula(index, document) }
        let enclosed = index + 1..<min(index + Self.mostEnclosed, document.tokens.count)
        guard let end = enclosed.first(where: { document.isMark($0, ")") }) else { return nil }
        if isLifetime(index + 1..<end, document) { return .person }
        return end + 2 < document.tokens.count && document.tokens[end + 1].role == .be ? copula(end + 1, document) : nil
    }

    /// `is a`, `was also the`
    private func copula(_ index: Int, _ document: Document) -> EntityLabel? {
        let article = document.tokens[index + 1].role == .adverb ? index + 2 : index + 1
        return isArticle(article, document) ? noun(from: article + 1, document) : nil
    }

    private func isArticle(_ index: Int, _ document: Document, isIndefinite: Bool = false) -> Bool {
        guard index < document.tokens.count, document.tokens[index].classes.contains(.nameLink) else { return false }
        let code = lexicon.code(of: .nameLink, for: document.tokens[index].word)
        return isIndefinite ? NameTokens.isIndefiniteArticle(code) : NameTokens.isArticle(code)
    }

    /// What the last telling word of a noun phrase says.
    private func noun(from start: Int, _ document: Document) -> EntityLabel? {
        var result: EntityLabel?
        for index in start..<min(start + Self.mostWords, document.tokens.count) {
            let token = document.tokens[index]
            if token.gap >= .newline || token.kind == .punctuation && !document.isHyphen(at: index) { break }
            if let role = token.role, role != .quantifier, role != .adverb, role != .one { break }
            if !token.shape.isCapitalized, let label = label(token) { result = label }
        }
        return result
    }

    private func label(_ token: Token) -> EntityLabel? {
        if token.classes.contains(.title) { return .person }
        if token.classes.contains(.placeHead) { return place(token) }
        if token.classes.contains(.orgHead) { return .organization }
        if token.classes.contains(.eventHead) { return .event }
        guard token.classes.contains(.nameNoun) else { return nil }
        return switch lexicon.code(of: .nameNoun, for: token.word) {
        case ValueCode.person: .person
        case ValueCode.place: place(token)
        case ValueCode.organization: .organization
        case ValueCode.language: .language
        case ValueCode.work: .work
        case ValueCode.product: .product
        default: nil
        }
    }

    private func place(_ token: Token) -> EntityLabel {
        let code = lexicon.code(of: .placeHead, for: token.word)
        return code > 0 ? EntityLabel(placeHead: code) : .geopolitical
    }

    /// `12 March 1871 – 4 June 1940`: a dash between two numbers.
    private func isLifetime(_ tokens: TokenRange, _ document: Document) -> Bool {
        guard let dash = tokens.first(where: { isDash($0, document) }) else { return false }
        let isNumber = { (index: Int) in document.tokens[index].kind == .number }
        return (tokens.lowerBound..<dash).contains(where: isNumber) && (dash + 1..<tokens.upperBound).contains(where: isNumber)
    }

    private func isDash(_ index: Int, _ document: Document) -> Bool {
        let token = document.tokens[index]
        return token.kind == .punctuation && (document.isHyphen(at: index) || document.text[Int(token.range.start)] == 0xE2)
    }
}
