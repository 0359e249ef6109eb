/// Joins two bounds of one thing: `more than 10 and less than 20`, `above 1,000 but below 1,500`.
struct BoundsRule {
    /// The expression from the first number to the last, where the second follows `and` or `but` and bounds the other side.
    static func joined(_ first: NumericExpression, _ second: NumericExpression) -> NumericExpression? {
        guard first.kind == second.kind, first.unit == second.unit || first.unit == nil, first.counted == nil,
            let lower = first.lower ?? second.lower, let upper = first.upper ?? second.upper, lower < upper,
            (first.lower == nil) != (first.upper == nil), (second.lower == nil) != (second.upper == nil)
        else { return nil }
        var result = first
        (result.range, result.lower, result.upper, result.comparator) = (first.range.union(second.range), lower, upper, nil)
        (result.unit, result.counted, result.evidence) = (second.unit, second.counted, .rule("bounds"))
        return result
    }
}
