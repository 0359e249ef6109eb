extension EvidenceWeigher {
    /// The group that most speaks for, and how much.
    struct Verdict: BitwiseCopyable {
        /// The sum, and in the lowest bits the group, counted down: of equal sums the first group has the highest key.
        private var key: Int32

        /// What nothing speaks for.
        static let blank = Verdict(EvidenceTable.Weights())

        /// The highest key is chosen, which no branch has to guess.
        @inline(__always)
        init(_ sums: EvidenceTable.Weights) {
            let (person, place, organization) = (Self.key(.person, sums), Self.key(.place, sums), Self.key(.organization, sums))
            key = max(max(person, place, organization), max(Self.key(.people, sums), Self.key(.other, sums)))
        }

        @inline(__always)
        private static func key(_ group: NameGroup, _ sums: EvidenceTable.Weights) -> Int32 {
            Int32(sums[group.rawValue]) << groupBits | groups - Int32(truncatingIfNeeded: group.rawValue)
        }

        private static let groupBits: Int32 = 3
        private static let groups: Int32 = 7

        var group: NameGroup { NameGroup(rawValue: Int(Self.groups - key & Self.groups)) ?? .other }

        var sum: Int {
            get { Int(key >> Self.groupBits) }
            set { key = Int32(truncatingIfNeeded: newValue) << Self.groupBits | key & Self.groups }
        }
    }
}
