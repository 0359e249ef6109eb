/// Which rules of a list may match at a token: looked up by what the token is instead of asking each rule.
struct RuleIndex: Sendable {
    private let rules: [any DateRule.Type]
    private let first: Table
    private let behindArticle: Table

    init(_ rules: [any DateRule.Type]) {
        self.rules = rules
        first = Table(rules.map { $0.opening })
        behindArticle = Table(rules.map { $0.behindArticle })
    }

    /// Sets of rules by class, by role and so on.
    private struct Table: Sendable {
        private var byClass = [RuleSet](repeating: [], count: 64)
        private var byRole = [RuleSet](repeating: [], count: 64)
        private var digits: RuleSet = []
        private var capitals: RuleSet = []
        private var tens: RuleSet = []
        private var phrases: RuleSet = []
        /// The rules whose expressions begin with the article.
        private(set) var article: RuleSet = []

        init(_ openings: [DateOpening]) {
            for (number, opening) in openings.enumerated() {
                let rule = RuleSet(CollectionOfOne(number))
                for place in 0..<64 {
                    if opening.classes.bits >> UInt64(place) & 1 != 0 { byClass[place].formUnion(rule) }
                    if opening.roles >> UInt64(place) & 1 != 0 { byRole[place].formUnion(rule) }
                }
                if opening.digits { digits.formUnion(rule) }
                if opening.capitals { capitals.formUnion(rule) }
                if opening.tens { tens.formUnion(rule) }
                if opening.classes.intersects(.phrase) { phrases.formUnion(rule) }
            }
            article = byRole[Int(DateRole.the.rawValue)]
        }

        /// The rules that a word fits by what the lexicons say of it alone; of the article nothing but its classes counts.
        func rules(of classes: WordClasses, _ facts: DateFacts) -> RuleSet {
            var (found, bits) = (facts.isTens ? tens : [], classes.without(.phrase).bits)
            if facts.roleCode != DateRole.the.rawValue { found.formUnion(byRole[facts.roleCode]) }
            while bits != 0 {
                found.formUnion(byClass[bits.trailingZeroBitCount])
                bits &= bits - 1
            }
            return found
        }

        /// The rules that a token fits by what it is in its text.
        func rules(at index: Int, _ token: Token, in text: DateText) -> RuleSet {
            var found = text.mayBeginDigits(index, token) ? digits : []
            if token.shape == .upper || token.shape == .mixed { found.formUnion(capitals) }
            if text.facts[index].startsPhrase, token.classes.intersects(.phrase) { found.formUnion(phrases) }
            return found
        }
    }

    /// The rules that a word opens, and those that it opens behind the article.
    func opened(by classes: WordClasses, _ facts: DateFacts) -> (first: RuleSet, behindArticle: RuleSet) {
        (first.rules(of: classes, facts), behindArticle.rules(of: classes, facts))
    }

    /// The rules that a token fits.
    func rules(at index: Int, in text: DateText) -> RuleSet {
        guard let token = text.token(index) else { return [] }
        let facts = text.facts(at: index)
        let fitting = facts.opened.union(first.rules(at: index, token, in: text))
        guard facts.roleCode == DateRole.the.rawValue else { return fitting }
        return fitting.union(first.article.intersection(rules(behindArticle: index + 1, text)))
    }

    private func rules(behindArticle index: Int, _ text: DateText) -> RuleSet {
        if text.isOpaque(index) { return .all }
        guard let token = text.token(index) else { return [] }
        return text.facts(at: index).openedBehindArticle.union(behindArticle.rules(at: index, token, in: text))
    }

    /// Replaces the best match with a longer one of some rules, which must be possible; of equally long ones the first rule's counts.
    /// No rule is asked where none can find more.
    func find(_ fitting: RuleSet, at index: Int, in text: DateText, best: inout DateMatch?) {
        var left = fitting
        while best?.end ?? index < text.memo.pointee.signs.end, let number = left.popFirst() {
            let rule = rules[number]
            guard var match = rule.match(at: index, in: text), match.end > best?.end ?? index else { continue }
            match.rule = rule.name
            best = consume match
        }
    }
}

/// Rules by their places in a list.
struct RuleSet: OptionSet, BitwiseCopyable {
    private(set) var rawValue: UInt32

    static let all = RuleSet(rawValue: .max)

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ numbers: some Sequence<Int>) { rawValue = numbers.reduce(0) { $0 | 1 << UInt32($1) } }

    /// Adds the next rule of a list where its expressions may be.
    @inline(__always)
    mutating func add<Rule: DateRule>(_ rule: Rule.Type, _ signs: DateSigns, _ number: inout UInt32) {
        rawValue |= (Rule.isPossible(signs) ? 1 : 0) &<< number
        number &+= 1
    }

    /// So many from the list's beginning on.
    init(first count: UInt32) { rawValue = 1 << count - 1 }

    /// Removes the first one and returns its place.
    mutating func popFirst() -> Int? {
        guard rawValue != 0 else { return nil }
        defer { rawValue &= rawValue - 1 }
        return rawValue.trailingZeroBitCount
    }
}

extension DateText {
    /// Whether a token is a mark that may be passed over, so that it does not tell what begins there.
    fileprivate func isOpaque(_ index: Int) -> Bool { token(index)?.kind == .symbol || isHyphen(index) }

    /// Whether an expression in digits may begin with a token.
    fileprivate func mayBeginDigits(_ index: Int, _ token: Token) -> Bool {
        switch token.kind {
        case .number: return true
        case .word: return hasDigit(index)
        default: return isApostrophe(index)
        }
    }
}
