/// What an analyst would plot of a document's stance.
public struct StanceSummary: Sendable, Hashable {
    /// How many marks there are of each category, by `StanceCategory`.
    public struct Counts: Sendable, Hashable {
        public private(set) var byCategory = [Int](repeating: 0, count: StanceCategory.allCases.count)
        public private(set) var total = 0

        mutating func add(_ category: StanceCategory) {
            byCategory[Int(category.rawValue)] += 1
            total += 1
        }
    }

    /// Marks that belong to one speaker or cover one entity. All mentions of one lexicon entry are one; otherwise those of the same text.
    public struct Group: Sendable, Hashable {
        public let name: GroupName
        public var counts = Counts()
    }

    public enum GroupName: Sendable, Hashable {
        case writer
        /// Somebody whom the text does not name.
        case unnamed
        case entry(EntryID)
        case text(String)
    }

    public var sentences = 0
    /// Sentences that hold a hedge or another word of uncertainty.
    public var hedgedSentences = 0
    /// Sentences of which a part is attributed to somebody.
    public var attributedSentences = 0
    public var marks = Counts()
    /// By speaker, most marks first, then by first appearance.
    public var sources: [Group] = []
    /// By entity in the scope of marks, most marks first, then by first appearance.
    public var entities: [Group] = []

    public init() {}
}
