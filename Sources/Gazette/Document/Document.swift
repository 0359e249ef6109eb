/// A text and what has been found in it. All ranges are UTF-8 byte ranges of the untouched text.
///
/// A document can be reused: `reset` keeps the storage of its arrays, so that a worker allocates nothing for the next text.
public struct Document: Sendable, Hashable {
    /// The text as valid UTF-8.
    public private(set) var text: [UInt8] = []
    /// The day the document was written, against which relative dates are resolved.
    public private(set) var date: CalendarDate?
    /// The time of that day in seconds since midnight, where it is known.
    public private(set) var secondOfDay: Int?

    /// In order, disjoint, covering every character that is not white space.
    public var sentences: [ByteRange] = []
    /// In order, disjoint, covering every character that is not white space.
    public var tokens: [Token] = []
    /// For every sentence its tokens.
    public var sentenceTokens: [TokenRange] = []
    /// What the lexicon has for the text, by start, then shortest first; segmentation finds it.
    var surfaces: [Surface] = []
    /// By start, then longest first; likewise the layers below.
    public var entities: [EntityMention] = []
    public var dates: [TemporalExpression] = []
    public var numbers: [NumericExpression] = []
    public var stance: [StanceMark] = []
    public var quotations: [Quotation] = []
    public var summary = StanceSummary()
    /// What stands in quotation marks, marks included, outermost pairs only; in order.
    var quoted: [ByteRange] = []
    var clauses = Clauses()

    public init(_ text: String = "", date: CalendarDate? = nil) {
        reset(text: Array(text.utf8), date: date)
    }

    /// Makes this the unannotated document of another text, which must be valid UTF-8 of less than 2^31 bytes.
    public mutating func reset(text: [UInt8], date: CalendarDate?, secondOfDay: Int? = nil) {
        self.text = text
        self.date = date
        self.secondOfDay = secondOfDay
        sentences.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        sentenceTokens.removeAll(keepingCapacity: true)
        surfaces.removeAll(keepingCapacity: true)
        entities.removeAll(keepingCapacity: true)
        dates.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        stance.removeAll(keepingCapacity: true)
        quotations.removeAll(keepingCapacity: true)
        quoted.removeAll(keepingCapacity: true)
        clauses.reset(count: 0)
        summary = StanceSummary()
    }

    /// The text of a range.
    public subscript(range: ByteRange) -> String { String(decoding: text[range.indices], as: UTF8.self) }

    /// The text of a run of tokens.
    public subscript(tokens range: TokenRange) -> String { self[byteRange(of: range)] }

    /// From the first token's start to the last one's end; `range` must not be empty.
    public func byteRange(of range: TokenRange) -> ByteRange {
        ByteRange(tokens[range.lowerBound].range.start, tokens[range.upperBound - 1].range.end)
    }
}
