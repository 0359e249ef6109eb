public import Gazette

/// A stretch of text with what gold or a prediction says of it, in the form in which every layer is compared.
public struct Mark: Sendable, Hashable {
    public var range: ByteRange
    /// An entity's label, an expression's type, a cue's category; empty for sentences and tokens.
    public var label: String
    /// What it stands for: a TIMEX3 value, a number. Several where more than one is right; a prediction is right when it shares one.
    public var values: [String]
    /// The thing an entity names, `scheme:value`.
    public var id: String?
    /// What else is compared: `unit`, `comparator`, `counted`, `uncertainty`, `polarity`, `negated`, and for a date the `interval` of days it covers.
    public var attributes: [String: String]
    /// Other stretches that belong to it: a stance cue's `scope` and `source`, the `cue` and `speaker` of a quotation's content.
    public var parts: [String: ByteRange]
    /// For a prediction, the lexicon row or rule behind it.
    public var evidence: String?

    public init(
        _ range: ByteRange, label: String = "", values: [String] = [], id: String? = nil, attributes: [String: String] = [:],
        parts: [String: ByteRange] = [:], evidence: String? = nil
    ) {
        self.range = range
        self.label = label
        self.values = values
        self.id = id
        self.attributes = attributes
        self.parts = parts
        self.evidence = evidence
    }
}

/// A text with the marks that gold or a prediction puts on it.
public struct MarkedText: Sendable {
    public var id: String
    /// Valid UTF-8; all ranges are byte ranges of it.
    public var text: [UInt8]
    /// The day it was written.
    public var date: CalendarDate?
    /// The time of that day in seconds since midnight.
    public var secondOfDay: Int?
    /// A layer that is absent is not compared; one that is empty says that there is nothing.
    public var layers: [Layer: [Mark]]
    /// Layers of which gold names only some marks: only recall can be told.
    public var partial: Set<Layer>
    /// What gold's stance marks are about.
    public var stanceView = StanceView.category
    /// By layer the labels that gold speaks of, where these are not all: predictions with others are left out.
    public var scope: [Layer: Set<String>] = [:]
    /// Where it was published, as its gold says.
    public var source: String?
    /// Names under which texts are also scored apart.
    public var groups: [String] = []
    /// How gold sees numbers, where it is a specification.
    public var numberView: NumberView?
    /// Whether it is a case of a specification of dates, compared as `DateCase` tells.
    public var isDateCase = false
    /// The zone of the writer's clock in minutes east of UTC, where a case states it.
    public var zone: Int?

    public init(id: String, text: [UInt8], date: CalendarDate? = nil, layers: [Layer: [Mark]] = [:], partial: Set<Layer> = []) {
        self.id = id
        self.text = text
        self.date = date
        self.layers = layers
        self.partial = partial
    }

    /// The text of a range.
    public subscript(range: ByteRange) -> String { String(decoding: text[range.indices], as: UTF8.self) }

    /// Sorts every layer by range, then label, and lets a mark that stands twice count once. Returns how many were left out.
    mutating func sortMarks() -> Int {
        var repeated = 0
        for (layer, marks) in layers {
            let sorted = marks.sorted { ($0.range, $0.label) < ($1.range, $1.label) }
            var kept: [Mark] = []
            for mark in sorted where kept.last.map({ $0.range != mark.range || $0.label != mark.label }) ?? true { kept.append(mark) }
            repeated += marks.count - kept.count
            layers[layer] = kept
        }
        return repeated
    }
}

/// What the stance marks of a gold file are about, and so which predictions they are compared with.
public enum StanceView: Sendable, Hashable {
    /// Every cue, by its category.
    case category
    /// Cues of uncertainty only, by the kinds of Szarvas et al. 2012.
    case uncertainty
    /// Cues that put words or thoughts into somebody's mouth (PolNeAR's attributions).
    case attribution

    /// Categories whose cues attribute what follows to a source.
    private static let attributing: Set<String> = ["report", "assertive", "factive", "denial", "distancing", "private-state"]

    /// The predictions as gold of this view sees them.
    func project(_ marks: [Mark]) -> [Mark] {
        switch self {
        case .category: return marks
        case .uncertainty: return marks.compactMap { mark in mark.attributes["uncertainty"].map { relabelled(mark, $0) } }
        case .attribution: return marks.filter { Self.attributing.contains($0.label) }.map { relabelled($0, "cue") }
        }
    }

    private func relabelled(_ mark: Mark, _ label: String) -> Mark {
        var mark = mark
        mark.label = label
        return mark
    }
}
