/// A stance word or phrase as its lexicon row defines it.
public struct StanceCue: Sendable, Hashable {
    public let lemma: String
    public let category: StanceCategory
    public let partOfSpeech: PartOfSpeech
    /// 1, -1, or 0 where it has none.
    public let polarity: Int
    public let uncertainty: Uncertainty?
    public let flags: CueFlags
}

/// What else a row says of its cue; lexicons/SCHEMA.md defines each flag.
public struct CueFlags: OptionSet, Sendable, Hashable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Ambiguous with another part of speech.
    public static let guarded = CueFlags(rawValue: 1 << 0)
    public static let strong = CueFlags(rawValue: 1 << 1)
    public static let weak = CueFlags(rawValue: 1 << 2)
    /// A phrase that is no cue and hides the cues in it.
    public static let blank = CueFlags(rawValue: 1 << 3)
    /// Neighbours of which one must be there.
    public static let that = CueFlags(rawValue: 1 << 4)
    public static let infinitive = CueFlags(rawValue: 1 << 5)
    public static let copula = CueFlags(rawValue: 1 << 6)
    public static let attribute = CueFlags(rawValue: 1 << 7)
    public static let role = CueFlags(rawValue: 1 << 8)
    public static let opinion = CueFlags(rawValue: 1 << 9)
    public static let condition = CueFlags(rawValue: 1 << 10)
    public static let possibility = CueFlags(rawValue: 1 << 11)
    public static let inquiry = CueFlags(rawValue: 1 << 12)

    /// All flags that ask for a neighbour.
    static let contexts: CueFlags = [.that, .infinitive, .copula, .attribute, .role, .opinion, .condition, .possibility, .inquiry]

    /// Their names in the `flags` column, by bit.
    public static let names = [
        "guard", "strong", "weak", "no-cue", "that", "to", "be", "noun", "as", "opinion", "if", "possibility", "inquiry",
    ]
}

/// What a cue does to its proposition; lexicons/SCHEMA.md and corpora/articles/GUIDELINE.md define each.
public enum StanceCategory: UInt8, Sendable, CaseIterable {
    case hedge, booster, attitude, factive, assertive, implicative, report, distancing, modality, intensifier, oneSided, privateState, denial

    public var name: String { Self.names[Int(rawValue)] }

    public init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    public static let names = [
        "hedge", "booster", "attitude", "factive", "assertive", "implicative", "report", "distancing", "modality", "intensifier", "one-sided",
        "private-state", "denial",
    ]
}

/// The kinds of semantic uncertainty of Szarvas et al. 2012.
public enum Uncertainty: UInt8, Sendable, CaseIterable {
    case epistemic, doxastic, condition, investigation

    public var name: String { Self.names[Int(rawValue)] }

    private static let names = ["epistemic", "doxastic", "condition", "investigation"]

    public init?(name: String) {
        guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }
}

public enum PartOfSpeech: UInt8, Sendable, CaseIterable {
    case verb, noun, adjective, adverb, modal, preposition, conjunction, phrase

    public var name: String { String(describing: self) }

    public init?(name: String) {
        guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }
}
