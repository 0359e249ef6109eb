/// A part of a regular expression.
indirect enum RegexNode {
    case scalars(ScalarSet)
    case start, end
    case sequence([RegexNode])
    case choice([RegexNode])
    /// `most` nil: without bound.
    case repetition(RegexNode, least: Int, most: Int?)
}

/// Some code points.
struct ScalarSet: Sendable {
    enum Kind: Sendable { case digit, word, space }

    var ranges: [ClosedRange<UInt32>] = []
    var kinds: [(kind: Kind, isNegated: Bool)] = []
    var isNegated = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let isListed = ranges.contains { $0.contains(scalar.value) } || kinds.contains { Self.isKind(scalar, $0.kind) != $0.isNegated }
        return isListed != isNegated
    }

    private static func isKind(_ scalar: Unicode.Scalar, _ kind: Kind) -> Bool {
        switch kind {
        case .digit: scalar.properties.generalCategory == .decimalNumber
        case .word: scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        case .space: scalar.properties.isWhitespace
        }
    }
}

/// Reads Python's syntax of regular expressions, as far as `TokenRegex` goes.
struct RegexParser {
    private static let mostDepth = 50
    private static let mostRepeats = 100

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0
    private(set) var ignoresCase = false

    init(_ pattern: String) {
        var pattern = pattern
        if pattern.hasPrefix("(?i)") {
            pattern = String(pattern.dropFirst(4)).lowercased()
            ignoresCase = true
        }
        scalars = Array(pattern.unicodeScalars)
    }

    mutating func parse() throws(PatternError) -> RegexNode {
        let node = try choice()
        guard index == scalars.count else { throw PatternError("')' without '(' at character \(index + 1)") }
        return node
    }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func choice() throws(PatternError) -> RegexNode {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.mostDepth else { throw PatternError("more than \(Self.mostDepth) groups in each other") }
        var nodes = [try sequence()]
        while next == "|" {
            index += 1
            nodes.append(try sequence())
        }
        return nodes.count == 1 ? nodes[0] : .choice(nodes)
    }

    private mutating func sequence() throws(PatternError) -> RegexNode {
        var nodes: [RegexNode] = []
        while let scalar = next, scalar != "|", scalar != ")" { nodes.append(try repeated()) }
        return .sequence(nodes)
    }

    private mutating func repeated() throws(PatternError) -> RegexNode {
        let node = try atom()
        guard let (least, most) = try bounds() else { return node }
        if next == "?" || next == "+" || next == "*" { throw PatternError("'\(scalars[index])' behind a repetition is not supported") }
        return .repetition(node, least: least, most: most)
    }

    private mutating func bounds() throws(PatternError) -> (Int, Int?)? {
        switch next {
        case "*": index += 1; return (0, nil)
        case "+": index += 1; return (1, nil)
        case "?": index += 1; return (0, 1)
        case "{": return try counts()
        default: return nil
        }
    }

    /// `{2}`, `{2,}`, `{,3}`, `{2,3}`
    private mutating func counts() throws(PatternError) -> (Int, Int?) {
        guard let close = scalars[index...].firstIndex(of: "}") else { throw PatternError("'{' without '}'") }
        let text = String(String.UnicodeScalarView(scalars[index + 1..<close]))
        index = close + 1
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let least = parts[0].isEmpty && parts.count == 2 ? 0 : Int(parts[0])
        let most = parts.count == 1 ? least : parts[1].isEmpty ? nil : Int(parts[1])
        guard parts.count <= 2, let least, 0...Self.mostRepeats ~= least, most ?? least >= least, most ?? 0 <= Self.mostRepeats,
            most != nil || parts.count == 2 && parts[1].isEmpty
        else { throw PatternError("'{\(text)}' is no count of up to \(Self.mostRepeats)") }
        return (least, most)
    }

    private mutating func atom() throws(PatternError) -> RegexNode {
        let scalar = scalars[index]
        index += 1
        switch scalar {
        case "(": return try group()
        case "[": return .scalars(try bracket())
        case ".": return .scalars(ScalarSet(isNegated: true))
        case "^": return .start
        case "$": return .end
        case "\\": return .scalars(try escape())
        case "*", "+", "?", "{": throw PatternError("nothing to repeat before '\(scalar)' at character \(index)")
        default: return .scalars(ScalarSet(ranges: [scalar.value...scalar.value]))
        }
    }

    private mutating func group() throws(PatternError) -> RegexNode {
        if next == "?" {
            guard index + 1 < scalars.count, scalars[index + 1] == ":" else {
                throw PatternError("of groups that begin with '(?' only '(?:' is supported")
            }
            index += 2
        }
        let node = try choice()
        guard next == ")" else { throw PatternError("'(' without ')'") }
        index += 1
        return node
    }

    private mutating func escape() throws(PatternError) -> ScalarSet {
        guard let scalar = next else { throw PatternError("'\\' at the end") }
        index += 1
        switch scalar {
        case "d", "D": return ScalarSet(kinds: [(.digit, scalar == "D")])
        case "w", "W": return ScalarSet(kinds: [(.word, scalar == "W")])
        case "s", "S": return ScalarSet(kinds: [(.space, scalar == "S")])
        default:
            if scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                throw PatternError("'\\\(scalar)' is not supported; \\d \\w \\s and their capitals are")
            }
            return ScalarSet(ranges: [scalar.value...scalar.value])
        }
    }

    private mutating func bracket() throws(PatternError) -> ScalarSet {
        var set = ScalarSet()
        if next == "^" {
            set.isNegated = true
            index += 1
        }
        var isFirst = true
        while let scalar = next, scalar != "]" || isFirst {
            isFirst = false
            index += 1
            if scalar == "\\" {
                let escaped = try escape()
                set.ranges += escaped.ranges
                set.kinds += escaped.kinds
            } else if next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" {
                let last = scalars[index + 1]
                guard last != "\\", scalar <= last else { throw PatternError("'\(scalar)-\(last)' is no range") }
                set.ranges.append(scalar.value...last.value)
                index += 2
            } else {
                set.ranges.append(scalar.value...scalar.value)
            }
        }
        guard next == "]" else { throw PatternError("'[' without ']'") }
        index += 1
        return set
    }
}
