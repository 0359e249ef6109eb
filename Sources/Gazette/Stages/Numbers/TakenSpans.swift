/// Tells which numbers belong to dates and names. Numbers are asked for in ascending order, so that a document is walked once.
struct TakenSpans {
    private var firstDate = 0
    private var firstEntity = 0

    /// Whether a date or a name owns a number; an age may cover a duration, and an amount a name inside it.
    mutating func own(_ number: ByteRange, of expression: NumericExpression, in document: Document) -> Bool {
        while firstDate < document.dates.count, document.dates[firstDate].range.end <= number.start { firstDate += 1 }
        while firstEntity < document.entities.count, document.entities[firstEntity].range.end <= number.start { firstEntity += 1 }
        let isDate = document.dates[firstDate...].prefix { $0.range.start < number.end }.contains {
            $0.range.overlaps(number) && !(expression.kind == .age && $0.kind == .duration)
        }
        return isDate
            || document.entities[firstEntity...].prefix { $0.range.start < number.end }.contains {
                $0.range.overlaps(number) && !(expression.unit != nil && expression.range.contains($0.range))
            }
    }
}
