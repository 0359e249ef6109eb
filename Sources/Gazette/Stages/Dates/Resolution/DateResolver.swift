/// Places temporal expressions on the calendar, in the order of the text: by the day of writing, by what has been spoken of, by the tense.
struct DateResolver {
    /// The day of writing, if it is known.
    let today: CalendarDate?
    /// The time of that day in seconds since midnight, if it is known.
    let secondOfDay: Int?
    /// What has been spoken of.
    var history = DateHistory()
    private var tenses: TenseReader
    private(set) var sentence = 0
    /// The tokens of the expression that is being placed.
    private var place: TokenRange = 0..<0
    /// Whether the text is nothing but the expression: a note or a field, which speaks of what is to come.
    private(set) var isAlone = false

    init(today: CalendarDate?, secondOfDay: Int?, tenses: TenseReader) {
        (self.today, self.secondOfDay, self.tenses) = (today, secondOfDay, tenses)
    }

    /// What the verbs around the expression say.
    var tense: TenseReader.Tense { tenses.tense(around: place) }

    /// Whether it ends or begins what goes on.
    var isOpen: Bool { tenses.isOpen(before: place) }

    /// Whether it ends a stretch of time: `until Thursday`.
    var endsRange: Bool { tenses.endsRange(before: place) }

    /// The expression of a match in a sentence, given by its index and tokens.
    mutating func expression(_ match: DateMatch, in sentence: (index: Int, tokens: TokenRange), range: ByteRange) -> TemporalExpression {
        self.sentence = sentence.index
        tenses.read(sentence.tokens)
        (isAlone, place) = (match.isWhole, match.tokens)
        let period = period(match.meaning)
        var (kind, value, bounds) = reading(match.meaning, period)
        if let anchor = anchor(match.meaning, period) {
            history.append(anchor, sentence: sentence.index)
            if match.tokens.lowerBound <= sentence.tokens.lowerBound + 1 { history.open(sentence.index, with: anchor) }
        }
        if case .duration(let duration) = match.meaning { history.note(duration) }
        if match.modifier != nil, let range = bounds, range.lowerBound < range.upperBound { bounds = nil }
        if value.isEmpty { value = "X" }
        return TemporalExpression(range: range, kind: kind, value: value, modifier: match.modifier, bounds: bounds, evidence: .rule(match.rule))
    }

    /// What later expressions may refer to.
    private func anchor(_ meaning: Meaning, _ period: Period?) -> Period? {
        switch meaning {
        case .interval(_, let last): return self.period(last)
        case .yearShift, .corresponding: return nil
        default: return tenses.isSince(before: place) ? nil : period
        }
    }

    typealias Reading = (kind: TemporalExpression.Kind, value: String, bounds: ClosedRange<CalendarDate>?)

    /// Kind, value and bounds of a meaning, given its place on the calendar.
    private func reading(_ meaning: Meaning, _ period: Period?) -> Reading {
        switch meaning {
        case .fiscal(let period): return (.date, period.value, nil)
        case .bookYear(let year): return (.date, "FY" + Period.year(year).value, nil)
        case .within(let recurring, .bookYear(let year)): return (.date, "FY" + (recurring.occurrence(in: year) ?? .year(year)).value, nil)
        case .duration(let duration): return (.duration, duration.value, nil)
        case .stretch(let duration, let isAhead): return (.duration, duration.value, today.flatMap { duration.days(beside: $0, isAhead: isAhead) })
        case .moment(let seconds): return moment(seconds) ?? (.date, (seconds < 0 ? Reference.past : .future).rawValue, nil)
        case .delay(let duration): return delay(duration)
        case .set(let value): return (.set, value, nil)
        case .reference(let reference): return (.date, reference.rawValue, nil)
        case .impossible(let value): return (.date, value, nil)
        case .clock(let time, let stated):
            let isNext = stated == nil && isAlone && isOver(time)
            let day = isNext ? dayValue(.shift(.day, 1, .document), nextDay) : dayValue(stated, period)
            return (.time, day.value + time.value(on: day.bounds?.lowerBound), day.bounds)
        case .part(let part, let stated):
            let day = dayValue(stated, period)
            return (.time, day.value + "T" + part.rawValue, day.bounds)
        case .interval(.clock(let first, _), .clock(let last, let day)):
            let day = dayValue(day, day.flatMap { self.period($0) })
            let date = day.bounds?.lowerBound
            return (.time, day.value + first.value(on: date) + "/" + day.value + last.value(on: date), day.bounds)
        case .interval(let first, let last): return interval(first, last)
        default:
            guard let period else { return (.date, unresolved(meaning), nil) }
            if let holiday = meaning.holiday, case let days = holiday.days(from: period.first), days > 1 {
                let last = period.first.adding(days: days - 1)
                return (.date, "\(period.value)/\(last)", period.first...last)
            }
            return (.date, period.value, period.grain == .season ? nil : period.bounds)
        }
    }
}
