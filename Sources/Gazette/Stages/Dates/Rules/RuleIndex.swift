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

    /// Sets of rules, a bit a rule, by class, by role and so on.
    private struct Table: Sendable {
        private var byClass = [UInt32](repeating: 0, count: 64)
        private var byRole = [UInt32](repeating: 0, count: 64)
        private var digits: UInt32 = 0
        private var capitals: UInt32 = 0
        private var tens: UInt32 = 0
        private var classes: UInt64 = 0

        init(_ openings: [DateOpening]) {
            for (number, opening) in openings.enumerated() {
                let bit = UInt32(1) << UInt32(number)
                for place in 0..<64 {
                    if opening.classes.bits >> UInt64(place) & 1 != 0 { byClass[place] |= bit }
                    if opening.roles >> UInt64(place) & 1 != 0 { byRole[place] |= bit }
                }
                classes |= opening.classes.bits
                if opening.digits { digits |= bit }
                if opening.capitals { capitals |= bit }
                if opening.tens { tens |= bit }
            }
        }

        /// The rules that a token fits by anything but its role.
        func rules(_ token: TokenOpening) -> UInt32 {
            var (found, bits) = (token.hasDigits ? digits : 0, token.classes.bits & classes)
            if token.isCapital { found |= capitals }
            if token.isTens { found |= tens }
            while bits != 0 {
                found |= byClass[bits.trailingZeroBitCount]
                bits &= bits - 1
            }
            return found
        }

        func rules(ofRole role: Int) -> UInt32 { byRole[role] }
    }

    /// Whether a token fits any of the rules.
    func mayFind(_ token: TokenOpening) -> Bool { first.rules(token) | first.rules(ofRole: token.role) != 0 }

    /// Replaces the best match with a longer one of these rules; of equally long ones the first rule's counts.
    func find(at index: Int, _ token: TokenOpening, in text: DateText, best: inout DateMatch?) {
        var fitting = first.rules(token)
        var byRole = first.rules(ofRole: token.role)
        if token.role == DateRole.the.rawValue, byRole & ~fitting != 0 { byRole &= behindArticle(index + 1, text) }
        fitting |= byRole
        while fitting != 0 {
            let rule = rules[fitting.trailingZeroBitCount]
            fitting &= fitting - 1
            guard var match = rule.match(at: index, in: text), match.end > best?.end ?? index else { continue }
            match.rule = rule.name
            best = match
        }
    }

    private func behindArticle(_ index: Int, _ text: DateText) -> UInt32 {
        let next = TokenOpening(of: index, in: text)
        return next.isOpaque ? .max : behindArticle.rules(next) | behindArticle.rules(ofRole: next.role)
    }
}
