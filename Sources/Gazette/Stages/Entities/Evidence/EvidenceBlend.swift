/// Features that come together, because one value decides them all: they have a row of their own, with the sum of their weights.
///
/// Most spans are single words, whose first word is the last one too.
enum EvidenceBlend: Int, CaseIterable {
    // Of a single word. `soleRole` and `soleCommonness` begin anew where it is listed; the latter is twice the commonness, and one more where its
    // capital says nothing. `soleInside` is `TokenFacts.Inner`, `soleChoice` is `MentionMap.Role`, `soleElsewhere` twice a place of
    // `MentionMemory.Record`, and one more where more than one was counted.
    case soleRole, soleForm, soleCommonness, soleEnding, soleName, soleInside, soleChoice, soleElsewhere
    // Of several words: the groups of `ListedToken`, a bit each, `starts` twice that and one more where a given name follows.
    case starts, ends
    // Of any span: `MentionMap.Role` of a name that is of one series with it.
    case seriesBefore, seriesAfter
    // The kind of any span and what stands beside it; `leftOfInitial` where the capital of its first word says nothing.
    case left, leftOfInitial, right

    /// How many values it has.
    private var count: Int {
        switch self {
        case .soleRole: 2 * WordRole.count
        case .soleForm: WordForm.allCases.count
        case .soleCommonness: 4 * Commonness.count
        case .soleEnding: WordEnding.allCases.count
        case .soleName: NameFrequency.allCases.count * NameFrequency.allCases.count
        case .soleInside: 1 << TokenFacts.Inner.bits
        case .soleChoice, .seriesBefore, .seriesAfter: MentionMap.Role.none.code + 1
        case .starts: 2 << NameGroup.count
        case .ends: 1 << NameGroup.count
        case .soleElsewhere: 2 * NameGroup.count * MentionMemory.Record.partCount
        case .left, .leftOfInitial, .right: SpanKind.allCases.count * Neighbour.count
        }
    }

    /// Hands what a value stands for to a sink.
    private func read<Sink: EvidenceSink>(_ value: Int, _ offsets: EvidenceTemplate.Offsets, into sink: inout Sink) {
        switch self {
        case .soleRole: Self.add(value, [.firstRole, .lastRole], offsets, to: &sink)
        case .soleForm: Self.add(value, [.firstForm, .lastForm], offsets, to: &sink)
        case .soleCommonness:
            Self.add(value / 2, [.firstCommon, .lastCommon, .soleCommon], offsets, to: &sink)
            sink.add(offsets[.initialCommon], value / 2, if: value % 2 == 1)
        case .soleEnding: Self.add(value, [.lastEnding, .soleEnding], offsets, to: &sink)
        case .soleName:
            sink.add(offsets[.length])
            sink.add(offsets[.soleName], value)
        case .soleInside:
            let inner = TokenFacts.Inner(rawValue: UInt8(value))
            sink.add(offsets[.capitals], if: inner.contains(.capitals))
            for bit in 0..<TokenFacts.Inner.bits where inner.intersection(.ofSole).rawValue >> bit & 1 == 1 { sink.add(offsets[.inner], bit) }
        case .soleChoice:
            let role = MentionMap.Role(code: value)
            if role.isNone { return }
            sink.add(role.part == MentionMap.Part.whole.rawValue ? offsets[.choice] + role.group : offsets[.overlap] + role.group * 3)
        case .soleElsewhere:
            let (group, part) = (value / 2).quotientAndRemainder(dividingBy: MentionMemory.Record.partCount)
            sink.add(offsets[.firstElsewhere], value / 2)
            sink.add(offsets[.mention], group * 2 + value % 2, if: part == MentionMap.Part.whole.rawValue)
        case .starts:
            for group in 0..<NameGroup.count { sink.add(offsets[.starts], group * 2 + value % 2, if: value >> (group + 1) & 1 == 1) }
        case .ends:
            for group in 0..<NameGroup.count { sink.add(offsets[.ends], group, if: value >> group & 1 == 1) }
        case .seriesBefore, .seriesAfter:
            let role = MentionMap.Role(code: value)
            sink.add(offsets[.series], (self == .seriesBefore ? 0 : NameGroup.count) + role.group, if: !role.isNone)
        case .left, .leftOfInitial:
            let (kind, neighbour) = value.quotientAndRemainder(dividingBy: Neighbour.count)
            sink.add(offsets[.left], neighbour)
            sink.add(offsets[.leftOfKind], value)
            let opens = Neighbour(rawValue: neighbour)?.opens ?? false
            sink.add(offsets[.positionOfKind], kind * 2 + (opens ? 0 : 1), if: self == .leftOfInitial)
        case .right:
            sink.add(offsets[.right], value % Neighbour.count)
            sink.add(offsets[.rightOfKind], value)
        }
    }

    private static func add<Sink: EvidenceSink>(
        _ value: Int, _ templates: [EvidenceTemplate], _ offsets: EvidenceTemplate.Offsets, to sink: inout Sink
    ) {
        for template in templates { sink.add(offsets[template], value) }
    }

    /// The index of every blend's first row, behind those of the features.
    struct Offsets {
        private var lanes = SIMD16<UInt16>()
        /// Behind the last row.
        let end: Int

        init() {
            var next = EvidenceTemplate.featureCount
            for blend in EvidenceBlend.allCases {
                lanes[blend.rawValue] = UInt16(next)
                next += blend.count
            }
            end = next
        }

        @inline(__always)
        subscript(blend: EvidenceBlend) -> Int { Int(lanes[blend.rawValue]) }

        /// Hands the features of a row to a sink.
        func read<Sink: EvidenceSink>(_ row: Int, _ features: EvidenceTemplate.Offsets, into sink: inout Sink) {
            guard let blend = EvidenceBlend.allCases.last(where: { self[$0] <= row }) else { return }
            blend.read(row - self[blend], features, into: &sink)
        }
    }
}
