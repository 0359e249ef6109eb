/// What the evidence rules ask of a token, read once.
struct TokenFacts: BitwiseCopyable {
    var role: WordRole
    var form: WordForm
    var commonness: Commonness
    /// `NameFrequency` as given name and as surname, the first slower.
    var name: UInt8
    /// What it is to a name on its right and on its left.
    var beforeName: Neighbour
    var afterName: Neighbour
    var traits: Traits
    /// What it makes of a name that it is part of.
    let inner: Inner

    init(
        role: WordRole, form: WordForm, commonness: Commonness, name: UInt8, beforeName: Neighbour, afterName: Neighbour, traits: Traits
    ) {
        (self.role, self.form, self.commonness, self.name) = (role, form, commonness, name)
        (self.beforeName, self.afterName, self.traits) = (beforeName, afterName, traits)
        inner = Inner(role, form, traits)
    }

    struct Traits: OptionSet {
        let rawValue: UInt8

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
        role: .plain, form: .sign, commonness: .unlisted, name: 0, beforeName: .edge, afterName: .edge, traits: .noNoun)
}
