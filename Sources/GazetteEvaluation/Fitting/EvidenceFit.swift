public import Gazette

/// Fits the evidence table on gold texts, and says how good such a table is on texts from other sources.
public struct EvidenceFit {
    private let gold: [MarkedText]
    /// By text whether its corpus has a label for peoples.
    private let hasPeoples: [Bool]
    /// With the memory of the rules' choice.
    private let texts: [FittingText]
    private let lexicon: Lexicon
    private let fitter = EvidenceFitter()

    /// Every file is one corpus with labels of its own.
    public init(corpora: [[MarkedText]], lexicon: Lexicon) throws(PipelineError) {
        gold = corpora.flatMap { $0 }
        hasPeoples = corpora.flatMap { corpus in
            let answer = corpus.contains { $0.layers[.entities]?.contains { $0.label.lowercased() == "norp" } ?? false }
            return corpus.map { _ in answer }
        }
        self.lexicon = lexicon
        var sampler = try EvidenceSampler(lexicon: lexicon)
        texts = zip(gold, hasPeoples).map { FittingText($0, &sampler, hasPeoples: $1) }
    }

    /// The table fitted on all texts, as the rows of a lexicon file.
    public func table() throws(PipelineError) -> String { EvidenceFile.text(of: try fitted(Array(gold.indices))) }

    /// A table for both rounds of choosing: fitted on the texts as the rules leave them, and as a table leaves them that was fitted on the other half.
    private func fitted(_ members: [Int]) throws(PipelineError) -> EvidenceTable {
        var all = members.map { texts[$0] }
        for half in 0..<2 {
            let other = members.indices.filter { $0 % 2 != half }.map { texts[members[$0]] }
            var sampler = try EvidenceSampler(lexicon: lexicon, table: fitter.fit(other))
            for member in members.indices where member % 2 == half {
                all.append(FittingText(gold[members[member]], &sampler, hasPeoples: hasPeoples[members[member]]))
            }
        }
        return fitter.fit(all)
    }

    /// Annotates every text with a table fitted on the texts of other sources.
    public func crossValidated(folds: Int) throws(PipelineError) -> [MarkedText] {
        var predicted = gold
        let fold = foldOfTexts(folds)
        for current in 0..<folds {
            let table = try fitted(gold.indices.filter { fold[$0] != current })
            let held = texts.indices.filter { fold[$0] == current }
            for (index, text) in zip(held, try annotated(held.map { gold[$0] }, table)) { predicted[index] = text }
        }
        return predicted
    }

    /// Annotates other texts with the table fitted on all of these.
    public func annotated(_ others: [MarkedText]) throws(PipelineError) -> [MarkedText] { try annotated(others, fitted(Array(gold.indices))) }

    private func annotated(_ others: [MarkedText], _ table: EvidenceTable) throws(PipelineError) -> [MarkedText] {
        let annotator = try Annotator(lexicon: lexicon, options: AnnotatorOptions(layers: .entities), table: table)
        var document = Document()
        return others.map { text in
            document.reset(text: text.text, date: text.date)
            annotator.annotate(&document)
            return MarkedText(document, id: text.id, lexicon: lexicon)
        }
    }

    /// Texts of one source share a fold; sources go to the fold with the fewest texts, those with most texts first.
    private func foldOfTexts(_ folds: Int) -> [Int] {
        let bySource = Dictionary(grouping: gold.indices) { Self.host(gold[$0].source ?? gold[$0].id) }
        var (result, sizes) = ([Int](repeating: 0, count: gold.count), [Int](repeating: 0, count: folds))
        for (_, members) in bySource.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            let fold = sizes.indices.min { sizes[$0] < sizes[$1] } ?? 0
            for member in members { result[member] = fold }
            sizes[fold] += members.count
        }
        return result
    }

    /// `www.example.org` of `https://www.example.org/news/1`.
    private static func host(_ address: String) -> String {
        guard let scheme = address.firstRange(of: "://") else { return address }
        return String(address[scheme.upperBound...].prefix { $0 != "/" })
    }
}
