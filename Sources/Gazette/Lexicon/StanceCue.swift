/// A stance word or phrase as its lexicon row defines it.
public struct StanceCue: Sendable, Hashable {
    public let lemma: String
    public let category: StanceCategory
    public let partOfSpeech: PartOfSpeech
    /// 1, -1, or 0 where it has none.
    public let polarity: Int
    public let uncertainty: Uncertainty?
    /// Needs a fitting neighbour.
    public let isGuarded: Bool
    public let strength: Strength?

    public enum Strength: Sendable { case strong, weak }
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

    public var name: String { String(describing: self) }

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
