/// Settles which country's currency a shared name means (`rupees`, `pesos`, `Rs`): that of the country the document mentions most.
///
/// A name without such a country keeps its default, `XXX` where it has none.
struct SharedCurrencies {
    /// Indices into the document's numbers and the countries' currencies by ISO 3166 code, as `IN:INR,PK:PKR`.
    private var amounts: [(index: Int, currencies: String)] = []

    mutating func add(_ index: Int, currencies: String) { amounts.append((index, currencies)) }

    func settle(_ document: inout Document, _ lexicon: Lexicon) {
        guard !amounts.isEmpty else { return }
        let mentions = Self.countries(in: document, lexicon)
        for amount in amounts {
            let choices = amount.currencies.split(separator: ",").compactMap { choice -> (count: Int, currency: String)? in
                guard let count = mentions[String(choice.prefix(2))] else { return nil }
                return (count, String(choice.suffix(3)))
            }
            if let best = choices.max(by: { $0.count < $1.count }) { document.numbers[amount.index].unit = best.currency }
        }
    }

    /// How often each country is mentioned, its people included.
    private static func countries(in document: Document, _ lexicon: Lexicon) -> [String: Int] {
        var counts: [EntryID: Int] = [:]
        for case let entry? in document.entities.lazy.map(\.entry) { counts[entry, default: 0] += 1 }
        return counts.reduce(into: [:]) { result, entry in
            let id = lexicon.id(of: entry.key)
            if id.hasPrefix("iso3166:") { result[String(id.dropFirst(8)), default: 0] += entry.value }
        }
    }
}
