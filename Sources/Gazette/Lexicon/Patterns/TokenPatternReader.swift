extension TokenPattern {
    /// Reads an array of token specifications, as spaCy's Matcher takes them.
    package init(_ tokens: [JSONValue]) throws(PatternError) {
        var items: [Item] = []
        for token in tokens { items.append(try Self.item(token)) }
        try self.init(items)
    }

    /// Reads the same from its text.
    init(json: String) throws(PatternError) {
        let bytes = Array(json.utf8)
        guard let value = try? JSONValue(bytes, 0..<bytes.count), let tokens = value.array else { throw PatternError("the pattern is no array") }
        try self.init(tokens)
    }

    private static func item(_ token: JSONValue) throws(PatternError) -> Item {
        guard case .object(let fields) = token else { throw PatternError("a token of the pattern is no object such as {\"LOWER\": \"word\"}") }
        var item = Item(tests: [])
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            if name.uppercased() == "OP" {
                try item.setOperator(value)
            } else {
                item.tests += try tests(name.uppercased(), value)
            }
        }
        return item
    }

    // MARK: Attributes

    private static func tests(_ name: String, _ value: JSONValue) throws(PatternError) -> [TokenTest] {
        switch name {
        case "TEXT", "ORTH", "LOWER", "SHAPE": return try textTests(name, value)
        case "LENGTH": return try lengthTests(value)
        default:
            guard let flag = TokenFlag(rawValue: name) else {
                let allowed = ["TEXT", "ORTH", "LOWER", "SHAPE", "LENGTH"] + TokenFlag.allCases.map(\.rawValue) + ["OP"]
                throw PatternError("attribute '\(name)' is none of \(allowed.joined(separator: " "))")
            }
            guard let wanted = value.bool else { throw PatternError("\(name) is neither true nor false") }
            return [TokenTest(property: .flag(flag), isNegated: !wanted)]
        }
    }

    private static func textTests(_ name: String, _ value: JSONValue) throws(PatternError) -> [TokenTest] {
        if let text = value.text { return [TokenTest(property: try property(name, [text]))] }
        guard case .object(let predicates) = value, !predicates.isEmpty else {
            throw PatternError("\(name) is neither a text nor an object such as {\"IN\": […]}")
        }
        var tests: [TokenTest] = []
        for (predicate, value) in predicates.sorted(by: { $0.key < $1.key }) {
            switch predicate {
            case "IN", "NOT_IN":
                guard let items = value.array, items.allSatisfy({ $0.text != nil }) else {
                    throw PatternError("\(predicate) of \(name) is no array of texts")
                }
                tests.append(TokenTest(property: try property(name, items.compactMap(\.text)), isNegated: predicate == "NOT_IN"))
            case "REGEX" where name != "SHAPE":
                guard let pattern = value.text else { throw PatternError("REGEX of \(name) is no text") }
                tests.append(TokenTest(property: .regex(try regex(pattern), isLower: name == "LOWER")))
            default:
                throw PatternError("'\(predicate)' of \(name) is none of \(name == "SHAPE" ? "IN NOT_IN" : "IN NOT_IN REGEX")")
            }
        }
        return tests
    }

    private static func property(_ name: String, _ texts: [String]) throws(PatternError) -> TokenTest.Property {
        switch name {
        case "SHAPE": return .shape(Set(texts))
        case "LOWER":
            if let never = texts.first(where: { $0 != $0.lowercased() }) {
                throw PatternError("LOWER '\(never)' has a capital, so that no token is like it")
            }
            return .lower(texts, ids: [])
        default: return .text(Set(texts))
        }
    }

    private static func regex(_ pattern: String) throws(PatternError) -> TokenRegex {
        do { return try TokenRegex(pattern) } catch { throw PatternError("REGEX '\(pattern)': \(error.problem)") }
    }

    private static func lengthTests(_ value: JSONValue) throws(PatternError) -> [TokenTest] {
        if let length = value.integer { return [TokenTest(property: .length([length]))] }
        guard case .object(let predicates) = value, !predicates.isEmpty else {
            throw PatternError("LENGTH is neither a whole number nor an object such as {\">=\": 3}")
        }
        var tests: [TokenTest] = []
        for (predicate, value) in predicates.sorted(by: { $0.key < $1.key }) { tests.append(try lengthTest(predicate, value)) }
        return tests
    }

    private static func lengthTest(_ predicate: String, _ value: JSONValue) throws(PatternError) -> TokenTest {
        if predicate == "IN" || predicate == "NOT_IN" {
            guard let items = value.array, items.allSatisfy({ $0.integer != nil }) else {
                throw PatternError("\(predicate) of LENGTH is no array of whole numbers")
            }
            return TokenTest(property: .length(Set(items.compactMap(\.integer))), isNegated: predicate == "NOT_IN")
        }
        guard let bound = value.integer, 0...1_000_000 ~= bound else { throw PatternError("'\(predicate)' of LENGTH is no whole number from 0 on") }
        switch predicate {
        case "==": return TokenTest(property: .length([bound]))
        case "!=": return TokenTest(property: .length([bound]), isNegated: true)
        case ">=": return TokenTest(property: .lengthRange(bound...Int.max))
        case ">": return TokenTest(property: .lengthRange(bound + 1...Int.max))
        case "<=": return TokenTest(property: .lengthRange(0...bound))
        case "<": return TokenTest(property: .lengthRange(bound...Int.max), isNegated: true)
        default: throw PatternError("'\(predicate)' of LENGTH is none of IN NOT_IN == != >= <= > <")
        }
    }
}

extension TokenPattern.Item {
    /// `?`, `*`, `+`, `!`, `1`, `{n}`, `{n,m}`, `{n,}`, `{,m}`
    mutating func setOperator(_ value: JSONValue) throws(PatternError) {
        switch value.text {
        case "1": break
        case "?": (least, most) = (0, 1)
        case "*": (least, most) = (0, nil)
        case "+": (least, most) = (1, nil)
        case "!": isNegated = true
        case let text?:
            guard let counts = Self.counts(text) else { fallthrough }
            (least, most) = counts
        default: throw PatternError("OP '\(value.scalar ?? "")' is none of ? * + ! 1 {n} {n,m} {n,} {,m}")
        }
    }

    private static func counts(_ text: String) -> (Int, Int?)? {
        guard text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
        let parts = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.map { Int($0) }
        guard zip(parts, numbers).allSatisfy({ $0.isEmpty || ($1 ?? -1) >= 0 }) else { return nil }
        switch (parts.count, numbers.first ?? nil, numbers.last ?? nil) {
        case (1, let count?, _) where count > 0: return (count, count)
        case (2, let least?, let most?) where least <= most && most > 0: return (least, most)
        case (2, let least?, nil): return (least, nil)
        case (2, nil, let most?) where most > 0: return (0, most)
        default: return nil
        }
    }
}
