/// Counts a document's stance by category, speaker and entity.
struct SummaryStage: Stage {
    static let requires: LayerSet = [.sentences, .entities, .stance, .quotations]
    static let assigns: LayerSet = .summary

    private let lexicon: Lexicon

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    mutating func run(on document: inout Document) {
        var summary = StanceSummary()
        summary.sentences = document.sentences.count
        summary.hedgedSentences = sentences(holding: uncertain(document), document)
        summary.attributedSentences = sentences(holding: document.quotations.map(\.content), document)
        var (sources, entities) = (Groups(), Groups())
        for mark in document.stance {
            let category = lexicon.cue(mark.cue).category
            summary.marks.add(category)
            sources.add(source(of: mark, document), category)
        }
        addEntities(document, to: &entities)
        summary.sources = sources.sorted
        summary.entities = entities.sorted
        document.summary = summary
    }

    private func uncertain(_ document: Document) -> [ByteRange] {
        document.stance.filter { mark in
            let cue = lexicon.cue(mark.cue)
            return cue.category == .hedge || cue.uncertainty != nil
        }.map(\.range)
    }

    /// How many sentences a range overlaps; ranges need not be in order.
    private func sentences(holding ranges: [ByteRange], _ document: Document) -> Int {
        var count = 0
        var place = 0
        var covered: Int32 = 0
        let sorted = ranges.sorted()
        for sentence in document.sentences {
            while place < sorted.count, sorted[place].start < sentence.end {
                covered = max(covered, sorted[place].end)
                place += 1
            }
            if covered > sentence.start { count += 1 }
        }
        return count
    }

    private func source(of mark: StanceMark, _ document: Document) -> StanceSummary.GroupName {
        guard let quotation = mark.quotation.map({ document.quotations[$0] }) else { return .writer }
        guard let speaker = quotation.speaker else { return .unnamed }
        return quotation.entity.flatMap { document.entities[$0].entry }.map { .entry($0) } ?? .text(document[speaker])
    }

    /// Every mention that begins in the scope of a mark; scopes are no longer than a clause or quotation.
    private func addEntities(_ document: Document, to groups: inout Groups) {
        for mark in document.stance {
            guard let scope = mark.scope else { continue }
            let category = lexicon.cue(mark.cue).category
            for mention in document.entities[document.firstEntity(from: scope.start)...].prefix(Self.mostMentions) {
                guard mention.range.end <= scope.end else { break }
                groups.add(mention.entry.map { .entry($0) } ?? .text(document[mention.range]), category)
            }
        }
    }

    /// A scope with more mentions than this is no clause.
    private static let mostMentions = 64

    /// Groups in the order in which they come.
    private struct Groups {
        private var places: [StanceSummary.GroupName: Int] = [:]
        private var groups: [StanceSummary.Group] = []

        mutating func add(_ name: StanceSummary.GroupName, _ category: StanceCategory) {
            let place = places[name] ?? groups.count
            if place == groups.count {
                places[name] = place
                groups.append(StanceSummary.Group(name: name))
            }
            groups[place].counts.add(category)
        }

        var sorted: [StanceSummary.Group] {
            groups.enumerated().sorted { ($1.element.counts.total, $0.offset) < ($0.element.counts.total, $1.offset) }.map(\.element)
        }
    }
}

extension Document {
    /// The place of the first entity that starts at or behind an offset.
    func firstEntity(from offset: Int32) -> Int { entities.partitioningIndex { $0.range.start >= offset } }
}
