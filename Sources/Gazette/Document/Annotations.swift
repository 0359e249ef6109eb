/// The type of a named entity, after OntoNotes 5 (Weischedel et al. 2013, §2.6).
public enum EntityLabel: UInt8, Sendable, CaseIterable, CustomStringConvertible {
    case person, norp, facility, organization, geopolitical, location, product, event, work, law, language
    /// A label of the user's own; `Lexicon.labelName` says which.
    case custom

    /// OntoNotes' name for it: `PERSON`, `NORP`, `FAC`, `ORG`, `GPE`, `LOC`, `PRODUCT`, `EVENT`, `WORK_OF_ART`, `LAW`, `LANGUAGE`.
    public var description: String { self == .custom ? "CUSTOM" : Self.names[Int(rawValue)] }

    public init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    public static let names = ["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE"]
}

/// Why an annotation stands where it stands.
public enum Evidence: Sendable, Hashable {
    /// A lexicon row.
    case row(RowReference)
    /// A rule of a stage, by its name.
    case rule(StaticName)
    /// A rule that takes up the annotation of an earlier mention, by that mention's row.
    case memory(StaticName, RowReference?)
}

/// The name of a rule: a literal in the source, so that an annotation carries no allocation.
public struct StaticName: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    let literal: StaticString
    public init(stringLiteral literal: StaticString) { self.literal = literal }

    public var description: String { literal.description }

    public static func == (left: StaticName, right: StaticName) -> Bool { left.description == right.description }

    public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

/// A mention of a named entity.
public struct EntityMention: Sendable, Hashable {
    public var range: ByteRange
    public var label: EntityLabel
    /// The thing that is mentioned, where a lexicon knows it.
    public var entry: EntryID?
    public var evidence: Evidence
    /// Whether the mention before it, of the same range, was preferred.
    public var isAlternative: Bool

    public init(range: ByteRange, label: EntityLabel, entry: EntryID? = nil, evidence: Evidence, isAlternative: Bool = false) {
        self.range = range
        self.label = label
        self.entry = entry
        self.evidence = evidence
        self.isAlternative = isAlternative
    }
}

/// A temporal expression with its TIMEX3 value (TimeML 1.2.1; ISO 8601).
public struct TemporalExpression: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable { case date = "DATE", time = "TIME", duration = "DURATION", set = "SET" }

    public enum Modifier: String, Sendable, CaseIterable {
        case start = "START", mid = "MID", end = "END", approx = "APPROX", before = "BEFORE", after = "AFTER"
        case onOrBefore = "ON_OR_BEFORE", onOrAfter = "ON_OR_AFTER", lessThan = "LESS_THAN", moreThan = "MORE_THAN"
        case equalOrLess = "EQUAL_OR_LESS", equalOrMore = "EQUAL_OR_MORE"
    }

    public var range: ByteRange
    public var kind: Kind
    /// The TIMEX3 value: `2024-01-03`, `199X`, `PXM`, `XXXX-WXX-5`, `FUTURE_REF`.
    public var value: String
    public var modifier: Modifier?
    /// The calendar days it covers, both ends included; absent where it has none.
    public var bounds: ClosedRange<CalendarDate>?
    public var evidence: Evidence

    public init(
        range: ByteRange, kind: Kind, value: String, modifier: Modifier? = nil,
        bounds: ClosedRange<CalendarDate>? = nil, evidence: Evidence
    ) {
        self.range = range
        self.kind = kind
        self.value = value
        self.modifier = modifier
        self.bounds = bounds
        self.evidence = evidence
    }
}

/// A number, amount or quantity with its exact value.
public struct NumericExpression: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case cardinal, ordinal, fraction, percent, money, quantity, age, score, ratio
    }

    public enum Comparator: String, Sendable, CaseIterable { case about = "~", more = ">", atLeast = ">=", less = "<", atMost = "<=" }

    public var range: ByteRange
    public var kind: Kind
    public var value: ExactDecimal
    public var comparator: Comparator?
    public var lower: ExactDecimal?
    public var upper: ExactDecimal?
    /// An ISO 4217 code for money, `%` for percentages, otherwise a unit code of lexicons/en/numbers.
    public var unit: String?
    /// The head noun phrase of what is counted.
    public var counted: ByteRange?
    public var evidence: Evidence

    public init(
        range: ByteRange, kind: Kind, value: ExactDecimal, comparator: Comparator? = nil, lower: ExactDecimal? = nil,
        upper: ExactDecimal? = nil, unit: String? = nil, counted: ByteRange? = nil, evidence: Evidence
    ) {
        self.range = range
        self.kind = kind
        self.value = value
        self.comparator = comparator
        self.lower = lower
        self.upper = upper
        self.unit = unit
        self.counted = counted
        self.evidence = evidence
    }
}

/// A word or phrase that carries the writer's or a speaker's stance.
public struct StanceMark: Sendable, Hashable {
    public var range: ByteRange
    /// The row of the stance lexicon: category, lemma, polarity, uncertainty.
    public var cue: CueID
    public var isNegated: Bool
    /// What it covers: what an attribution attributes, otherwise the rest of its clause. Absent for words that stand for themselves.
    public var scope: ByteRange?
    /// The quotation whose speaker's stance it is, an index into the document's quotations; absent for the writer's.
    public var quotation: Int?
    /// Whether it stands in quotation marks.
    public var isQuoted: Bool
    public var evidence: Evidence

    public init(
        range: ByteRange, cue: CueID, isNegated: Bool = false, scope: ByteRange? = nil, quotation: Int? = nil, isQuoted: Bool = false,
        evidence: Evidence
    ) {
        self.range = range
        self.cue = cue
        self.isNegated = isNegated
        self.scope = scope
        self.quotation = quotation
        self.isQuoted = isQuoted
        self.evidence = evidence
    }
}

/// Words or thoughts that are put into somebody's mouth: in quotation marks, or in the writer's words.
public struct Quotation: Sendable, Hashable {
    /// From the first of its parts to the last; of a quotation that goes on after its attribution the content alone.
    public var range: ByteRange
    /// Whether the content stands in quotation marks.
    public var isDirect: Bool
    /// The words that attribute it (`said`, `according to`, a colon); absent where the text leaves them out.
    public var cue: ByteRange?
    /// The noun phrase that names the speaker; absent where the text does not tell.
    public var speaker: ByteRange?
    /// The entity in the speaker's noun phrase that stands for the speaker, an index into the document's entities.
    public var entity: Int?
    /// What is said, quotation marks included.
    public var content: ByteRange
    public var evidence: Evidence

    public init(
        content: ByteRange, isDirect: Bool, cue: ByteRange? = nil, speaker: ByteRange? = nil, entity: Int? = nil, evidence: Evidence
    ) {
        range = cue.map { speaker.map($0.union) ?? $0 }.map(content.union) ?? content
        (self.isDirect, self.cue, self.speaker, self.entity) = (isDirect, cue, speaker, entity)
        (self.content, self.evidence) = (content, evidence)
    }
}
