/// The roles of words, each read from the lexicon once: function words are looked at often.
///
/// It holds nothing but what the lexicon says, and belongs to one worker.
final class RoleTable {
    private static let unread: UInt8 = 0
    private static let none: UInt8 = 1

    private let lexicon: Lexicon
    /// By word id: unread, none, or two more than the role's place among all roles.
    private var codes: [UInt8]

    init(lexicon: Lexicon) {
        self.lexicon = lexicon
        codes = Array(repeating: Self.unread, count: lexicon.counts.words + 1)
    }

    func role(of word: WordID) -> DateRole? {
        let index = Int(word.rawValue)
        guard codes.indices.contains(index) else { return nil }
        if codes[index] == Self.unread { codes[index] = code(of: word) }
        return codes[index] == Self.none ? nil : DateRole.allCases[Int(codes[index]) - 2]
    }

    private func code(of word: WordID) -> UInt8 {
        guard let role = lexicon.value(of: .dateRole, for: word).flatMap(DateRole.init), let place = DateRole.allCases.firstIndex(of: role) else {
            return Self.none
        }
        return UInt8(place + 2)
    }
}
