/// What evidence is weighed for: the kinds of names that corpora agree on. The finer label is that of the best candidate of its group.
package enum NameGroup: Int, Sendable, BitwiseCopyable, CaseIterable {
    case person, place, organization, people, other

    package var name: String { "\(self)" }

    /// How many there are.
    static var count: Int { Self.other.rawValue + 1 }

    /// The groups of a set of bits: `person+place`.
    static func names(of set: Int) -> String {
        set == 0 ? "none" : allCases.filter { set & 1 << $0.rawValue != 0 }.map(\.name).joined(separator: "+")
    }

    package init(_ label: EntityLabel) {
        switch label {
        case .person: self = .person
        case .geopolitical, .location, .facility: self = .place
        case .organization: self = .organization
        case .norp: self = .people
        case .product, .event, .work, .law, .language, .custom: self = .other
        }
    }
}
