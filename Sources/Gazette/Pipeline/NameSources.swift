/// What proposes names; to leave some out shows what they are worth.
public struct NameSources: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Entries of the lexicons.
    public static let lists = NameSources(rawValue: 1)
    /// People's names made of given names, initials, particles, surnames and titles.
    public static let composition = NameSources(rawValue: 2)
    /// Head words, definitions of acronyms, and what stands beside a name.
    public static let headWords = NameSources(rawValue: 4)

    public static let all: NameSources = [.lists, .composition, .headWords]
}
