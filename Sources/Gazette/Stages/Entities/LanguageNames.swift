/// Takes words that name a people and its language for the language: `a film in Sinhala and Tamil`, `spoke Albanian`, `Korean-language`.
struct LanguageNames {
    let lexicon: Lexicon

    /// Relabels the names of peoples that stand as languages do, where a candidate knows the language.
    func relabel(_ names: inout [Candidate], _ candidates: [Candidate], _ spans: EvidenceSpans, _ document: Document) {
        guard names.contains(where: { $0.label == .norp }) else { return }
        var previous: Int?
        for index in names.indices {
            if names[index].label == .norp, let language = language(names[index].tokens, candidates, spans) {
                let isAlone = names[index].rule == .weighed
                if isAlone || isLanguage(names[index].tokens, document) || isSeries(previous.map { names[$0].tokens }, names[index].tokens, document)
                {
                    names[index] = language
                }
            }
            previous = names[index].label == .language ? index : nil
        }
    }

    private func language(_ tokens: TokenRange, _ candidates: [Candidate], _ spans: EvidenceSpans) -> Candidate? {
        guard let span = spans.index(of: tokens) else { return nil }
        return spans.preferred(spans.spans[span], candidates) { candidates[$0].label == .language }.map { candidates[$0] }
    }

    /// `Urdu|, Turkish`, `Sinhala |and Tamil`
    private func isSeries(_ left: TokenRange?, _ right: TokenRange, _ document: Document) -> Bool {
        guard let left, right.lowerBound - left.upperBound <= 2 else { return false }
        return (left.upperBound..<right.lowerBound).allSatisfy { document.isMark($0, ",") || document.tokens[$0].role == .coordinator }
    }

    private func isLanguage(_ tokens: TokenRange, _ document: Document) -> Bool {
        let (before, next) = (tokens.lowerBound - 1, tokens.upperBound)
        if isLanguageNoun(next, document) || isLanguageNoun(before, document) { return true }
        if isLanguageNoun(next + 1, document), document.isHyphen(at: next) { return true }
        guard before >= 0, endsPhrase(next, document) else { return false }
        let token = document.tokens[before]
        if token.classes.contains(.speechVerb) { return true }
        return token.classes.contains(.placePreposition) && lexicon.code(of: .placePreposition, for: token.word) == 1
            || token.role == .preposition && isLanguageNoun(before - 1, document)
    }

    /// `spoken`, `translated`, `dialect`
    private func isLanguageNoun(_ index: Int, _ document: Document) -> Bool {
        guard document.tokens.indices.contains(index) else { return false }
        let token = document.tokens[index]
        return token.classes.contains(.nameNoun) && lexicon.code(of: .nameNoun, for: token.word) == ValueCode.language
    }

    /// Whether no noun follows that the word before could describe.
    private func endsPhrase(_ index: Int, _ document: Document) -> Bool {
        guard document.tokens.indices.contains(index), document.tokens[index].gap < .paragraph else { return true }
        let token = document.tokens[index]
        return token.kind.isMark && !document.isHyphen(at: index) || token.role != nil || token.classes.intersects(Self.functionWords)
    }

    private static let functionWords = WordClasses([.nameLink, .placePreposition, .speechVerb])
}
