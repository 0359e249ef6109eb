/// Lengths of time: `two weeks`, `for months`, `a 90-minute`, `two and a half years`, `more than four hours`, `half an hour`, `the first nine months`,
/// `decades-long`, `8-month-old`, `a three-year period`, `weeks or months`, `a quarter of an hour`, `two years and six months`, `ran it in 2:14:04`.
/// Not durations: `a second chance`, `three quarters of`.
enum DurationRule: DateRule {
    static let name: StaticName = "duration"
    static let opening = DateOpening(
        [.comparator, .number, .multiplier, .timeUnit], roles: [.the, .a, .several, .couple, .half], digits: true, phrases: true)
    static let behindArticle = DateOpening([.ordinal, .number, .multiplier], roles: [.last, .several, .couple, .half, .a], digits: true)

    static func isPossible(_ signs: DateSigns) -> Bool {
        signs.shows([.measured, .plural, .clock]) || signs.shows(.dash) && signs.has(.timeUnit) && signs.hasAny(suffixes)
            || signs.shows(.colon) && signs.has(.in)
    }

    private static let suffixes = DateRoles([.long, .old])

    static func match(at index: Int, in text: DateText) -> DateMatch? {
        let comparator = Self.comparator(index, text)
        let start = comparator?.end ?? index
        guard let read = withArticle(start, text), text.unit(start) != nil && text.isPlural(start) || !isAge(read.end, text),
            !isSpeed(start, text), ReferenceRule.someday(index, text) == nil
        else { return nil }
        return DateMatch(index..<read.end, .duration(read.duration), comparator?.value.modifier)
    }

    /// A comparator before a number: `more than`, but not `higher than`, which compares what happened; `over` and `under` before a number rather say where the time lies (`over two years`).
    static func comparator(_ index: Int, _ text: DateText) -> (value: DateComparator, end: Int)? {
        guard let read = text.comparator(index), text.role(read.end) != .the else { return nil }
        if text.role(read.end - 1) == .preposition, read.end == index + 2, text.role(index) != .extra, text.role(index) != .less { return nil }
        return read.end == index + 1 && text.role(index) == .preposition && read.value != .about
            && !(text.role(read.end) == .a && text.unit(read.end + 1) != nil) ? nil : read
    }

    /// Whether it is what a speed is measured by: `miles an hour`.
    private static func isSpeed(_ index: Int, _ text: DateText) -> Bool {
        text.role(index) == .a && text.has(.unit, at: index - 1) && text.unit(index + 1)?.isClock == true
    }

    /// Whether the length is somebody's or something's age: `52 years old`, `6-year-old`.
    private static func isAge(_ index: Int, _ text: DateText) -> Bool {
        text.role(text.skippingHyphen(index)) == .old || text.role(index - 1) == .old
    }

    private static func withArticle(_ index: Int, _ text: DateText) -> (duration: Duration, end: Int)? {
        if text.role(index) == .the {
            let ordinal = text.role(index + 1) == .last ? index + 2 : text.ordinal(index + 1)?.end ?? index + 1
            guard let read = counted(ordinal, text), ordinal > index + 1 || text.isPlural(read.end - 1), !text.isHyphen(read.end - 2) else {
                return nil
            }
            return read
        }
        if text.role(index) == .a, let read = counted(index + 1, text), text.role(read.end) == .period { return (read.duration, read.end + 1) }
        return counted(index, text) ?? bare(index, text)
    }

    /// `two weeks`, `an hour and a half`, `two years and six months`, `90-minute`.
    static func counted(_ index: Int, _ text: DateText) -> (duration: Duration, end: Int)? {
        guard text.mayBeAmount(index) else { return nil }
        if let known = text.memo.pointee.knownLength(at: index) { return known }
        let read = readCounted(index, text)
        text.memo.pointee.keep(read, at: index)
        return read
    }

    private static func readCounted(_ index: Int, _ text: DateText) -> (duration: Duration, end: Int)? {
        guard var read = single(index, text) else { return nil }
        while read.duration.count < 4 {
            let next = text.role(read.end) == .and ? read.end + 1 : text.skippingComma(read.end)
            guard let more = single(next, text), more.duration.first.unit.rank < read.duration.last.unit.rank else { break }
            read = (read.duration.appending(more.duration), more.end)
        }
        let suffix = text.skippingHyphen(read.end)
        if suffix > read.end, let role = text.role(suffix), role == .old || role == .long { read.end = suffix + 1 }
        return read
    }

