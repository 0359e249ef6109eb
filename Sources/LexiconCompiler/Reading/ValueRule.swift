import Gazette

/// What a word class takes as its value.
enum ValueRule {
    /// Nil where the value fits, otherwise what is wanted.
    static func problem(of value: String, for wordClass: WordClass) -> String? {
        switch wordClass {
        case .abbreviation: return oneOf(["name", "number", "any", "end"], value)
        case .contraction: return value.contains(" ") ? nil : "the parts, parted by a space"
        case .fold, .unit, .dateWord, .setWord: return value.isEmpty ? "a text" : nil
        case .given, .surname: return whole(0...9, value)
        case .nameLink: return oneOf(ValueCode.names[.nameLink] ?? [], value)
        case .placePreposition: return oneOf(ValueCode.names[.placePreposition] ?? [], value)
        case .eventHead: return oneOf(ValueCode.names[.eventHead] ?? [], value)
        case .prefix, .numberSuffix, .emoticon, .whole, .particle, .nameSuffix, .orgSuffix, .lawHead, .speechVerb:
            return value.isEmpty ? nil : "empty"
        case .title: return oneOf(ValueCode.names[.title] ?? [], value)
        case .orgHead: return oneOf(ValueCode.names[.orgHead] ?? [], value)
        case .nameNoun: return oneOf(ValueCode.names[.nameNoun] ?? [], value)
        case .placeHead: return oneOf(ValueCode.names[.placeHead] ?? [], value)
        case .common: return Double(value) == nil ? "a decimal number" : nil
        case .month: return whole(1...12, value)
        case .weekday: return whole(1...7, value)
        case .season, .timeUnit, .dayPart, .dateModifier, .era, .dateRole, .tense: return oneOf(ValueCode.names[wordClass] ?? [], value)
        case .timeZone:
            let isOffset = value.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).allSatisfy { offset(String($0)) }
            return isOffset || value == "local" ? nil : "an offset such as +05:30, two such as -05:00/-04:00, or local"
        case .decade: return whole(20...90, value)
        case .holiday: return value.isEmpty ? "a rule for its day" : nil
        case .number, .multiplier, .multiplierSign, .vagueNumber, .ordinal: return ExactDecimal(value) == nil ? "a decimal number" : nil
        case .fraction: return value.split(separator: "/").count == 2 ? nil : "a fraction such as 1/2"
        case .currency, .minorCurrency: return value.utf8.count == 3 && value.utf8.allSatisfy(\.isUpper) ? nil : "an ISO 4217 code"
        case .sharedCurrency: return currencies(value) ? nil : "countries and their currencies such as IN:INR,PK:PKR"
        case .numberPart: return roles(value)
        case .nounPhrase: return oneOf(["plural", "modifier", "end"], value)
        case .attribution: return traits(value)
        case .grammar: return oneOf(GrammarRole.names, value)
        case .comparator, .comparatorAfter: return oneOf(["~", ">", ">=", "<", "<="], value)
        }
    }

    private static func currencies(_ value: String) -> Bool {
        value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { pair in
            let parts = pair.split(separator: ":", omittingEmptySubsequences: false)
            return parts.count == 2 && parts[0].utf8.count == 2 && parts[1].utf8.count == 3 && parts.joined().utf8.allSatisfy(\.isUpper)
        }
    }

    /// The value as a small number that stages read without touching its text; 0 where the class has none.
    static func code(of value: String, for wordClass: WordClass) -> UInt8 {
        switch wordClass {
        case .given, .surname, .month, .weekday, .decade: return UInt8(value) ?? 0
        case .number, .ordinal: return UInt8(value).map { $0 < UInt8.max ? $0 + 1 : 0 } ?? 0
        case .common: return Double(value).map { UInt8(clamping: Int(($0 * 10).rounded()) + ValueCode.commonZero) } ?? 0
        default: return ValueCode.names[wordClass]?.firstIndex(of: value).map { UInt8($0 + 1) } ?? 0
        }
    }

    private static func oneOf(_ allowed: [String], _ value: String) -> String? {
        allowed.contains(value) ? nil : "one of \(allowed.joined(separator: " "))"
    }

    private static func roles(_ value: String) -> String? {
        let known = value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { NumberRole(name: $0) != nil }
        return known ? nil : "one or more of \(NumberRole.names.joined(separator: " ")), comma-separated"
    }

    private static func traits(_ value: String) -> String? {
        let known = value.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { AttributionTraits(name: String($0)) != nil }
        return known ? nil : "one or more of \(AttributionTraits.names.joined(separator: " ")), comma-separated"
    }

    private static func whole(_ range: ClosedRange<Int>, _ value: String) -> String? {
        Int(value).map(range.contains) == true ? nil : "a whole number in \(range.lowerBound)...\(range.upperBound)"
    }

    private static func offset(_ value: String) -> Bool {
        let bytes = Array(value.utf8)
        return bytes.count == 6 && (bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-")) && bytes[3] == UInt8(ascii: ":")
            && [1, 2, 4, 5].allSatisfy { bytes[$0].isDigit }
    }
}
