import Gazette

/// How a specification sees numbers, where it differs from records: which predictions it speaks of, and what belongs to their spans and values.
///
/// corpora/README.md gives the reasons. A view moves the borders of a prediction, never its number: a wrong value stays wrong.
public struct NumberView: Sendable, Hashable {
    /// The types of which the specification speaks; other predictions are left out.
    var types: Set<String>
    /// Types whose number counts by itself, without unit: `$20` is 20. Such a prediction stands only for the gold inside it.
    var carriers: Set<String> = []
    /// Whether words of comparison (`between`, `more than`) and nouns belong to gold's spans.
    var takesInWords = false
    /// Whether values are bounds, `>5` or `5..7`, and numbers without a bound none of the specification's.
    var isAboutBounds = false
    /// Whether quantities are temperatures alone, or all others; nil for both.
    var isTemperature: Bool?
    /// By a prediction's unit, how many of gold's unit it is.
    var factors: [String: Double] = [:]

    /// UCUM's units of temperature. Degrees without a scale may be an angle's too.
    private static let temperatures: Set<String> = ["Cel", "[degF]", "K"]

    /// Brings both sides to the specification's form.
    func apply(gold: inout MarkedText, predicted: inout MarkedText) {
        let digits = DigitPositions(text: gold.text)
        if !carriers.isEmpty, let dates = predicted.layers[.dates] {
            gold.layers[.numbers]?.removeAll { number in dates.contains { $0.range.contains(number.range) } }
        }
        let numbers = gold.layers[.numbers] ?? []
        predicted.layers[.numbers] = predicted.layers[.numbers]?.flatMap { seen($0, numbers, digits) }
    }

    private func seen(_ mark: Mark, _ gold: [Mark], _ digits: DigitPositions) -> [Mark] {
        if carriers.contains(mark.label) { return parts(of: mark, gold, digits) ?? [] }
        guard types.contains(mark.label), hasUnit(mark) else { return [] }
        if !carriers.isEmpty, let parts = parts(of: mark, gold, digits), parts.count > 1 { return parts }
        let mark = valued(mark)
        guard takesInWords else { return [mark] }
        let partner = gold.first { $0.range.overlaps(mark.range) && digits.agree($0.range, mark.range) }
        if isAboutBounds, partner == nil, mark.attributes["comparator"] == nil { return [] }
        return [partner.map { moved(mark, to: $0.range) } ?? mark]
    }

    private func hasUnit(_ mark: Mark) -> Bool {
        guard let isTemperature, mark.label == "quantity", let unit = mark.attributes["unit"], unit != "deg" else { return true }
        return isTemperature == Self.temperatures.contains(unit)
    }

    /// The bare numbers inside a mark, of a range both ends; nil where gold does not have them all.
    private func parts(of mark: Mark, _ gold: [Mark], _ digits: DigitPositions) -> [Mark]? {
        let inside = gold.filter { mark.range.contains($0.range) }
        let values = (mark.values.first ?? "").split(separator: "..").map(String.init)
        guard !inside.isEmpty, inside.count == values.count,
            digits.count(in: mark.range) == inside.reduce(0, { $0 + digits.count(in: $1.range) })
        else { return nil }
        return zip(inside, values).map { part, value in Mark(part.range, label: part.label, values: [value], evidence: mark.evidence) }
    }

    private func moved(_ mark: Mark, to range: ByteRange) -> Mark {
        var mark = mark
        mark.range = range
        return mark
    }

    private func valued(_ mark: Mark) -> Mark {
        var mark = mark
        if let factor = mark.attributes["unit"].flatMap({ factors[$0] }) {
            mark.values = mark.values.map { value in
                value.split(separator: "..").map { NumberValue.canonical("\((Double($0) ?? .nan) * factor)") }.joined(separator: "..")
            }
        }
        let comparator = mark.attributes["comparator"] ?? ""
        if takesInWords, ["<", "<=", ">", ">="].contains(comparator) { mark.values = mark.values.map { comparator + $0 } }
        return mark
    }
}

/// Where a text has digits: spans that differ by words alone have the same.
private struct DigitPositions {
    private let counts: [Int]

    init(text: [UInt8]) {
        var counts = [0]
        for byte in text { counts.append(counts[counts.count - 1] + (byte.isDigit ? 1 : 0)) }
        self.counts = counts
    }

    func count(in range: ByteRange) -> Int { counts[Int(range.end)] - counts[Int(range.start)] }

    /// Whether the digits of two overlapping ranges are the same.
    func agree(_ left: ByteRange, _ right: ByteRange) -> Bool {
        let common = ByteRange(max(left.start, right.start), min(left.end, right.end))
        return count(in: left) == count(in: common) && count(in: right) == count(in: common)
    }
}
