/// What a token is to the rules for names.
struct NameToken: BitwiseCopyable {
    private var traits: Traits
    /// How common it is as a given name and as a surname, 0 to 9.
    private(set) var given: UInt8 = 0
    private(set) var surname: UInt8 = 0
    /// The code of its commonness, 0 where it is in no dictionary.
    private(set) var common: UInt8 = 0
    /// One more than the index of its run, so that a blank token is nothing but zeros.
    private var runNumber: Int32 = 0

    struct Traits: OptionSet, BitwiseCopyable {
        let rawValue: UInt8

        /// It is capitalised for its own sake, not just for its place at a sentence's start or in a headline.
        static let name = Traits(rawValue: 1)
        /// Its capital says nothing.
        static let initial = Traits(rawValue: 2)
        /// It stands in a line of capitals, which say nothing of acronyms.
        static let shouted = Traits(rawValue: 4)
        /// It belongs to one run with the token before.
        static let joined = Traits(rawValue: 8)
        /// A date overlaps it.
        static let dated = Traits(rawValue: 16)
        /// A title begins with it: `|Prime Minister`.
        static let title = Traits(rawValue: 32)
        /// A title ends before it: `Prime Minister |Sheikh Hasina`.
        static let titled = Traits(rawValue: 64)
        /// A sentence begins with it.
        static let first = Traits(rawValue: 128)
    }

    /// A token of which nothing is known.
    init() { traits = [] }

    /// Takes up what the lexicons know of its word in some case.
    @inline(__always)
    mutating func take(_ word: NameWord, _ shape: TokenShape) {
        traits.formUnion(Traits(rawValue: (word.titleShapes >> shape.rawValue & 1) * Traits.title.rawValue))
        (given, surname) = (word.given, word.surname)
        common = shape == .mixed ? 0 : word.common
    }

    var isName: Bool { traits.contains(.name) }
    var isInitial: Bool { traits.contains(.initial) }
    var isShouted: Bool { traits.contains(.shouted) }
    var isJoined: Bool { traits.contains(.joined) }
    var isDated: Bool { traits.contains(.dated) }
    var isTitle: Bool { traits.contains(.title) }
    var isTitled: Bool { traits.contains(.titled) }
    var isFirst: Bool { traits.contains(.first) }

    /// How much more frequent its small letters are, in tenths of a power of ten; nil where it is in no dictionary.
    var commonness: Int16? { isListed ? Int16(common) - Int16(ValueCode.commonZero) : nil }
    /// Whether it is in the dictionary.
    var isListed: Bool { common > 0 }
    /// Whether the word is used in small letters more often than with a capital.
    var isCommon: Bool { Int(common) >= ValueCode.commonZero }
    /// Whether its small letters are ten times as frequent and more.
    var isVeryCommon: Bool { Int(common) >= ValueCode.commonZero + 10 }

    /// 1 where it has a trait and 0 where it has not, for those who count instead of asking.
    @inline(__always)
    func count(_ trait: Traits) -> Int { Int(traits.rawValue / trait.rawValue & 1) }

    /// `.initial` where its word is used in small letters more often too.
    var commonInitial: Traits { traits.intersection(isCommon ? .initial : []) }

    /// The index of its run, -1 outside of runs.
    var run: Int32 { runNumber - 1 }

    mutating func insert(_ more: Traits) { traits.formUnion(more) }

    mutating func remove(_ some: Traits) { traits.subtract(some) }

    /// Takes it into a run.
    mutating func join(_ run: Int) { runNumber = Int32(truncatingIfNeeded: run &+ 1) }

    /// Takes it into a run behind another of its tokens.
    mutating func join(_ run: Int, behind other: NameToken) {
        join(run)
        traits.formUnion(other.isTitle ? [.joined, .titled] : .joined)
    }
}
