/// Where clauses end.
extension ClauseText {
    /// Where the clause that begins at a token ends: before a semicolon, a contrast, the sentence's last mark or a mark that closes what was open before.
    ///
    /// `isNewAttribution` tells whether a token after a comma or "and" begins a clause of another speaker's.
    func clauseEnd(from first: Int, isNewAttribution: (Int) -> Bool) -> Int {
        var index = first
        var brackets = 0
        var inQuote = false
        let end = min(sentence.upperBound, first + Self.mostReach)
        while index < end {
            let token = self[index]
            if !Self.mayEnd(token) {
                index += 1
                continue
            }
            switch token {
            case .openQuote: inQuote = true
            case .closeQuote:
                if !inQuote { return trimmed(first, index) }
                inQuote = false
                if isNewAttribution(index + 1) { return trimmed(first, index + 1) }
            case .openBracket: brackets += 1
            case .closeBracket:
                if brackets == 0 { return trimmed(first, index) }
                brackets -= 1
            case .semicolon where !inQuote: return trimmed(first, index)
            case .contrast where !inQuote && index > first && (part(index - 1) == .comma || beginsClause(index + 1)): return trimmed(first, index)
            case .comma where !inQuote && isNewAttribution(index + 1): return trimmed(first, index)
            case .subordinator where !inQuote && part(index - 1) == .comma && !isWord(index, .if) && !isWord(index, .because):
                return trimmed(first, index)
            case .coordinator where !inQuote && isNewAttribution(index + 1): return trimmed(first, index)
            default: break
            }
            index += 1
        }
        return trimmed(first, index)
    }

    /// Whether a clause may end with a part, or what is open in it change.
    @inline(__always)
    private static func mayEnd(_ part: ClausePart) -> Bool {
        ClauseParts([.openQuote, .closeQuote, .openBracket, .closeBracket, .semicolon, .comma, .contrast, .subordinator, .coordinator]).contains(part)
    }

    /// Whether a subject or a determiner stands there.
    private func beginsClause(_ index: Int) -> Bool {
        let part = part(index)
        return part == .subject || part == .name || part.isDeterminer
    }

    /// Without the marks at its end.
    private func trimmed(_ first: Int, _ end: Int) -> Int {
        var end = end
        while end > first + 1, part(end - 1).endsClause { end -= 1 }
        return end
    }
}
