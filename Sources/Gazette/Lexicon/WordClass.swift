/// A property that the lexicons give to a word; lexicons/SCHEMA.md defines each and the values it takes.
public enum WordClass: UInt8, Sendable, CaseIterable {
    case abbreviation, fold, contraction, prefix, numberSuffix, emoticon, whole
    case given, surname, particle, nameSuffix, title
    case orgHead, orgSuffix, placeHead, eventHead, lawHead, common
    case nameLink, placePreposition, speechVerb, nameNoun
    case month, weekday, season, timeUnit, dayPart, dateWord, dateModifier, timeZone, setWord, era
    case dateRole, decade, holiday, tense
    case number, multiplier, multiplierSign, vagueNumber, ordinal, fraction, unit, currency, minorCurrency, sharedCurrency
    case comparator, comparatorAfter, numberPart, nounPhrase
    case grammar, attribution

    /// Whether segmentation itself needs it; its surfaces are words as they stand.
    package var isForSegmentation: Bool { rawValue <= WordClass.whole.rawValue }

    /// Its name in the `class` column.
    public var name: String { Self.names[Int(rawValue)] }

    public init?(name: String) {
        guard let index = Self.names.firstIndex(of: name) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    public static let names = [
        "abbreviation", "fold", "contraction", "prefix", "number-suffix", "emoticon", "whole",
        "given", "surname", "particle", "name-suffix", "title",
        "org-head", "org-suffix", "place-head", "event-head", "law-head", "common",
        "name-link", "place-prep", "speech-verb", "name-noun",
        "month", "weekday", "season", "time-unit", "day-part", "date-word", "date-mod", "time-zone", "set-word", "era",
        "date-role", "decade", "holiday", "tense",
        "number", "multiplier", "multiplier-sign", "vague-number", "ordinal", "fraction", "unit", "currency", "minor-currency",
        "shared-currency", "comparator", "comparator-after", "number-part", "noun-phrase",
        "grammar", "attribution",
    ]
}

/// The classes of one word as bits, and what longer surfaces begin with it.
public struct WordClasses: Sendable, Hashable, BitwiseCopyable {
    public private(set) var bits: UInt64

    public init(bits: UInt64 = 0) { self.bits = bits }

    /// Of an array literal it is a constant: the compiler unrolls `forEach` alone.
    @inline(__always)
    public init(_ classes: [WordClass]) {
        var bits: UInt64 = 0
        // swift-format-ignore: ReplaceForEachWithForLoop
        classes.forEach { bits |= 1 &<< UInt64($0.rawValue) }
        self.bits = bits
    }

    /// Whether the word alone has the class.
    @inline(__always)
    public func contains(_ wordClass: WordClass) -> Bool { bits & 1 &<< UInt64(wordClass.rawValue) != 0 }

    @inline(__always)
    public func intersects(_ other: WordClasses) -> Bool { bits & other.bits != 0 }

    public mutating func insert(_ wordClass: WordClass) { bits |= 1 << UInt64(wordClass.rawValue) }

    /// Set where the word is or begins the surface of an entry.
    public static let entry = WordClasses(bits: 1 << 63)
    /// Set where the word is the surface of a stance cue; in an annotated text, where one begins.
    public static let cue = WordClasses(bits: 1 << cueBit)
    static let cueBit: UInt64 = 62
    /// Set where the word begins a surface of two or more words that has a class.
    public static let phrase = WordClasses(bits: 1 << 61)

    /// Set where the word ends a surface of two or more words that has one of `phraseEnders`.
    public static let phraseEnd = WordClasses(bits: 1 << 60)
    /// Set where the word stands behind the first in a surface of two or more words.
    public static let inner = WordClasses(bits: 1 << innerBit)
    static let innerBit: UInt64 = 59
    /// Set where the word begins a surface of two or more words; in an annotated text, where one stands.
    public static let longer = WordClasses(bits: 1 << longerBit)
    static let longerBit: UInt64 = 58
    /// Set where the word is the surface of an entry; in an annotated text, where one begins.
    public static let listed = WordClasses(bits: 1 << listedBit)
    static let listedBit: UInt64 = 57
    /// Set where such a surface of an entry may be written in small letters.
    public static let small = WordClasses(bits: 1 << smallBit)
    static let smallBit: UInt64 = 56
    /// Set where the word is an abbreviation with a full stop behind it.
    package static let abbreviated = WordClasses(bits: 1 << 55)
    /// Set in a text where the word holds a digit, or bytes of other scripts, some of which are digits too.
    static let mayHoldDigits = WordClasses(bits: 1 << 54)
    /// Set in a text where the word is `-`, or one of the typographic hyphens U+2010 and U+2011.
    static let hyphen = WordClasses(bits: 1 << 53)
    /// `listed`, `cue` or `longer`: in an annotated text, where a surface begins.
    static let found = WordClasses(bits: listed.bits | longer.bits | cue.bits)
    /// The classes whose longer surfaces are found from their ends.
    package static let phraseEnders = WordClasses([.dateWord, .holiday, .setWord])

    public mutating func insert(_ other: WordClasses) { bits |= other.bits }

    func without(_ other: WordClasses) -> WordClasses { WordClasses(bits: bits & ~other.bits) }

    package func union(_ other: WordClasses) -> WordClasses { WordClasses(bits: bits | other.bits) }
}
