/// A rule by which sentences differ from ICU's. Its raw value is its name in traces.
enum SentenceRule: String, CaseIterable {
    case paragraph, line, wrappedLine = "wrapped-line"
    case abbreviation, initial, listItem = "list-item", ellipsis, lowerStart = "lower-start", mixedStart = "mixed-start", missingSpace =
        "missing-space"
    case loweredQuestion = "lowered-question", reportedQuestion = "reported-question", openingBracket = "opening-bracket", numberStart =
        "number-start"
    case closingMark = "closing-mark", citation, behindCitation = "behind-citation"
    case ruler, emoticon, address, timeStamp = "time-stamp"
}

/// Where a rule has decided otherwise than ICU.
struct AppliedSentenceRule: Hashable {
    let rule: SentenceRule
    /// Where the token begins before which the rule has made or removed a boundary, in UTF-8 bytes.
    let offset: Int32
    let isBoundary: Bool
}

/// A rule's answer for the place before a token.
struct SentenceDecision {
    let rule: SentenceRule
    let isBoundary: Bool

    static func split(_ rule: SentenceRule) -> SentenceDecision { SentenceDecision(rule: rule, isBoundary: true) }
    static func join(_ rule: SentenceRule) -> SentenceDecision { SentenceDecision(rule: rule, isBoundary: false) }
}
