/// What the lexicons say of one token to the date rules: the codes of its classes (`ValueCode`) side by side in one word, 0 where they say nothing,
/// whether longer surfaces begin or end with it, and what follows from that for the rules.
struct DateFacts: BitwiseCopyable {
    private var bits: UInt64 = 0
    /// What it is to the tokens beside it.
    private(set) var neighbour = DateNeighbour()
    /// The rules that may match where it stands, and those that may match where it stands behind the article.
    private(set) var opened: RuleSet = []
    private(set) var openedBehindArticle: RuleSet = []

    /// Not read yet: as if the lexicons said nothing.
    init() {}

    /// The facts of a word of the classes where its case fits the rows; of several rows of a class the first one counts.
    init(of token: Token, _ lexicon: Lexicon) {
        bits = Self.known
        let range = lexicon.readings(of: token.word)
        var seen = WordClasses()
        for position in range.first..<range.first + range.count {
            let record = lexicon.readingRecord(position)
            guard record.kind == Lexicon.Reading.Kind.word.rawValue, let wordClass = WordClass(rawValue: record.detail),
                let place = Self.place(of: wordClass), !seen.contains(wordClass), record.accepts(token.shape, at: 0)
            else { continue }
            seen.insert(wordClass)
            bits |= UInt64(record.weight) << place
        }
        neighbour = DateNeighbour(token.classes, self)
        (opened, openedBehindArticle) = DateGrammar.opened(by: token.classes, self)
    }

    /// The classes of which a word must have one for the lexicons to say anything of it here.
    static let classes = DateSigns.telling.union(WordClasses([.tense]))

    /// How far to the left a class's code stands.
    private static func place(of wordClass: WordClass) -> UInt64? {
        switch wordClass {
        case .dateRole: return 0
        case .timeUnit: return 6
        case .month: return 10
        case .weekday: return 14
        case .season: return 17
        case .dayPart: return 20
        case .dateModifier: return 23
        case .era: return 25
        case .tense: return 27
        case .number: return 30
        case .ordinal: return 38
        case .decade: return 46
        default: return nil
        }
    }

    private func code(at place: UInt64, _ width: UInt64) -> Int { Int(truncatingIfNeeded: bits &>> place & (1 &<< width &- 1)) }

    var role: DateRole? { DateRole(code: UInt8(truncatingIfNeeded: bits & 63)) }
    /// The role's code, 0 for none.
    var roleCode: Int { code(at: 0, 6) }
    /// Whether the role is one of some.
    func has(_ roles: DateRoles) -> Bool { roles.bits &>> UInt64(truncatingIfNeeded: roleCode) & 1 != 0 }
    var unit: Int { code(at: 6, 4) }
    var month: Int { code(at: 10, 4) }
    var weekday: Int { code(at: 14, 3) }
    var season: Int { code(at: 17, 3) }
    var part: Int { code(at: 20, 3) }
    var modifier: Int { code(at: 23, 2) }
    var era: Era? { Era(rawValue: UInt8(truncatingIfNeeded: code(at: 25, 2))) }
    var tense: TenseMark? { TenseMark(rawValue: UInt8(truncatingIfNeeded: code(at: 27, 3))) }
    /// The number and 1.
    var number: Int { code(at: 30, 8) }
    /// Whether it is a word for tens: `twenty`.
    var isTens: Bool { number > 20 && number % 10 == 1 }
    /// The number and 1.
    var ordinal: Int { code(at: 38, 8) }
    var decade: Int { code(at: 46, 7) }

    // MARK: Marks

    private static let known: UInt64 = 1 << 63
    private static let phraseStart: UInt64 = 1 << 62
    private static let phraseEnd: UInt64 = 1 << 61
    private static let tenseStart: UInt64 = 1 << 60
    private static let marks = phraseStart | phraseEnd | tenseStart

    /// Whether the lexicons have been asked.
    var isKnown: Bool { bits & Self.known != 0 }
    /// Whether a longer surface of `DatePhrases` begins with the token, ends with it.
    var startsPhrase: Bool { bits & Self.phraseStart != 0 }
    var endsPhrase: Bool { bits & Self.phraseEnd != 0 }
    /// Whether a longer surface of the `tense` class begins with it.
    var startsTense: Bool { bits & Self.tenseStart != 0 }

    /// The same with the marks of another.
    func marked(as other: DateFacts) -> DateFacts {
        var marked = self
        marked.bits |= other.bits & Self.marks
        return marked
    }

    /// Marks the tokens at which a surface begins and ends.
    static func mark(_ surface: Surface, in facts: UnsafeMutableBufferPointer<DateFacts>) {
        if surface.isWord(of: .tense) {
            facts[Int(surface.start)].bits |= tenseStart
        } else {
            facts[Int(surface.start)].bits |= phraseStart
            facts[Int(surface.end) - 1].bits |= phraseEnd
        }
    }
}
