/// Which of a document's tokens belong to the names that have been chosen.
struct MentionMap {
    /// A name that has been chosen: one of the spans, and what it is.
    struct Mention: BitwiseCopyable, Equatable {
        private let start: Int32
        private let end: Int32
        /// The index of the span.
        let span: Int32
        let group: NameGroup

        init(span: Int, of spans: EvidenceSpans, _ group: NameGroup) {
            let tokens = spans.spans[span].tokens
            (start, end) = (Int32(truncatingIfNeeded: tokens.lowerBound), Int32(truncatingIfNeeded: tokens.upperBound))
            (self.span, self.group) = (Int32(truncatingIfNeeded: span), group)
        }

        var tokens: TokenRange { Int(start)..<Int(end) }
    }

    /// Where in a mention a token stands.
    enum Part: Int { case whole, first, last, inside }

    /// What a token is in the mention that covers it.
    struct Role: BitwiseCopyable {
        /// The group, and in the two lowest bits the part.
        let code: Int

        /// That of a token that no mention covers: behind all others, and inside as they go.
        static var none: Role { Role(code: NameGroup.count << 2 | Part.inside.rawValue) }

        static func whole(_ group: NameGroup) -> Role { Role(code: group.rawValue << 2 | Part.whole.rawValue) }

        var isNone: Bool { group == NameGroup.count }

        /// `NameGroup` as a number.
        var group: Int { code >> 2 }

        /// `Part` as a number.
        var part: Int { code & 3 }
    }

    private(set) var mentions: [Mention] = []
    /// By token, from `before` tokens before the first on, the index of the mention that covers it, counted from `first` on, and in the low bits the
    /// token's role; lower where none covers it.
    private var covering: [Int32] = []
    /// Every choice counts on from the one before, so that forgetting costs nothing.
    private var first: Int32 = 1

    /// The low bits.
    private static let roleBits: Int32 = 5
    /// How many tokens before the first and behind the last may be asked for.
    private static let before = 2

    /// SAFETY: room is made for all tokens of the document and those before them, and a mention has no others.
    mutating func learn(_ chosen: [Mention], _ document: Document) {
        first += Int32(truncatingIfNeeded: mentions.count)
        if first > Int32.max >> (Self.roleBits + 1) {
            first = 1
            covering.removeAll(keepingCapacity: true)
        }
        covering.makeRoom(for: document.tokens.count + 2 * Self.before, 0)
        var number = first
        covering.withUnsafeMutableBufferPointer { covering in
            for mention in chosen {
                let (start, end) = (mention.tokens.lowerBound + Self.before, mention.tokens.upperBound + Self.before)
                for place in start..<end { covering[place] = Self.note(number, mention.group, .inside) }
                covering[start] = Self.note(number, mention.group, .first)
                covering[end - 1] = Self.note(number, mention.group, end == start + 1 ? .whole : .last)
                number += 1
            }
        }
        mentions.removeAll(keepingCapacity: true)
        mentions += chosen
    }

    @inline(__always)
    private static func note(_ number: Int32, _ group: NameGroup, _ part: Part) -> Int32 {
        number << roleBits | Int32(truncatingIfNeeded: group.rawValue << 2 | part.rawValue)
    }

    /// The index of the mention that covers a token, negative where none does.
    func index(at token: Int) -> Int32 { covering[token + Self.before] >> Self.roleBits &- first }

    /// The mention that covers a token.
    subscript(token: Int) -> Mention? {
        let index = index(at: token)
        return index < 0 ? nil : mentions[Int(index)]
    }

    @inline(__always)
    func role(at token: Int) -> Role {
        let note = covering[token + Self.before]
        return note >> Self.roleBits < first ? .none : Role(code: Int(note & (1 << Self.roleBits - 1)))
    }
}
