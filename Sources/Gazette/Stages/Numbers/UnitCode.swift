/// The code of a unit or currency, by a small number: those of the lexicon and the few that rules give.
struct UnitCode: Hashable, BitwiseCopyable {
    fileprivate let index: UInt32

    // In the order of `UnitCodes.known`.
    static let percent = UnitCode(index: 0)
    static let percentagePoint = UnitCode(index: 1)
    static let degree = UnitCode(index: 2)
    static let month = UnitCode(index: 3)
    static let week = UnitCode(index: 4)
    static let day = UnitCode(index: 5)
    static let inch = UnitCode(index: 6)
}

/// The texts of all unit codes. Equal texts have equal codes.
struct UnitCodes {
    /// UCUM's codes that rules give.
    private static let known = ["%", "pp", "deg", "mo", "wk", "d", "[in_i]"]

    private var texts = Self.known
    private var codes = Dictionary(uniqueKeysWithValues: Self.known.enumerated().map { ($1, UnitCode(index: UInt32($0))) })

    subscript(code: UnitCode) -> String { texts[Int(code.index)] }

    mutating func code(_ text: String) -> UnitCode {
        if let known = codes[text] { return known }
        let code = UnitCode(index: UInt32(truncatingIfNeeded: texts.count))
        codes[text] = code
        texts.append(text)
        return code
    }
}
