public import Gazette

/// How much a compiled lexicon holds.
public struct LexiconStatistics: Sendable {
    /// What is counted of a file, a label, a class or a source.
    public struct Count: Sendable, Hashable {
        public let name: String
        /// Lines of lexicon files.
        public var rows = 0
        /// Different texts that match, apart from their case and diacritics.
        public var surfaces = 0
        /// Different things that entries name.
        public var ids = 0
    }

    public let total: Count
    public let words: Int
    public let files: [Count]
    public let labels: [Count]
    public let classes: [Count]
    public let sources: [Count]

    public init(_ lexicon: Lexicon) {
        var (total, files, labels, classes, sources) = (Tally(), Tallies(), Tallies(), Tallies(), Tallies())
        for (surface, range) in lexicon.surfaceReadings.enumerated() {
            for index in range {
                let reading = lexicon.reading(index)
                let row = UInt64(reading.row.file) << 32 | UInt64(reading.row.line)
                var id: UInt32?
                switch reading.meaning {
                case .entry(let label, let entry):
                    id = entry.rawValue
                    labels.add(reading.isNegative ? NegativeRow.label : lexicon.labelName(label, of: entry), row, surface, id)
                case .word(let wordClass, _): classes.add(wordClass.name, row, surface, nil)
                case .cue(let category, _): classes.add(category.name, row, surface, nil)
                }
                total.add(row, surface, id)
                files.add(lexicon.file(of: reading.row), row, surface, id)
                sources.add(lexicon.source(of: reading), row, surface, id)
            }
        }
        self.total = total.count("total")
        words = lexicon.counts.words
        (self.files, self.labels, self.classes, self.sources) = (files.counts, labels.counts, classes.counts, sources.counts)
    }

    private struct Tally {
        private var rows: Set<UInt64> = []
        private var surfaces: Set<Int> = []
        private var ids: Set<UInt32> = []

        mutating func add(_ row: UInt64, _ surface: Int, _ id: UInt32?) {
            rows.insert(row)
            surfaces.insert(surface)
            if let id { ids.insert(id) }
        }

        func count(_ name: String) -> Count { Count(name: name, rows: rows.count, surfaces: surfaces.count, ids: ids.count) }
    }

    private struct Tallies {
        private var byName: [String: Tally] = [:]

        mutating func add(_ name: String, _ row: UInt64, _ surface: Int, _ id: UInt32?) { byName[name, default: Tally()].add(row, surface, id) }

        /// By name.
        var counts: [Count] { byName.map { $1.count($0) }.sorted { $0.name < $1.name } }
    }
}

extension Lexicon {
    /// For every surface the indices of its readings.
    fileprivate var surfaceReadings: [Range<Int>] {
        let words = records(.words, of: ImageFormat.Word.self).map { Int($0.firstReading)..<Int($0.firstReading) + Int($0.readingCount) }
        let nodes = records(.nodes, of: ImageFormat.Node.self).map { Int($0.firstReading)..<Int($0.firstReading) + Int($0.readingCount) }
        return (words + nodes).filter { !$0.isEmpty }
    }
}
