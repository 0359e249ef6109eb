public import Gazette

/// The worst discrepancies as people read them, most frequent first.
public struct ErrorList: Sendable {
    let comparison: Comparison
    let groups: [DiscrepancyGroup]

    public init(_ comparison: Comparison, limit: Int, layers: LayerSet) {
        self.comparison = comparison
        groups = comparison.worst(limit, in: layers)
    }

    public var text: String {
        var lines: [String] = []
        var heading = ""
        for group in groups {
            let next = "\(group.example.layer.rawValue): \(group.example.kind.rawValue)"
            if next != heading { lines += ["", next] }
            heading = next
            lines += self.lines(group)
        }
        return lines.dropFirst().joined(separator: "\n")
    }

    private func lines(_ group: DiscrepancyGroup) -> [String] {
        let item = group.example
        let text = comparison.texts[item.text].gold
        let part = item.kind.part
        let sides = [item.gold.map { "gold \(Self.shown($0, part, text))" }, item.predicted.map { "found \(Self.shown($0, part, text))" }]
            .compactMap(\.self)
        let excerpt = (item.gold ?? item.predicted).map { Excerpt(text: text.text, range: $0.range).line } ?? ""
        return ["  \(group.count)×  \(sides.joined(separator: " · "))", "      \(text.id): \(excerpt)"]
    }

    /// A sentence's beginning and end are enough.
    private static func shortened(_ text: String) -> String { text.count > 60 ? "\(text.prefix(30))…\(text.suffix(29))" : text }

    private static func shown(_ mark: Mark, _ part: String?, _ text: MarkedText) -> String {
        let other = part.map { name in mark.parts[name].map { "→ '\(shortened(text[$0]))'" } ?? "→ none" } ?? ""
        let parts = ["'\(shortened(text[mark.range]))'", mark.label, other] + mark.values.prefix(3) + [mark.evidence.map { "(\($0))" } ?? ""]
        return parts.filter { !$0.isEmpty }.joined(separator: " ").replacing("\n", with: " ")
    }
}
