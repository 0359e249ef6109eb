/// A regular expression that is searched in one token, in time linear in the token's length (Thompson 1968).
///
/// Of Python's syntax: literals, `.`, classes `[a-z]` `[^…]` `\d` `\w` `\s` and their complements, groups, `|`, `*` `+` `?` `{m,n}`, `^`, `$`
/// and `(?i)` at the start.
package struct TokenRegex: Sendable {
    enum Instruction: Sendable {
        case scalars(ScalarSet)
        case split(Int, Int)
        case start, end
        case match
    }

    /// Programs beyond this are refused.
    static let mostInstructions = 2000

    let program: [Instruction]
    private let ignoresCase: Bool

    init(_ pattern: String) throws(PatternError) {
        var parser = RegexParser(pattern)
        let node = try parser.parse()
        ignoresCase = parser.ignoresCase
        var program: [Instruction] = []
        try Self.append(node, to: &program)
        program.append(.match)
        self.program = program
    }

    /// Whether the expression matches some part of a text.
    func isFound(in text: String) -> Bool {
        let scalars = Array((ignoresCase ? text.lowercased() : text).unicodeScalars)
        var (current, next) = (StateSet(program.count), StateSet(program.count))
        for index in 0...scalars.count {
            add(0, index, scalars.count, to: &current)
            for state in current.members {
                switch program[state] {
                case .match: return true
                case .scalars(let set):
                    if index < scalars.count, set.contains(scalars[index]) { add(state + 1, index + 1, scalars.count, to: &next) }
                default: break
                }
            }
            swap(&current, &next)
            next.removeAll()
        }
        return false
    }

    /// Adds a state and those that it leads to without a scalar.
    private func add(_ state: Int, _ index: Int, _ count: Int, to states: inout StateSet) {
        var open = [state]
        while let state = open.popLast() {
            guard states.insert(state) else { continue }
            switch program[state] {
            case .split(let first, let second): open += [second, first]
            case .start where index == 0: open.append(state + 1)
            case .end where index == count: open.append(state + 1)
            default: break
            }
        }
    }

    private static func append(_ node: RegexNode, to program: inout [Instruction]) throws(PatternError) {
        guard program.count < mostInstructions else { throw PatternError("the expression is too large: more than \(mostInstructions) steps") }
        switch node {
        case .scalars(let set): program.append(.scalars(set))
        case .start: program.append(.start)
        case .end: program.append(.end)
        case .sequence(let nodes): for node in nodes { try append(node, to: &program) }
        case .choice(let nodes): try appendChoice(nodes, to: &program)
        case .repetition(let node, let least, let most): try appendRepetition(node, least, most, to: &program)
        }
    }

    private static func appendChoice(_ nodes: [RegexNode], to program: inout [Instruction]) throws(PatternError) {
        var jumps: [Int] = []
        for node in nodes.dropLast() {
            let split = program.count
            program.append(.match)
            try append(node, to: &program)
            jumps.append(program.count)
            program.append(.match)
            program[split] = .split(split + 1, program.count)
        }
        if let last = nodes.last { try append(last, to: &program) }
        for jump in jumps { program[jump] = .split(program.count, program.count) }
    }

    private static func appendRepetition(
        _ node: RegexNode, _ least: Int, _ most: Int?, to program: inout [Instruction]
    ) throws(PatternError) {
        for _ in 0..<least {
            let before = program.count
            try append(node, to: &program)
            if program.count == before { return }  // Nothing, repeated, is nothing.
        }
        guard let most else {
            let split = program.count
            program.append(.match)
            try append(node, to: &program)
            program.append(.split(split, split))
            program[split] = .split(split + 1, program.count)
            return
        }
        var splits: [Int] = []
        for _ in least..<max(least, most) {
            splits.append(program.count)
            program.append(.match)
            try append(node, to: &program)
        }
        for split in splits { program[split] = .split(split + 1, program.count) }
    }
}

/// Some of the numbers below a bound, in the order of their insertion.
private struct StateSet {
    private(set) var members: [Int] = []
    private var isMember: [Bool]

    init(_ bound: Int) { isMember = Array(repeating: false, count: bound) }

    mutating func insert(_ state: Int) -> Bool {
        if isMember[state] { return false }
        isMember[state] = true
        members.append(state)
        return true
    }

    mutating func removeAll() {
        for state in members { isMember[state] = false }
        members.removeAll(keepingCapacity: true)
    }
}
