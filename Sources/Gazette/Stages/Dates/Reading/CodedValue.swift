/// Values of a class that the lexicon numbers from 1 on in the order of their cases, see `ValueCode`.
protocol CodedValue {
    /// All cases, kept so that reading a code makes no array.
    static var byCode: [Self] { get }
}

extension CodedValue {
    init?(code: Int) {
        guard code > 0, code <= Self.byCode.count else { return nil }
        self = Self.byCode[code - 1]
    }
}
