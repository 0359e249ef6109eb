/// Tells which numbers belong to dates and names. Numbers are asked for in ascending order, so that a document is walked once.
struct TakenSpans {
    private var firstDate = 0
    private var nextDate = 0
    private var firstEntity = 0
    private var firstPerson = 0

    /// Whether a date or a name owns a number; an age may cover a duration, and an amount with a unit a name inside its range.
    mutating func own(_ number: ByteRange, isAge: Bool, hasUnit: Bool, _ range: ByteRange, in document: Document) -> Bool {
        while firstDate < document.dates.count, document.dates[firstDate].range.end <= number.start { firstDate += 1 }
        while firstEntity < document.entities.count, document.entities[firstEntity].range.end <= number.start { firstEntity += 1 }
        for index in firstDate..<document.dates.count {
            let date = document.dates[index].range
            if date.start >= number.end { break }
            if date.overlaps(number), !isAge || document.dates[index].kind != .duration { return true }
        }
        for index in firstEntity..<document.entities.count {
            let name = document.entities[index].range
            if name.start >= number.end { break }
            if name.overlaps(number), !hasUnit || !range.contains(name) { return true }
        }
        return false
    }

    /// Where the date ends that owns any number at an offset, whatever its kind: durations do not.
    mutating func dateEnd(at offset: Int32, in document: Document) -> Int32? {
        while nextDate < document.dates.count, document.dates[nextDate].range.end <= offset { nextDate += 1 }
        guard nextDate < document.dates.count, document.dates[nextDate].range.start <= offset, document.dates[nextDate].kind != .duration else {
            return nil
        }
        return document.dates[nextDate].range.end
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
