/// Settles which country's currency a shared name means (`rupees`, `pesos`, `Rs`): that of the country the document mentions most.
///
/// A name without such a country keeps its default, `XXX` where it has none.
struct SharedCurrencies {
    /// A country that has a currency of the name.
    struct Choice {
        /// The two letters of its ISO 3166 code, the first in the higher byte.
        let country: UInt16
        let currency: String

        /// Reads `IN:INR`.
        init(_ text: Substring) {
            country = Choice.country(text.utf8.prefix(2))
            currency = String(text.suffix(3))
        }

        fileprivate static func country(_ letters: some Sequence<UInt8>) -> UInt16 { letters.reduce(0) { $0 << 8 | UInt16($1) } }
    }

    /// Indices into the document's numbers, and the values that list what their names may mean.
    private var amounts: [(index: Int, value: Int)] = []
    /// The countries of the document's entities, sorted.
    private var countries: [UInt16] = []

    mutating func removeAll() { amounts.removeAll(keepingCapacity: true) }

    mutating func add(_ index: Int, value: Int) { amounts.append((index, value)) }

    mutating func settle(_ document: inout Document, _ values: NumberValues, _ lexicon: Lexicon) {
        guard !amounts.isEmpty else { return }
        findCountries(document, lexicon)
        for amount in amounts {
            var (most, currency) = (0, String?.none)
            for choice in values.choices(amount.value) {
                let count = mentions(of: choice.country)
                if count > most { (most, currency) = (count, choice.currency) }
            }
            if let currency { document.numbers[amount.index].unit = currency }
        }
    }

    private mutating func findCountries(_ document: Document, _ lexicon: Lexicon) {
        countries.removeAll(keepingCapacity: true)
        for case let entry? in document.entities.lazy.map(\.entry) {
            let id = lexicon.idBytes(of: entry)
            if id.starts(with: "iso3166:".utf8), id.count == 10 { countries.append(Choice.country(id.suffix(2))) }
        }
        countries.sort()
    }

    /// How often a country is mentioned, its people included.
    private func mentions(of country: UInt16) -> Int {
        countries.partitioningIndex { $0 > country } - countries.partitioningIndex { $0 >= country }
    }
}
