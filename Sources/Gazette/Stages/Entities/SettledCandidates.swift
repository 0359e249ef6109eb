/// What stands about candidates that have been proposed, and what it makes of them.
extension [Candidate] {
    /// Drops the candidates from an index on that name nothing, and weighs what stands beside the others.
    ///
    /// SAFETY: no index is beyond the one in hand, and no pointer outlives the call.
    mutating func settle(from first: Int, _ document: Document, _ names: NameTokens, _ refused: RefusedSpans, areRemembered: Bool) {
        let kept = withUnsafeMutableBufferPointer { candidates in
            var kept = first
            for index in first..<candidates.count where !candidates[index].isNoName(areRemembered, document, names, refused) {
                candidates[kept] = candidates[index]
                candidates[kept].score -= candidates[kept].neighbourCost(document, names)
                kept += 1
            }
            return kept
        }
        removeLast(count - kept)
    }
}

extension Candidate {
    /// What a row refuses is no name, whatever proposes it, nor, the first time, what lies within a date (`May`, `Easter`) or belongs to money.
    @inline(__always)
    fileprivate func isNoName(_ isRemembered: Bool, _ document: Document, _ names: NameTokens, _ refused: RefusedSpans) -> Bool {
        let tokens = tokens
        let isBeforeCurrency = tokens.upperBound < document.tokens.count && document.tokens[tokens.upperBound].classes.contains(.currency)
        guard names[tokens.lowerBound].isDated || isBeforeCurrency || refused.touch(tokens.lowerBound) else { return false }
        if !isDecisive, refused.contain(tokens) { return true }
        if isRemembered { return false }
        return !isDecisive && DateSpans.cover(tokens, document, names) || CurrencyWords.cover(tokens, label, document)
    }

    /// A name that leaves out a capitalised word beside it is less likely, a single one most of all.
    ///
    /// The sides are counted, not asked: every other candidate has such a word.
    @inline(__always)
    fileprivate func neighbourCost(_ document: Document, _ names: NameTokens) -> Int {
        let tokens = tokens
        let before = document.tokens[max(0, tokens.lowerBound - 1)]
        let behind = names[tokens.lowerBound].isJoined && !before.classes.contains(.title) ? 1 : 0
        let ahead = names.isJoined(tokens.upperBound) && label != .norp ? 1 : 0
        return (behind + ahead) * (rule == .listed ? 15 : tokens.count == 1 ? 60 : 35)
    }
}
