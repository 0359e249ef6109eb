/// A rule by which tokens differ from ICU's words. Its raw value is its name in traces.
enum Refinement: String, CaseIterable {
    case whiteSpace = "white-space", abbreviation, stop = "missing-space", clitic, contraction, elision
    case address, hashtag, fileName = "file-name", ampersand, slash
    case clock, fraction, numericDate = "numeric-date", sign, leadingPoint = "leading-point", unit, decade, listItem = "list-item"
    case prefix, fragment, plural = "optional-plural"
    case run, emoticon
}

/// Where a refinement has moved ICU's boundaries.
struct AppliedRefinement: Hashable {
    let rule: Refinement
    /// From the first to the last boundary concerned, in UTF-8 bytes.
    let range: ByteRange
}
