/// What a word of a name is by the lexicons' context classes.
enum WordRole: Int, CaseIterable {
    case plain, role, honorific, nameSuffix, orgFirst, orgLast, orgEither, orgSuffix
    case landHead, regionHead, facilityHead, eventHead, lawHead, link, particle, number
}

/// How common a word is in small letters against capitals, by its log-probability.
enum Commonness: Int, CaseIterable {
    case unlisted, mostlyCapital, oftenCapital, even, oftenSmall, mostlySmall

    /// From tenths of a power of ten.
    init(_ tenths: Int16?) {
        switch tenths {
        case nil: self = .unlisted
        case .some(..<(-10)): self = .mostlyCapital
        case .some(..<(-3)): self = .oftenCapital
        case .some(..<4): self = .even
        case .some(..<11): self = .oftenSmall
        default: self = .mostlySmall
        }
    }
}

/// How common a word is as a given name or a surname.
enum NameFrequency: Int, CaseIterable {
    case none, rare, frequent

    init(_ weight: UInt8) { self = weight == 0 ? .none : weight < 5 ? .rare : .frequent }
}

/// The form of a word: case and length.
enum WordForm: Int, CaseIterable {
    case title, letter, twoCapitals, threeCapitals, fewCapitals, manyCapitals, mixed, small, digits, sign

    init(_ token: Token) {
        switch token.shape {
        case .title: self = token.range.count == 1 ? .letter : .title
        case .upper:
            self =
                token.range.count <= 2
                ? .twoCapitals : token.range.count == 3 ? .threeCapitals : token.range.count <= 5 ? .fewCapitals : .manyCapitals
        case .mixed: self = .mixed
        case .lower: self = .small
        case .none: self = token.kind == .number ? .digits : .sign
        }
    }
}

/// How a word ends, where the ending says something of names: `Nepali`, `Portuguese`, `Liberian`, `Buddhism`.
enum WordEnding: Int, CaseIterable {
    case other, an, ans, ese, ish, ic, ism, ist, ists, i, ia, land, s

    private static let endings: [(WordEnding, [UInt8])] =
        [.ists, .ans, .ese, .ish, .ism, .ist, .land, .an, .ia, .ic, .i, .s].map { ($0, Array("\($0)".utf8)) }

    init(_ word: ArraySlice<UInt8>) {
        guard word.count > 4 else {
            self = .other
            return
        }
        self = Self.endings.first { word.suffix($0.1.count).elementsEqual($0.1) }?.0 ?? .other
    }
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
}

/// What a span is on the whole, to say what its neighbours mean for it.
enum SpanKind: Int, CaseIterable {
    case listedPerson, listedPlace, listedOrganization, listedPeople, listedOther
    case adjective, fullName, surname, headed, capitals, common, unknown, unknownWords

    init(_ group: NameGroup) { self = [.listedPerson, .listedPlace, .listedOrganization, .listedPeople, .listedOther][group.rawValue] }
}
