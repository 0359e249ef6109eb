/// What a word of a name is by the lexicons' context classes.
enum WordRole: Int, CaseIterable {
    case plain, role, honorific, nameSuffix, orgFirst, orgLast, orgEither, orgSuffix
    case landHead, regionHead, facilityHead, eventHead, lawHead, link, particle, number

    /// How many they are.
    static var count: Int { Self.number.rawValue + 1 }
}

/// How common a word is in small letters against capitals, by its log-probability.
enum Commonness: Int, CaseIterable {
    case unlisted, mostlyCapital, oftenCapital, even, oftenSmall, mostlySmall

    /// How many they are.
    static var count: Int { Self.mostlySmall.rawValue + 1 }

    /// From a word's code, 0 where it is in no dictionary, otherwise tenths of a power of ten more than `ValueCode.commonZero`.
    init(code: UInt8) {
        guard code > 0 else {
            self = .unlisted
            return
        }
        let tenths = Int(code) - ValueCode.commonZero
        self = tenths < -3 ? (tenths < -10 ? .mostlyCapital : .oftenCapital) : tenths < 4 ? .even : tenths < 11 ? .oftenSmall : .mostlySmall
    }
}

/// How common a word is as a given name or a surname.
enum NameFrequency: Int, CaseIterable {
    case none, rare, frequent

    /// That of a weight as a number.
    @inline(__always)
    static func code(_ weight: UInt8) -> UInt8 { (weight > 0 ? 1 : 0) &+ (weight >= 5 ? 1 : 0) }
}

/// The form of a word: case and length.
enum WordForm: Int, CaseIterable {
    case title, letter, twoCapitals, threeCapitals, fewCapitals, manyCapitals, mixed, small, digits, sign

    /// Of a token that is no number, by its bytes.
    init(_ shape: TokenShape, length: Int) {
        switch shape {
        case .title: self = length == 1 ? .letter : .title
        case .upper: self = length <= 2 ? .twoCapitals : length == 3 ? .threeCapitals : length <= 5 ? .fewCapitals : .manyCapitals
        case .mixed: self = .mixed
        case .lower: self = .small
        case .none: self = .sign
        }
    }
}

/// How a word ends, where the ending says something of names: `Nepali`, `Portuguese`, `Liberian`, `Buddhism`.
enum WordEnding: Int, CaseIterable {
    case other, an, ans, ese, ish, ic, ism, ist, ists, i, ia, land, s, settlement, family, firm

    /// By the last four letters, the last one lowest.
    init(_ letters: UInt32) {
        self = Self.ending(
            UInt8(truncatingIfNeeded: letters), UInt8(truncatingIfNeeded: letters >> 8), UInt8(truncatingIfNeeded: letters >> 16),
            UInt8(truncatingIfNeeded: letters >> 24))
    }

    /// The ending by a word's last letters, the last one first; of two that fit it is the longer.
    private static func ending(_ last: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8) -> WordEnding {
        switch (last, second, third) {
        case ("s", "t", "s") where fourth == "i": .ists
        case ("s", "n", "a"): .ans
        case ("e", "s", "e"): .ese
        case ("h", "s", "i"): .ish
        case ("m", "s", "i"): .ism
        case ("t", "s", "i"): .ist
        case ("d", "n", "a") where fourth == "l": .land
        case ("n", "a", _): .an
        case ("a", "i", _): .ia
        case ("c", "i", _): .ic
        case ("i", _, _): .i
        case ("s", _, _): .s
        default: .other
        }
    }
}

/// Letters as bytes in patterns.
private func ~= (letter: Unicode.Scalar, byte: UInt8) -> Bool { letter.value == UInt32(byte) }
private func == (byte: UInt8, letter: Unicode.Scalar) -> Bool { letter.value == UInt32(byte) }

extension WordRole {
    /// Whether it says of what kind the name is that it ends.
    var isHead: Bool { (Self.orgFirst.rawValue...Self.lawHead.rawValue).contains(rawValue) }
}

extension WordEnding {
    /// Whether it often makes an adjective of a place.
    var isAdjective: Bool { (Self.an.rawValue...Self.ish.rawValue).contains(rawValue) }
}

extension WordForm {
    var isCapitals: Bool { (Self.twoCapitals.rawValue...Self.manyCapitals.rawValue).contains(rawValue) }

    /// Whether it has neither a capital nor a digit.
    var isSmall: Bool { (1 << Self.small.rawValue | 1 << Self.sign.rawValue) &>> rawValue & 1 == 1 }
}

/// What stands beside a name.
enum Neighbour: Int, CaseIterable {
    case edge, comma, period, colon, openQuote, closeQuote, openParenthesis, closeParenthesis, hyphen, slash, mark
    case possessive, number, time
    case the, indefinite, of, `for`, and, on, inPlace, toPlace
    case speech, role, honorific, orgHead, regionHead, landHead, facilityHead, eventHead, lawHead
    case pronoun, determiner, auxiliary, preposition, subordinator, adverb
    case name, capital
    case personNoun, placeNoun, organizationNoun, peopleNoun, languageNoun, workNoun, productNoun, eventNoun
    case past, participle, plural, small

    /// How many they are.
    static var count: Int { Self.small.rawValue + 1 }

    /// Whether a word behind it may be capitalised as the first of its sentence.
    var opens: Bool {
        switch self {
        case .edge, .period, .colon, .openQuote, .openParenthesis, .mark: true
        default: false
        }
    }

    /// Whether a name beside it is of one series with the name on its other side.
    @inline(__always)
    var isSeries: Bool { (1 << Self.comma.rawValue | 1 << Self.and.rawValue | 1 << Self.hyphen.rawValue) &>> rawValue & 1 == 1 }
}

/// What a span is on the whole, to say what its neighbours mean for it.
enum SpanKind: Int, CaseIterable {
    case listedPerson, listedPlace, listedOrganization, listedPeople, listedOther
    case adjective, fullName, surname, headed, head, capitals, common, unknown, unknownWords

    init(_ group: NameGroup) {
        switch group {
        case .person: self = .listedPerson
        case .place: self = .listedPlace
        case .organization: self = .listedOrganization
        case .people: self = .listedPeople
        case .other: self = .listedOther
        }
    }
}

extension SpanKind {
    /// What a single word is that no entry of the lexicons is.
    init(isHead: Bool, isCapitals: Bool, isCommon: Bool, isAdjective: Bool, isName: Bool) {
        self = isHead ? .head : isCapitals ? .capitals : isCommon ? .common : isAdjective ? .adjective : isName ? .surname : .unknown
    }
}

/// What stands on one side of a link inside of a span: a name that the rules have chosen, words that end with a head, or others.
enum LinkedPart: Int, CaseIterable {
    case person, place, organization, people, other, headed, plain

    /// How many they are.
    static var count: Int { Self.plain.rawValue + 1 }

    init(_ group: NameGroup) {
        switch group {
        case .person: self = .person
        case .place: self = .place
        case .organization: self = .organization
        case .people: self = .people
        case .other: self = .other
        }
    }
}
