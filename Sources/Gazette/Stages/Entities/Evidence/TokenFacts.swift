/// What the evidence rules ask of a token, read once.
struct TokenFacts: BitwiseCopyable {
    var role: WordRole
    var form: WordForm
    var commonness: Commonness
    /// `NameFrequency` as given name and as surname, the first slower.
    var name: UInt8
    /// What it is to a name on its right.
    var beforeName: Neighbour
    /// What a name that ends before it has on its right, and one that begins with it on its left.
    var after: Neighbour
    var before = Neighbour.edge
    var traits: Traits
    /// What it makes of a name that it is part of.
    let inner: Inner

    init(role: WordRole, form: WordForm, commonness: Commonness, name: UInt8, beforeName: Neighbour, after: Neighbour, traits: Traits) {
        (self.role, self.form, self.commonness, self.name) = (role, form, commonness, name)
        (self.beforeName, self.after, self.traits) = (beforeName, after, traits)
        inner = Inner(role, form, traits)
    }

    struct Traits: OptionSet {
        let rawValue: UInt8

        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Of a token, whatever its word is.
        @inline(__always)
        init(_ token: Token, _ name: NameToken) {
            let ofName = (name.isInitial ? Traits.initial.rawValue : 0) | (name.isCommon ? Traits.common.rawValue : 0)
            rawValue = ofName | (name.isJoined ? Traits.joined.rawValue : 0) | (token.gap == .paragraph ? Traits.paragraph.rawValue : 0)
        }

        /// Its capital says nothing.
        static let initial = Traits(rawValue: 1)
        /// It is used in small letters more often than with a capital.
        static let common = Traits(rawValue: 2)
        /// It belongs to one run with the token before.
        static let joined = Traits(rawValue: 4)
        /// A paragraph begins with it.
        static let paragraph = Traits(rawValue: 8)
        static let abbreviation = Traits(rawValue: 16)
        /// It is `a`, and a token that goes on with no noun: what is between them is one of a kind.
        static let indefiniteArticle = Traits(rawValue: 32)
        static let noNoun = Traits(rawValue: 64)
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

        init(rawValue: UInt8) { self.rawValue = rawValue }

        @inline(__always)
        init(_ role: WordRole, _ form: WordForm, _ traits: Traits) {
            let ofTraits = (traits.contains(.common) ? Inner.common.rawValue : 0) | (traits.contains(.abbreviation) ? Inner.period.rawValue : 0)
            let ofForm = (form.isCapitals ? Inner.capitals.rawValue : 0) | (form == .digits ? Inner.digit.rawValue : 0)
            let ofSmall = form == .small || form == .sign ? Inner.small.rawValue : 0
            rawValue = ofTraits | ofForm | ofSmall | (role.isHead ? Inner.head.rawValue : 0)
        }
    }

    /// What stands before the first token of a text and behind the last.
    static let edge = TokenFacts(
        role: .plain, form: .sign, commonness: .unlisted, name: 0, beforeName: .edge, after: .edge, traits: .noNoun)
}
