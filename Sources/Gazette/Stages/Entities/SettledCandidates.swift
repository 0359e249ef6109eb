/// What stands about candidates that have been proposed, and what it makes of them.
extension [Candidate] {
    /// Drops the candidates from an index on that name nothing, and weighs what stands beside the others.
    ///
    /// SAFETY: no index is beyond the one in hand, and no pointer outlives the call.
    mutating func settle(from first: Int, _ document: Document, _ names: NameTokens, _ refused: RefusedSpans, areRemembered: Bool) {
        let (tokens, all) = (document.tokens, names.all)
        let kept = withUnsafeMutableBufferPointer { candidates in
            var kept = first
            for index in first..<candidates.count {
                let isDoubtful = candidates[index].isDoubtful(tokens, all, refused)
                if isDoubtful, candidates[index].isNoName(areRemembered, document, names, refused) { continue }
                if kept < index { candidates[kept] = candidates[index] }
                candidates[kept].score -= candidates[kept].neighbourCost(tokens, all)
                kept += 1
            }
            return kept
        }
        removeLast(count - kept)
    }
}

extension Candidate {
    /// Whether a date, a currency or a span that a row refuses is about it.
    @inline(__always)
    fileprivate func isDoubtful(_ all: [Token], _ names: [NameToken], _ refused: RefusedSpans) -> Bool {
        let tokens = tokens
        if names[tokens.lowerBound].isDated || refused.touch(tokens.lowerBound) { return true }
        return tokens.upperBound < all.count && all[tokens.upperBound].classes.contains(.currency)
    }

    /// What a row refuses is no name, whatever proposes it, nor, the first time, what lies within a date (`May`, `Easter`) or belongs to money.
    @inline(never)
    fileprivate func isNoName(_ isRemembered: Bool, _ document: Document, _ names: NameTokens, _ refused: RefusedSpans) -> Bool {
        if !isDecisive, refused.contain(tokens) { return true }
        if isRemembered { return false }
        return !isDecisive && DateSpans.cover(tokens, document, names) || CurrencyWords.cover(tokens, label, document)
    }

    /// A name that leaves out a capitalised word beside it is less likely, a single one most of all.
    ///
    /// The sides are counted, not asked: every other candidate has such a word.
    @inline(__always)
    fileprivate func neighbourCost(_ all: [Token], _ names: [NameToken]) -> Int {
        let tokens = tokens
        let behind = names[tokens.lowerBound].count(.joined) & (all[max(0, tokens.lowerBound - 1)].classes.contains(.title) ? 0 : 1)
        let ahead = tokens.upperBound < all.count ? names[tokens.upperBound].count(.joined) & (label == .norp ? 0 : 1) : 0
        return (behind + ahead) * (rule == .listed ? 15 : tokens.count == 1 ? 60 : 35)
    }
}