    private static func single(_ index: Int, _ text: DateText) -> (duration: Duration, end: Int)? {
        guard text.mayBeAmount(index) else { return nil }
        if let quarters = quarters(index, text) { return quarters }
        if let glued = glued(index, text) ?? raceTime(index, text) { return glued }
        guard var count = text.amount(index) else { return nil }
        if let link = text.role(count.end), link == .or || link == .to, let second = text.cardinal(count.end + 1) { count.end = second.end }
        let target = text.skippingHyphen(count.end)
        guard let unit = text.unit(target), isUnit(unit, target, index, text), !isCompared(target + 1, text) else { return nil }
        if count.amount.thousandths == 0, let half = text.half(target + 1) {
            return (Duration(UnitCount(whole: count.amount.whole, thousandths: 500), unit), half)
        }
        return (Duration(count.amount, unit), target + 1)
    }

    /// `a quarter of an hour`, `three quarters of an hour`, `a quarter century`.
    private static func quarters(_ index: Int, _ text: DateText) -> (duration: Duration, end: Int)? {
        let count = text.role(index) == .a ? 1 : text.numberWord(index) ?? 0
        let noun = text.skippingHyphen(index + 1)
        guard count == 1 || count == 3, text.unit(noun) == .quarter else { return nil }
        let isOf = text.role(noun + 1) == .of && text.role(noun + 2) == .a
        let target = isOf ? noun + 3 : text.skippingHyphen(noun + 1)
        guard let unit = text.unit(target), !text.isPlural(target), isOf || unit == .century else { return nil }
        return (Duration(UnitCount(whole: 0, thousandths: 250 * count), unit), target + 1)
    }

    /// `3h`, after a preposition, or where the text is nothing else.
    private static func glued(_ index: Int, _ text: DateText) -> (duration: Duration, end: Int)? {
        let bytes = text.bytes(index)
        guard bytes.count >= 2, bytes.count <= 3, bytes[bytes.count - 1] == UInt8(ascii: "h"), let count = DateText.decimal(bytes.dropLast()),
            let role = text.role(index - 1), role == .in || role == .preposition
        else { return nil }
        return (Duration(UnitCount(whole: count), .hour), index + 1)
    }

    /// Whether the noun is a unit here: `a second`, `a quarter`, `three quarters of` are none, nor is the league in `(6-2, 4-1 SEC)`.
    private static func isUnit(_ unit: TimeUnit, _ target: Int, _ index: Int, _ text: DateText) -> Bool {
        let isArticle = text.role(index) == .a || text.role(index) == .half
        switch unit {
        case .second:
            if text.token(target)?.shape == .upper, text.isDash(index - 1) { return false }
            return text.isPlural(target) || text.numberWord(index) == 1 && !isArticle
                || target == index + 1 && text.token(index)?.kind == .number || text.isHyphen(target - 1)
        case .quarter:
            guard !isArticle, text.isPlural(target) else { return false }
            return text.role(index) == .several || text.has(.number, at: index) && text.role(target + 1) != .of
        default: return true
        }
    }

    /// Whether the unit begins `year-earlier`, `year-ago`.
    private static func isCompared(_ index: Int, _ text: DateText) -> Bool {
        guard text.skippingHyphen(index) > index, let role = text.role(index + 1) else { return false }
        return role == .earlier || role == .ago
    }

    /// `months`, `years`, `decades-long`, `day-long`.
    private static func bare(_ index: Int, _ text: DateText) -> (duration: Duration, end: Int)? {
        guard let unit = text.unit(index), unit != .second, unit != .quarter, unit != .weekend else { return nil }
        let suffix = text.skippingHyphen(index + 1)
        let isLong = suffix > index + 1 && (text.role(suffix) == .long || text.role(suffix) == .old)
        if isLong { return (Duration(text.isPlural(index) ? .some : .one, unit), suffix + 1) }
        guard text.isPlural(index), unit != .minute, !isSpoken(index - 1, text) else { return nil }
        return (Duration(.some, unit), endOfPair(index + 1, text))
    }

    /// The end of `or months` behind `weeks`, of `and months`; the index itself without.
    static func endOfPair(_ index: Int, _ text: DateText) -> Int {
        guard let link = text.role(index), link == .or || link == .and, text.unit(index + 1) != nil, text.isPlural(index + 1) else { return index }
        return index + 2
    }

    /// Whether a number, a hyphen or `light` before the plural makes it part of something else.
    private static func isSpoken(_ index: Int, _ text: DateText) -> Bool {
        text.token(index)?.kind == .number || text.has(.number, at: index) || text.isHyphen(index) || text.role(index) == .counted
    }
}

extension TimeUnit {
    /// Longer units have higher ranks.
    var rank: Int {
        switch self {
        case .second: return 0
        case .minute: return 1
        case .hour: return 2
        case .day: return 3
        case .weekend: return 4
        case .week: return 5
        case .fortnight: return 6
        case .month: return 7
        case .quarter: return 8
        case .year: return 9
        case .decade: return 10
        case .century: return 11
        case .millennium: return 12
        }
    }
}
