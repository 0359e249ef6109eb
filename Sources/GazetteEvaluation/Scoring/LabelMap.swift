/// Renames the labels of entities on both sides before they are compared. A label that is mapped to nothing is left out.
public struct LabelMap: Sendable, Hashable {
    /// By the label in small letters its new name; nil leaves its marks out.
    private var targets: [String: String?] = [:]

    public init() {}

    /// Reads `Person=PER,Facility=LOC,Date=`.
    public init(_ rules: String) throws(LabelMapError) {
        for rule in rules.split(separator: ",") {
            let sides = rule.split(separator: "=", omittingEmptySubsequences: false)
            guard sides.count == 2, !sides[0].isEmpty else {
                throw LabelMapError(description: "'\(rule)' is no rule; LABEL=NAME is wanted, or LABEL= to leave it out")
            }
            set(String(sides[0]), to: String(sides[1]))
        }
    }

    public static let presetNames = presets.map(\.name)

    /// The rules of a preset; nil where there is none of that name.
    public init?(preset: String) {
        guard let rules = Self.presets.first(where: { $0.name == preset })?.rules else { return nil }
        for (target, labels) in rules {
            for label in labels.split(separator: " ") { set(String(label), to: target) }
        }
    }

    public var isEmpty: Bool { targets.isEmpty }

    /// These rules, and where they clash the other's.
    public func merging(_ other: LabelMap) -> LabelMap {
        var merged = self
        merged.targets.merge(other.targets) { _, new in new }
        return merged
    }

    private mutating func set(_ label: String, to target: String) {
        targets[label.lowercased()] = .some(target.isEmpty ? nil : target)
        if !target.isEmpty, targets[target.lowercased()] == nil { targets[target.lowercased()] = target }
    }

    /// The marks under their new labels; counts those that no rule names.
    func apply(to marks: [Mark], unmapped: inout [String: Int]) -> [Mark] {
        if isEmpty { return marks }
        return marks.compactMap { mark in
            guard let target = targets[mark.label.lowercased()] else {
                unmapped[mark.label, default: 0] += 1
                return mark
            }
            guard let target else { return nil }
            var mark = mark
            mark.label = target
            return mark
        }
    }

    /// `conll`: the labels of OntoNotes 5, of the Worldwide Newswire corpus and of CrossNER's politics as the four of CoNLL-2003; amounts and
    /// times, which CoNLL-2003 does not mark, are left out.
    private static let presets: [(name: String, rules: [(target: String, labels: String)])] = [
        (
            "conll",
            [
                ("PER", "PERSON politician"), ("LOC", "GPE LOCATION FAC FACILITY country"), ("ORG", "ORGANIZATION organisation politicalparty"),
                ("MISC", "NORP PRODUCT EVENT WORK_OF_ART LAW LANGUAGE election"),
                ("", "DATE TIME MONEY PERCENT QUANTITY ORDINAL CARDINAL"),
            ]
        )
    ]
}

/// A rule that cannot be read.
public struct LabelMapError: Error, Sendable, CustomStringConvertible { public let description: String }
