/// What the evidence rules ask of a token, read once.
struct TokenFacts: BitwiseCopyable {
    let role: WordRole
    /// What it is to a name on its right.
    let beforeName: Neighbour
    /// What a name that begins with it has on its left, and one that ends before it on its right.
    let before: Neighbour
    let after: Neighbour
    let traits: Traits
    /// What it makes of a name that it is part of. This and what follows is known of the words of spans alone.
    private(set) var inner = Inner()
    private(set) var form = WordForm.sign
    private(set) var commonness = Commonness.unlisted
    private(set) var ending = WordEnding.other
    /// `NameFrequency` as given name and as surname, the first slower.
    private(set) var name: UInt8 = 0
    /// What it is as a span of its own that no entry of the lexicons is.
    private(set) var kind = SpanKind.unknown
    /// That of its word in `WordNumbers`.
    var number: Int32 = 0

    init(role: WordRole, beforeName: Neighbour, before: Neighbour, after: Neighbour, traits: Traits) {
        (self.role, self.beforeName, self.before, self.after, self.traits) = (role, beforeName, before, after, traits)
    }

    /// Takes up what it is as a word of a span.
    @inline(__always)
    mutating func takeWord(_ form: WordForm, _ commonness: Commonness, _ ending: WordEnding, _ name: NameToken, _ kinds: [SpanKind]) {
        (self.form, self.commonness, self.ending) = (form, commonness, ending)
        self.name = NameFrequency.code(name.given) &* 3 &+ NameFrequency.code(name.surname)
        inner = Inner(role, form, traits)
        kind = kinds[kindTraits]
    }

    /// What decides what it is as a span of its own, a bit each.
    private var kindTraits: Int {
        let ofWord = (role.isHead ? 1 : 0) | (form.isCapitals ? 2 : 0) | (traits.contains(.common) ? 4 : 0)
        return ofWord | (ending.isAdjective ? 8 : 0) | (name > 0 ? 16 : 0)
    }

    /// By those bits.
    static func kinds() -> [SpanKind] {
        (0..<32).map {
            SpanKind(
                isHead: $0 & 1 > 0, isCapitals: $0 & 2 > 0, isCommon: $0 & 4 > 0, isAdjective: $0 & 8 > 0, isName: $0 & 16 > 0)
        }
    }

    struct Traits: OptionSet {
        let rawValue: UInt8

        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Of a token, whatever its word is.
        @inline(__always)
        init(_ name: NameToken) {
            let ofPlace = (name.isInitial ? Traits.initial.rawValue : 0) | (name.isJoined ? Traits.joined.rawValue : 0)
            rawValue = ofPlace | (name.isCommon ? Traits.common.rawValue : 0)
        }

        /// Its capital says nothing.
        static let initial = Traits(rawValue: 1)
        /// It is used in small letters more often than with a capital.
        static let common = Traits(rawValue: 2)
        /// It belongs to one run with the token before.
        static let joined = Traits(rawValue: 4)
        static let abbreviation = Traits(rawValue: 8)
        /// It is `a`, and a token that goes on with no noun: what is between them is one of a kind.
        static let indefiniteArticle = Traits(rawValue: 16)
        static let noNoun = Traits(rawValue: 32)
    }

    /// The first five are the values of the template `inner`, in their order.
    struct Inner: OptionSet {
        let rawValue: UInt8

        static let digit = Inner(rawValue: 1)
        static let period = Inner(rawValue: 2)
        static let common = Inner(rawValue: 4)
        static let indefinite = Inner(rawValue: 8)
        static let head = Inner(rawValue: 16)
        static let capitals = Inner(rawValue: 32)
        /// It is no word with a capital and no digits: it may link what is around it.
        static let small = Inner(rawValue: 64)

        static let values = Inner([.digit, .period, .common, .indefinite, .head])

        /// Those that say something of a single word.
        static let ofSole = Inner([.digit, .period, .indefinite])

        /// How many there are.
        static let bits = 7

        init(rawValue: UInt8) { self.rawValue = rawValue }

        @inline(__always)
        init(_ role: WordRole, _ form: WordForm, _ traits: Traits) {
            let ofTraits = (traits.contains(.common) ? Inner.common.rawValue : 0) | (traits.contains(.abbreviation) ? Inner.period.rawValue : 0)
            let ofForm = (form.isCapitals ? Inner.capitals.rawValue : 0) | (form == .digits ? Inner.digit.rawValue : 0)
            let ofSmall = form.isSmall ? Inner.small.rawValue : 0
            rawValue = ofTraits | ofForm | ofSmall | (role.isHead ? Inner.head.rawValue : 0)
        }
    }

    /// What stands before the first token of a text and behind the last.
    static let edge = TokenFacts(role: .plain, beforeName: .edge, before: .edge, after: .edge, traits: .noNoun)
}
