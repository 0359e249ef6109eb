import Gazette

/// The part of a span that TIMEX3 marks.
///
/// TIMEX3 leaves out the words that only relate an expression to an event (TimeML 1.2.1, signals: `before 2 p.m.`, `since August`, `on 2/15`), which
/// the specifications take in; so both sides are compared without leading signals and articles, trailing `or later`, and punctuation at the ends.
struct CaseSpan {
    let text: [UInt8]

    private static let signals: Set<String> = [
        "a", "about", "after", "an", "around", "at", "before", "beginning", "between", "by", "during", "ending", "for", "from", "in", "of", "on",
        "over",
        "since", "sometime", "sometimes", "starting", "than", "the", "through", "throughout", "till", "to", "until", "within", "@",
    ]
    /// Signals of more than one word.
    private static let heads = [
        "as early as ", "as late as ", "as soon as ", "no later than ", "no earlier than ", "later than ", "earlier than ", "greater than ", "not ",
        "any time from ", "anytime from ", "any time after ", "up to ",
    ]
    private static let tails = [
        " or later", " or after", " or earlier", " or before", " or above", " and later", " and after", " and greater", " and before", " and earlier",
        " onwards", " onward", " approximately", " exactly",
    ]
    /// Zones, which a time has or stand apart.
    private static let zones = [" pst", " pdt", " est", " edt", " cst", " cdt", " mst", " gmt", " utc", " bst", " cet", " ist", " mountain timezone"]
    /// What may stand between the two dates of a range.
    private static let links: Set<String> = [
        "to", "until", "till", "til", "untill", "through", "thru", "and", "-", "–", "—", "--", "the", "but", "before", "of", "on", "ending", "by",
        ",",
        "up", "for", "from", "starting", "gmt", "utc",
    ]

    /// The range without what is no part of a TIMEX3 expression; never empty for a range that was not.
    func bare(_ range: ByteRange) -> ByteRange {
        var range = range
        while range.count > 1, isMark(range.end - 1) { range.end -= 1 }
        while range.count > 1, isMark(range.start) { range.start += 1 }
        if let tail = Self.tails.first(where: { lowercased(range).hasSuffix($0) }), tail.utf8.count < range.count {
            range.end -= Int32(tail.utf8.count)
        }
        if let head = Self.heads.first(where: { lowercased(range).hasPrefix($0) }) { range.start += Int32(head.utf8.count) }
        if let zone = Self.zones.first(where: { lowercased(range).hasSuffix($0) }), zone.utf8.count < range.count {
            range.end -= Int32(zone.utf8.count)
        }
        while let next = wordAfterFirst(in: range), Self.signals.contains(lowercased(ByteRange(range.start, next)).filter { $0 != " " }) {
            range.start = next
        }
        return range
    }

    /// Whether nothing but linking words stands between two ranges.
    func isLink(_ gap: ByteRange) -> Bool {
        let words = lowercased(gap).split(whereSeparator: \.isWhitespace)
        return gap.start <= gap.end && words.allSatisfy { Self.links.contains(String($0)) }
    }

    private func wordAfterFirst(in range: ByteRange) -> Int32? {
        guard let space = text[range.indices].firstIndex(of: 0x20), let next = text[space..<Int(range.end)].firstIndex(where: { $0 != 0x20 }) else {
            return nil
        }
        return Int32(next)
    }

    private func lowercased(_ range: ByteRange) -> String { String(decoding: text[range.indices], as: UTF8.self).lowercased() }

    private func isMark(_ index: Int32) -> Bool { Array(" .,;:!?()".utf8).contains(text[Int(index)]) }
}
