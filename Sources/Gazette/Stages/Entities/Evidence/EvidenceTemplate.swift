/// The kinds of evidence for a span, each with the values it may take. A feature is a template with one of its values, such as `left.fullName=speech`.
///
/// No feature knows a name or any single word; all are classes.
package enum EvidenceTemplate: Int, Sendable, CaseIterable {
    // The words of the span.
    case length, capitals, inner, inside
    case firstRole, lastRole, firstForm, lastForm, firstCommon, lastCommon, soleCommon, initialCommon, lastEnding, soleEnding
    case soleName, twoNames, moreNames
    // Lists and rules.
    case listed, guarded, prefix, suffix, within, rule, score, choice, overlap
    // What stands beside it.
    case left, right, leftOfKind, rightOfKind, leftBeyond, rightBeyond, joined, series, enclosed
    // What the document says elsewhere.
    case mention, firstElsewhere, lastElsewhere

    /// The values in the order of their indices.
    var values: [String] {
        switch self {
        case .length: return ["1", "2", "3", "4", "5", "more"]
        case .capitals: return ["1", "2", "3", "more"]
        case .inner: return ["digit", "period", "common", "indefinite"]
        case .inside: return Self.names(Neighbour.self)
        case .firstRole, .lastRole: return Self.names(WordRole.self)
        case .firstForm, .lastForm: return Self.names(WordForm.self)
        case .firstCommon, .lastCommon, .soleCommon, .initialCommon: return Self.names(Commonness.self)
        case .lastEnding, .soleEnding: return Self.names(WordEnding.self)
        case .soleName: return Self.nameFrequencies
        case .twoNames, .moreNames: return Self.product(Self.nameFrequencies, Self.nameFrequencies)
        case .listed: return Self.product(EntityLabel.names, ["small", "known", "famous"])
        case .guarded: return EntityLabel.names
        case .prefix, .suffix, .within, .choice: return Self.groups
        case .rule: return NameRule.allCases.map { "\($0.name)" }
        case .score: return Self.product(Self.groups, ["negative", "low", "fair", "good", "high"])
        case .overlap: return Self.product(Self.groups, ["inside", "around", "across"])
        case .left, .right, .leftBeyond, .rightBeyond: return Self.names(Neighbour.self)
        case .leftOfKind, .rightOfKind: return Self.product(Self.names(SpanKind.self), Self.names(Neighbour.self))
        case .joined: return Self.product(["before", "after"], Self.names(WordRole.self))
        case .series: return Self.product(["before", "after"], Self.groups)
        case .enclosed: return ["quotes", "parentheses", "line"]
        case .mention: return Self.product(Self.groups, ["once", "often"])
        case .firstElsewhere, .lastElsewhere: return Self.product(Self.groups, ["whole", "first", "last"])
        }
    }

    /// The index of the template's first feature, by template.
    static let offsets: [Int] = allCases.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.values.count) }

    package static var featureCount: Int { offsets[allCases.count] }

    /// The features' names, `template=value`, by index.
    package static let featureNames: [String] = allCases.flatMap { template in template.values.map { "\(template)=\($0)" } }

    private static let groups = NameGroup.allCases.map(\.name)
    private static let nameFrequencies = product(names(NameFrequency.self), names(NameFrequency.self))

    private static func names<Value: CaseIterable>(_ type: Value.Type) -> [String] { type.allCases.map { "\($0)" } }

    /// The first varies slowest.
    private static func product(_ first: [String], _ second: [String]) -> [String] { first.flatMap { left in second.map { "\(left).\($0)" } } }
}
