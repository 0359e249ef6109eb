/// What the candidates of a span say: their rules, listed readings and grades.
extension EvidenceReader {
    /// The kind of an entry of the lexicons where the best candidate for exactly this span is one; there must be a candidate.
    @inline(__always)
    func readCandidates<Sink: EvidenceSink>(
        _ span: EvidenceSpan, _ count: Int, _ spans: EvidenceSpans, _ candidates: [Candidate], into sink: inout Sink
    ) -> SpanKind? {
        span.first == span.last
            ? readCandidate(candidates[Int(span.first)], count, into: &sink) : readSeveral(span, count, spans, candidates, into: &sink)
    }

    /// As `readSeveral`, where there is but one.
    @inline(__always)
    private func readCandidate<Sink: EvidenceSink>(_ candidate: Candidate, _ count: Int, into sink: inout Sink) -> SpanKind? {
        let (label, group, isListed) = (Int(candidate.label.rawValue), group(of: candidate.label), candidate.rule == .listed)
        sink.add(offsets[.rule], Int(candidate.rule.rawValue))
        sink.add(offsets[.listed], label * 3 + Self.prominence(candidate.weight), if: isListed)
        sink.add(candidate.isGuarded ? offsets[.guarded] + label : offsets[.listedGroups] + 1 << group.rawValue, if: isListed)
        sink.add(offsets[.score], group.rawValue * Self.gradeCount + Self.grade(candidate.score, Candidate.base(count)))
        return isListed ? SpanKind(group) : nil
    }

    @inline(never)
    private func readSeveral<Sink: EvidenceSink>(
        _ span: EvidenceSpan, _ count: Int, _ spans: EvidenceSpans, _ candidates: [Candidate], into sink: inout Sink
    ) -> SpanKind? {
        var best = Int(span.first)
        var (rules, listed, guarded, listedGroups, grades) = (UInt64(0), UInt64(0), UInt64(0), 0, 0)
        var next = span.first
        let base = Candidate.base(count)
        while next >= 0 {
            let index = Int(next)
            let (rule, label, weight, score) = (candidates[index].rule, candidates[index].label, candidates[index].weight, candidates[index].score)
            let (isListed, isGuarded, group) = (rule == .listed, candidates[index].isGuarded, group(of: label).rawValue)
            addOnce(Int(rule.rawValue), of: offsets[.rule], &rules, if: true, into: &sink)
            addOnce(Int(label.rawValue) &* 3 &+ Self.prominence(weight), of: offsets[.listed], &listed, if: isListed, into: &sink)
            addOnce(Int(label.rawValue), of: offsets[.guarded], &guarded, if: isListed && isGuarded, into: &sink)
            listedGroups |= (isListed && !isGuarded ? 1 : 0) &<< group
            grades |= 1 &<< (group &* Self.gradeCount &+ Self.grade(score, base))
            if candidates[best].score < score { best = index }
            next = spans.next(next)
        }
        readListedGroups(listedGroups, count, into: &sink)
        for group in 0..<NameGroup.count {
            let own = grades &>> (group &* Self.gradeCount) & (1 << Self.gradeCount - 1)
            sink.add(blends[.grades], group << Self.gradeCount | own)
        }
        return candidates[best].rule == .listed ? SpanKind(self.group(of: candidates[best].label)) : nil
    }

    /// Hands over a value that no candidate before has had, which are bits.
    @inline(__always)
    private func addOnce<Sink: EvidenceSink>(_ value: Int, of offset: Int, _ seen: inout UInt64, if isSo: Bool, into sink: inout Sink) {
        let bit = (isSo ? UInt64(1) : 0) &<< UInt64(truncatingIfNeeded: value)
        sink.add(offset, value, if: bit & ~seen != 0)
        seen |= bit
    }

    private func readListedGroups<Sink: EvidenceSink>(_ groups: Int, _ count: Int, into sink: inout Sink) {
        guard groups != 0 else { return }
        sink.add(offsets[.listedGroups], groups)
        // Several words that the lists have one kind of thing for.
        if count > 1, groups & (groups - 1) == 0 {
            sink.add(offsets[.listedWords], groups.trailingZeroBitCount * 3 + min(count, 4) - 2)
        }
    }

    @inline(__always)
    private func group(of label: EntityLabel) -> NameGroup { groups[Int(label.rawValue)] }

    @inline(__always)
    private static func prominence(_ weight: UInt8) -> Int { (weight >= 3 ? 1 : 0) + (weight >= 6 ? 1 : 0) }

    @inline(__always)
    func add<Sink: EvidenceSink>(_ bits: UInt64, _ offset: Int, to sink: inout Sink) {
        var rest = bits
        while rest != 0 {
            sink.add(offset, rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }

    static let gradeCount = 5

    /// A score against what the span is worth before its evidence, which is more than 40.
    @inline(__always)
    private static func grade(_ score: Int, _ base: Int) -> Int {
        (score > 0 ? 1 : 0) + (score >= base - 40 ? 1 : 0) + (score >= base ? 1 : 0) + (score >= base + 30 ? 1 : 0)
    }
}
