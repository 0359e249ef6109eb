import Gazette

/// The groups that a gold label may stand for.
struct GroupMask: Sendable, Hashable {
    private(set) var bits: Int

    init(_ groups: [NameGroup]) { bits = groups.reduce(0) { $0 | 1 << $1.rawValue } }

    func contains(_ group: NameGroup) -> Bool { bits & 1 << group.rawValue != 0 }

    /// Nil for labels of what is no name: dates, amounts.
    ///
    /// A corpus without a label for peoples counts them among its miscellaneous names.
    init?(label: String, hasPeoples: Bool) {
        switch label.lowercased() {
        case "person", "per", "politician": self.init([.person])
        case "gpe", "loc", "location", "fac", "facility", "country": self.init([.place])
        case "org", "organization", "organisation", "politicalparty": self.init([.organization])
        case "norp": self.init([.people])
        case "product", "event", "work_of_art", "law", "language", "election": self.init([.other])
        case "misc": self.init(hasPeoples ? [.other] : [.people, .other])
        default: return nil
        }
    }
}
