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
        private var classes: UInt64 = 0

        init(_ openings: [DateOpening]) {
            for (number, opening) in openings.enumerated() {
                let rule = RuleSet(CollectionOfOne(number))
                for place in 0..<64 {
                    if opening.classes.bits >> UInt64(place) & 1 != 0 { byClass[place].formUnion(rule) }
                    if opening.roles >> UInt64(place) & 1 != 0 { byRole[place].formUnion(rule) }
                }
                classes |= opening.classes.bits
                if opening.digits { digits.formUnion(rule) }
                if opening.capitals { capitals.formUnion(rule) }
                if opening.tens { tens.formUnion(rule) }
            }
        }

        /// The rules that a token fits by anything but its role.
        func rules(_ token: TokenOpening) -> RuleSet {
            var (found, bits) = (token.hasDigits ? digits : [], token.classes.bits & classes)
            if token.isCapital { found.formUnion(capitals) }
            if token.isTens { found.formUnion(tens) }
            while bits != 0 {
                found.formUnion(byClass[bits.trailingZeroBitCount])
                bits &= bits - 1
            }
            return found
        }

        func rules(ofRole role: Int) -> RuleSet { byRole[role] }
    }

    /// The rules that a token fits.
    func rules(at index: Int, in text: DateText) -> RuleSet {
        let token = TokenOpening(of: index, in: text)
        let fitting = first.rules(token)
        var byRole = first.rules(ofRole: token.role)
        if token.role == DateRole.the.rawValue, !byRole.isSubset(of: fitting) { byRole.formIntersection(rules(behindArticle: index + 1, text)) }
        return fitting.union(byRole)
    }

    private func rules(behindArticle index: Int, _ text: DateText) -> RuleSet {
        if text.isOpaque(index) { return .all }
        let next = TokenOpening(of: index, in: text)
        return behindArticle.rules(next).union(behindArticle.rules(ofRole: next.role))
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
