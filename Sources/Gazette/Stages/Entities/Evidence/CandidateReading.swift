/// Whether the best candidate for a span is an entry of the lexicons.
struct ListedKind {
    /// Its kind where it is one.
    private(set) var kind: SpanKind?
    /// Whether it is one that is no ordinary word too.
    private(set) var isCertain = false

    /// There is no candidate.
    init() {}

    @inline(__always)
    init(_ best: Candidate, _ group: NameGroup) {
        guard best.rule == .listed else { return }
        (kind, isCertain) = (SpanKind(group), !best.isGuarded)
    }
}

/// What the candidates of a span say: their rules, listed readings and grades.
extension EvidenceReader {
    /// What the best candidate for exactly this span is; there must be a candidate.
    @inline(__always)
    func readCandidates<Sink: EvidenceSink>(
        _ span: EvidenceSpan, _ count: Int, _ spans: EvidenceSpans, _ candidates: [Candidate], into sink: inout Sink
    ) -> ListedKind {
        span.first == span.last
            ? readCandidate(candidates[Int(span.first)], count, into: &sink) : readSeveral(span, count, spans, candidates, into: &sink)
    }

    /// As `readSeveral`, where there is but one.
    @inline(__always)
    private func readCandidate<Sink: EvidenceSink>(_ candidate: Candidate, _ count: Int, into sink: inout Sink) -> ListedKind {
        let (label, group, isListed) = (Int(candidate.label.rawValue), group(of: candidate.label), candidate.rule == .listed)
        sink.add(offsets[.rule], Int(candidate.rule.rawValue))
        sink.add(offsets[.listed], label * 3 + Self.prominence(candidate.weight), if: isListed)
        // Several words that the lists have one kind of thing for, as in `readSeveral`.
        sink.add(offsets[.listedWords], group.rawValue * 3 + min(count, 4) - 2, if: isListed && !candidate.isGuarded && count > 1)
        sink.add(candidate.isGuarded ? offsets[.guarded] + label : offsets[.listedGroups] + 1 << group.rawValue, if: isListed)
        sink.add(offsets[.score], group.rawValue * Self.gradeCount + Self.grade(candidate.score, Candidate.base(count)))
        return ListedKind(candidate, group)
    }

    @inline(never)
    private func readSeveral<Sink: EvidenceSink>(
        _ span: EvidenceSpan, _ count: Int, _ spans: EvidenceSpans, _ candidates: [Candidate], into sink: inout Sink
    ) -> ListedKind {
        var best = Int(span.first)
        var (rules, listed, guarded, listedGroups, grades) = (UInt32(0), UInt64(0), UInt32(0), 0, UInt32(0))
        var next = span.first
        let base = Candidate.base(count)
        while next >= 0 {
            let index = Int(next)
            let (rule, label, weight, score) = (candidates[index].rule, candidates[index].label, candidates[index].weight, candidates[index].score)
            let group = group(of: label).rawValue
            rules |= 1 << UInt32(rule.rawValue)
            if rule == .listed {
                listed |= 1 << UInt64(Int(label.rawValue) * 3 + Self.prominence(weight))
                if candidates[index].isGuarded { guarded |= 1 << UInt32(label.rawValue) } else { listedGroups |= 1 << group }
            }
            grades |= 1 << UInt32(group * Self.gradeCount + Self.grade(score, base))
            if candidates[best].score < score { best = index }
            next = spans.next(next)
        }
        add(UInt64(rules), offsets[.rule], to: &sink)
        add(listed, offsets[.listed], to: &sink)
        if listedGroups != 0 {
            sink.add(offsets[.listedGroups], listedGroups)
            // Several words that the lists have one kind of thing for.
            if count > 1, listedGroups & (listedGroups - 1) == 0 {
                sink.add(offsets[.listedWords], listedGroups.trailingZeroBitCount * 3 + min(count, 4) - 2)
            }
        }
        add(UInt64(guarded), offsets[.guarded], to: &sink)
        readGrades(grades, into: &sink)
        return ListedKind(candidates[best], group(of: candidates[best].label))
    }

    @inline(__always)
    private func group(of label: EntityLabel) -> NameGroup { groups[Int(label.rawValue)] }

    @inline(__always)
    private static func prominence(_ weight: UInt8) -> Int { (weight >= 3 ? 1 : 0) + (weight >= 6 ? 1 : 0) }

    /// The highest of the grades of each group, which are bits.
    @inline(__always)
    private func readGrades<Sink: EvidenceSink>(_ grades: UInt32, into sink: inout Sink) {
        var rest = grades
        while rest != 0 {
            let first = rest.trailingZeroBitCount / Self.gradeCount * Self.gradeCount
            let own = rest & (UInt32(1) << UInt32(first + Self.gradeCount) - 1)
            sink.add(offsets[.score], UInt32.bitWidth - 1 - own.leadingZeroBitCount)
            rest ^= own
        }
    }

    @inline(__always)
    func add<Sink: EvidenceSink>(_ bits: UInt64, _ offset: Int, to sink: inout Sink) {
        var rest = bits
        while rest != 0 {
            sink.add(offset, rest.trailingZeroBitCount)
            rest &= rest - 1
        }
    }

    private static let gradeCount = 5

    /// A score against what the span is worth before its evidence, which is more than 40.
    @inline(__always)
    private static func grade(_ score: Int, _ base: Int) -> Int {
        (score > 0 ? 1 : 0) + (score >= base - 40 ? 1 : 0) + (score >= base ? 1 : 0) + (score >= base + 30 ? 1 : 0)
    }
}
