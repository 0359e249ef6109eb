/// Tells which numbers belong to dates and names. Numbers are asked for in ascending order, so that a document is walked once.
struct TakenSpans {
    private var firstDate = 0
    private var firstEntity = 0
    private var firstPerson = 0

    /// Whether a date or a name owns a number; an age may cover a duration, and an amount a name inside it.
    mutating func own(_ number: ByteRange, of amount: Amount, _ range: ByteRange, in document: Document) -> Bool {
        while firstDate < document.dates.count, document.dates[firstDate].range.end <= number.start { firstDate += 1 }
        while firstEntity < document.entities.count, document.entities[firstEntity].range.end <= number.start { firstEntity += 1 }
        for index in firstDate..<document.dates.count {
            let date = document.dates[index].range
            if date.start >= number.end { break }
            if date.overlaps(number), amount.kind != .age || document.dates[index].kind != .duration { return true }
        }
        for index in firstEntity..<document.entities.count {
            let name = document.entities[index].range
            if name.start >= number.end { break }
            if name.overlaps(number), amount.unit == nil || !range.contains(name) { return true }
        }
        return false
    }

    /// Whether a person's name ends at an offset, as before the age in `Amina Diallo, 46,`.
    mutating func personEnds(at end: Int32, in document: Document) -> Bool {
        while firstPerson < document.entities.count, document.entities[firstPerson].range.end < end { firstPerson += 1 }
        for index in firstPerson..<document.entities.count {
            let name = document.entities[index].range
            if name.start >= end { break }
            if name.end == end, document.entities[index].label == .person { return true }
        }
        return false
    }
}
