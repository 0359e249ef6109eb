/// The kinds of evidence for a span, each with the values it may take. A feature is a template with one of its values, such as `left.fullName=speech`.
///
/// No feature knows a name or any single word; all are classes.
package enum EvidenceTemplate: Int, Sendable, CaseIterable {
    // The words of the span.
    case length, capitals, inner, inside
    case firstRole, lastRole, firstForm, lastForm, firstCommon, lastCommon, soleCommon, initialCommon, lastEnding, soleEnding
    case soleName, twoNames, moreNames
    // Lists and rules.
    case listed, listedGroups, listedWords, listedAround, guarded, starts, ends, prefix, suffix, rule, score, choice, overlap, linked
    // What stands beside it.
    case left, right, leftOfKind, rightOfKind, leftBeyond, rightBeyond, positionOfKind, joined, series, enclosed
    // What the document says elsewhere.
    case mention, firstElsewhere, lastElsewhere

    /// What its values combine; the first varies slowest.
    private var axes: [Axis] {
        switch self {
        case .length: [.fixed(["1", "2", "3", "4", "5", "more"])]
        case .capitals: [.fixed(["1", "2", "3", "more"])]
        case .inner: [.fixed(["digit", "period", "common", "indefinite", "head"])]
        case .firstRole, .lastRole: [Self.isListed, .role]
        case .firstForm, .lastForm: [.form]
        case .firstCommon, .lastCommon, .soleCommon, .initialCommon: [Self.isListed, .commonness]
        case .lastEnding, .soleEnding: [.ending]
        case .soleName: [.frequency, .frequency]
        case .twoNames, .moreNames: [.frequency, .frequency, .frequency, .frequency]
        case .listed: [.label, .fixed(["small", "known", "famous"])]
        case .listedGroups: [.groups]
        case .listedWords: [.group, .fixed(["2", "3", "more"])]
        case .listedAround: [.fixed(["inside", "across"])]
        case .guarded: [.label]
        case .starts: [.group, .fixed(["plain", "given"])]
        case .ends, .prefix, .suffix, .choice: [.group]
        case .linked: [.fixed(["of", "for", "and", "other"]), .part, .part]
        case .rule: [.rule]
        case .score: [.group, .fixed(["negative", "low", "fair", "good", "high"])]
        case .overlap: [.group, .fixed(["inside", "around", "across"])]
        case .inside, .left, .right, .leftBeyond, .rightBeyond: [.neighbour]
        case .positionOfKind: [.kind, .fixed(["start", "headline"])]
        case .leftOfKind, .rightOfKind: [.kind, .neighbour]
        case .joined: [.fixed(["before", "after"]), .role]
        case .series: [.fixed(["before", "after"]), .group]
        case .enclosed: [.fixed(["quotes", "parentheses", "line"])]
        case .mention: [.group, .fixed(["once", "often"])]
        case .firstElsewhere, .lastElsewhere: [.group, .fixed(["whole", "first", "last"])]
        }
    }

    /// Whether the best candidate for the span is an entry of the lexicons without a guard: what its words are says less then.
    private static let isListed = Axis.fixed(["unlisted", "listed"])

    private var valueCount: Int { axes.reduce(1) { $0 * $1.count } }

    private var values: [String] {
        axes.dropFirst().reduce(axes[0].names) { done, axis in done.flatMap { left in axis.names.map { "\(left).\($0)" } } }
    }

    package static let featureCount: Int = allCases.reduce(0) { $0 + $1.valueCount }

    /// The index of every template's first feature.
    struct Offsets {
        /// By template: a vector, so that each is a constant distance away.
        private var lanes = SIMD64<UInt16>()

        init() {
            var next = 0
            for template in EvidenceTemplate.allCases {
                lanes[template.rawValue] = UInt16(next)
                next += template.valueCount
            }
        }

        @inline(__always)
        subscript(template: EvidenceTemplate) -> Int { Int(lanes[template.rawValue]) }
    }

    /// The features' names, `template=value`, by index.
    package static let featureNames: [String] = allCases.flatMap { template in template.values.map { "\(template)=\($0)" } }

    /// A kind of values. Names are made only where somebody reads them.
    private enum Axis {
        case role, form, commonness, ending, frequency, label, group, groups, rule, neighbour, kind, part
        case fixed([String])

        var count: Int {
            switch self {
            case .role: WordRole.allCases.count
            case .form: WordForm.allCases.count
            case .commonness: Commonness.allCases.count
            case .ending: WordEnding.allCases.count
            case .frequency: NameFrequency.allCases.count
            case .label: EntityLabel.allCases.count
            case .group: NameGroup.allCases.count
            case .groups: 1 << NameGroup.allCases.count
            case .rule: NameRule.allCases.count
            case .neighbour: Neighbour.allCases.count
            case .kind: SpanKind.allCases.count
            case .part: LinkedPart.allCases.count
            case .fixed(let names): names.count
            }
        }

        var names: [String] {
            switch self {
            case .role: WordRole.allCases.map { "\($0)" }
            case .form: WordForm.allCases.map { "\($0)" }
            case .commonness: Commonness.allCases.map { "\($0)" }
            case .ending: WordEnding.allCases.map { "\($0)" }
            case .frequency: NameFrequency.allCases.map { "\($0)" }
            case .label: EntityLabel.allCases.map(\.description)
            case .group: NameGroup.allCases.map(\.name)
            case .groups: (0..<count).map(NameGroup.names(of:))
            case .rule: NameRule.allCases.map { "\($0.name)" }
            case .neighbour: Neighbour.allCases.map { "\($0)" }
            case .kind: SpanKind.allCases.map { "\($0)" }
            case .part: LinkedPart.allCases.map { "\($0)" }
            case .fixed(let names): names
            }
        }
    }
}
