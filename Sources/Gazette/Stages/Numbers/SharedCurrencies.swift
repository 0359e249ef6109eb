/// Settles which country's currency a shared name means (`rupees`, `pesos`, `Rs`): that of the country the document mentions most.
///
/// A name without such a country keeps its default, `XXX` where it has none.
struct SharedCurrencies {
    /// Indices into the document's numbers, and the values that list what their names may mean.
    private var amounts: [(index: Int, value: Int)] = []
    /// The countries of the document's entities, by their letters, sorted.
    private var countries: [UInt16] = []

    mutating func removeAll() { amounts.removeAll(keepingCapacity: true) }

    mutating func add(_ index: Int, value: Int) { amounts.append((index, value)) }

    mutating func settle(_ document: inout Document, _ lexicon: Lexicon) {
        guard !amounts.isEmpty else { return }
        findCountries(document, lexicon)
        guard !countries.isEmpty else { return }
        for amount in amounts {
            if let currency = currency(of: lexicon.valueBytes(at: amount.value)) { document.numbers[amount.index].unit = currency }
        }
    }

    /// The currency of the country with the most mentions, the first of several; nil where none is mentioned. Reads `IN:INR,PK:PKR`.
    private func currency(of choices: UnsafeBufferPointer<UInt8>) -> String? {
        var (most, currency) = (0, String?.none)
        for start in stride(from: 0, to: choices.count - 5, by: 7) {
            let count = mentions(of: Self.country(choices[start..<start + 2]))
            if count > most { (most, currency) = (count, String(decoding: choices[start + 3..<start + 6], as: UTF8.self)) }
        }
        return currency
    }

    /// The two letters of an ISO 3166 code, the first in the higher byte.
    private static func country(_ letters: some Sequence<UInt8>) -> UInt16 { letters.reduce(0) { $0 << 8 | UInt16($1) } }

    private mutating func findCountries(_ document: Document, _ lexicon: Lexicon) {
        countries.removeAll(keepingCapacity: true)
        for case let entry? in document.entities.lazy.map(\.entry) {
            let id = lexicon.idBytes(of: entry)
            if id.starts(with: "iso3166:".utf8), id.count == 10 { countries.append(Self.country(id.suffix(2))) }
        }
        countries.sort()
    }

    /// How often a country is mentioned, its people included.
    private func mentions(of country: UInt16) -> Int {
        countries.partitioningIndex { $0 > country } - countries.partitioningIndex { $0 >= country }
    }
}
