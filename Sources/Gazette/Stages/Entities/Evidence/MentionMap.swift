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

    private(set) var mentions: [Mention] = []
    /// By token, from `before` tokens before the first on, the index of the mention that covers it, counted from `first` on, and in the low bits `Part`
    /// times the number of groups and the group; lower where none covers it.
    private var covering: [Int32] = []
    /// Every choice counts on from the one before, so that forgetting costs nothing.
    private var first: Int32 = 1

    /// The low bits.
    private static let partBits: Int32 = 5
    /// How many tokens before the first and behind the last may be asked for.
    private static let before = 2

    mutating func learn(_ chosen: [Mention], _ document: Document) {
        var covering: [Int32] = []
        swap(&covering, &self.covering)
        first += Int32(truncatingIfNeeded: mentions.count)
        if first > Int32.max >> (Self.partBits + 1) {
            first = 1
            covering.removeAll(keepingCapacity: true)
        }
        covering.makeRoom(for: document.tokens.count + 2 * Self.before, 0)
        var number = first
        for mention in chosen {
            let (start, end) = (mention.tokens.lowerBound + Self.before, mention.tokens.upperBound + Self.before)
            if end == start + 1 {
                covering[start] = Self.note(number, mention.group, .whole)
            } else {
                covering[start] = Self.note(number, mention.group, .first)
                for place in start + 1..<end - 1 { covering[place] = Self.note(number, mention.group, .inside) }
                covering[end - 1] = Self.note(number, mention.group, .last)
            }
            number += 1
        }
        swap(&covering, &self.covering)
        mentions.removeAll(keepingCapacity: true)
        mentions += chosen
    }

    @inline(__always)
    private static func note(_ number: Int32, _ group: NameGroup, _ part: Part) -> Int32 {
        number << partBits | Int32(truncatingIfNeeded: part.rawValue &* NameGroup.count &+ group.rawValue)
    }

    /// The index of the mention that covers a token, negative where none does.
    func index(at token: Int) -> Int32 { covering[token + Self.before] >> Self.partBits &- first }

    /// The mention that covers a token.
    subscript(token: Int) -> Mention? {
        let index = index(at: token)
        return index < 0 ? nil : mentions[Int(index)]
    }

    /// What a token is in the mention that covers it: `Part` times the number of groups and the group; negative where none covers it.
    @inline(__always)
    func part(at token: Int) -> Int {
        let note = covering[token + Self.before]
        return note >> Self.partBits < first ? -1 : Int(note & (1 << Self.partBits - 1))
    }
}
