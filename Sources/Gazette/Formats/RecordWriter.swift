/// Writes annotated articles as JSON Lines. One belongs to a worker.
public struct RecordWriter {
    private let lexicon: Lexicon
    /// The wanted layers with their keys as they are written, and what ends every record.
    private let layers: [(layer: Layer, key: [UInt8])]
    private let ending: [UInt8]
    private var map: OffsetMap
    private var json = JSONBuffer()
    private let pairs = PairWriter()
    private let digits = DigitWriter()
    /// What is said of cues, and the names of the lexicon's files.
    private var (cues, files) = (RecordPieces(), RecordPieces())

    public init(lexicon: Lexicon, layers: LayerSet = .all, unit: OffsetUnit = .codepoint) {
        self.lexicon = lexicon
        self.layers = layers.layers.map { ($0, Array("\"\($0.rawValue)\":".utf8)) }
        ending = Self.ending(lexicon, unit)
        map = OffsetMap(unit: unit)
    }

    private static func ending(_ lexicon: Lexicon, _ unit: OffsetUnit) -> [UInt8] {
        var json = JSONBuffer()
        json.append(",\"gazette\":{\"version\":")
        json.appendString(Version.current)
        json.append(",\"lexicon\":")
        json.appendString(lexicon.digest)
        json.append(",\"offsets\":")
        json.appendString(unit.rawValue)
        json.append("}}\n")
        return json.bytes
    }

    /// Appends the article's record and a line feed.
    public mutating func append(_ article: Article, _ document: Document, to output: inout [UInt8]) {
        json.removeAll()
        append(article, document)
        json.append(to: &output)
    }

    /// The same without a copy.
    mutating func append(_ article: Article, _ document: Document, to output: inout JSONBuffer) {
        swap(&json, &output)
        append(article, document)
        swap(&json, &output)
    }

    private mutating func append(_ article: Article, _ document: Document) {
        prepareRecords(of: document)
        map.reset(text: document.text)
        json.append(article.fields)
        var needsComma = article.fields.count > 1
        for (layer, key) in layers {
            if needsComma { json.append(",") }
            needsComma = true
            json.append(key)
            append(layer, document)
        }
        json.append(ending)
    }

    /// How many mentions are looked up ahead.
    private static let mostPrepared = 2_000
    /// How many marks before it is written a mark's piece is asked for; twice as many before, where that lies.
    private static let marksAhead = 8

    /// Asks for the memory of what the lexicon has of entities, each of which may lie in another place.
    private func prepareRecords(of document: Document) {
        for case let entry? in document.entities.prefix(Self.mostPrepared).lazy.map(\.entry) { lexicon.prepareRecord(of: entry) }
    }

    /// Likewise for the texts of these records, which are there by now.
    private func prepareTexts(of document: Document) {
        for case let entry? in document.entities.prefix(Self.mostPrepared).lazy.map(\.entry) { lexicon.prepareTexts(of: entry) }
    }

    /// Appends `{"error":…,"line":N}` in the place of a record that failed.
    static func appendError(_ failure: Failure, to json: inout JSONBuffer) {
        json.append("{\"error\":")
        json.appendString(failure.problem)
        if let line = failure.origin.line {
            json.append(",\"line\":")
            json.append(line)
        }
        json.append("}\n")
    }

    private mutating func append(_ layer: Layer, _ document: Document) {
        if layer == .summary { return SummaryJSON(lexicon: lexicon).append(document.summary, to: &json) }
        json.append("[")
        switch layer {
        case .sentences: pairs.append(document.sentences, map, to: &json)
        case .tokens: pairs.append(document.tokens, map, to: &json)
        case .entities:
            prepareTexts(of: document)
            for mention in document.entities { append(mention, document) }
        case .dates: for expression in document.dates { append(expression, document) }
        case .numbers: for expression in document.numbers { append(expression, document) }
        case .stance:
            for index in document.stance.indices {
                let (near, far) = (index + Self.marksAhead, index + 2 * Self.marksAhead)
                if far < document.stance.count { cues.preparePlace(Int(document.stance[far].cue.rawValue)) }
                if near < document.stance.count { cues.prepare(Int(document.stance[near].cue.rawValue)) }
                append(document.stance[index], document)
            }
        case .quotations: for quotation in document.quotations { append(quotation, document) }
        case .summary: break
        }
        if json.last == UInt8(ascii: ",") { json.removeLast() }
        json.append("]")
    }

    // MARK: Layers with attributes

    private mutating func append(_ mention: EntityMention, _ document: Document) {
        open(mention.range, document)
        if mention.label == .custom, let entry = mention.entry {
            field(",\"label\":\"", lexicon.labelBytes(of: entry))
        } else {
            field(",\"label\":\"", mention.label.literal)
        }
        if let entry = mention.entry {
            field(",\"id\":\"", lexicon.idBytes(of: entry))
            field(",\"name\":\"", lexicon.nameBytes(of: entry))
        }
        if mention.isAlternative { json.append(",\"alternative\":true") }
        close(mention.evidence)
    }

    private mutating func append(_ expression: TemporalExpression, _ document: Document) {
        open(expression.range, document)
        field(",\"type\":\"", expression.kind.literal)
        field(",\"value\":\"", expression.value)
        if let modifier = expression.modifier { field(",\"mod\":\"", modifier.rawValue) }
        if let bounds = expression.bounds {
            json.append(",\"earliest\":\"")
            json.append(bounds.lowerBound)
            json.append("\",\"latest\":\"")
            json.append(bounds.upperBound)
            json.append("\"")
        }
        close(expression.evidence)
    }

    private mutating func append(_ expression: NumericExpression, _ document: Document) {
        open(expression.range, document)
        field(",\"type\":\"", expression.kind.literal)
        number(",\"value\":", expression.value)
        if let comparator = expression.comparator { field(",\"comparator\":\"", comparator.rawValue) }
        if let lower = expression.lower { number(",\"lower\":", lower) }
        if let upper = expression.upper { number(",\"upper\":", upper) }
        if let unit = expression.unit { field(",\"unit\":\"", unit) }
        if let counted = expression.counted {
            json.append(",\"counted\":")
            append(counted, document)
        }
        close(expression.evidence)
    }

    private mutating func append(_ mark: StanceMark, _ document: Document) {
        open(mark.range, document)
        append(mark.cue)
        if mark.isNegated { json.append(",\"negated\":true") }
        if let scope = mark.scope {
            json.append(",\"scope\":")
            append(pair: scope)
        }
        if let quotation = mark.quotation { appendSpeaker(of: document.quotations[quotation], as: ",\"source\":", document) }
        if mark.isQuoted { json.append(",\"quoted\":true") }
        if case .row(let row) = mark.evidence {
            json.append(",\"lexicon\":\"")
            append(row)
        } else {
            json.append("},")
        }
    }

    private mutating func append(_ quotation: Quotation, _ document: Document) {
        open(quotation.range, document)
        json.append(quotation.isDirect ? ",\"direct\":true" : ",\"direct\":false")
        if let cue = quotation.cue {
            json.append(",\"cue\":")
            append(cue, document)
        }
        appendSpeaker(of: quotation, as: ",\"speaker\":", document)
        json.append(",\"content\":")
        append(pair: quotation.content)
        close(quotation.evidence)
    }

    /// Who speaks, if that is known: a span, and the id of the entity that it names.
    private mutating func appendSpeaker(of quotation: Quotation, as key: StaticString, _ document: Document) {
        guard let speaker = quotation.speaker else { return }
        json.append(key)
        open(speaker, document)
        if let entry = quotation.entity.flatMap({ document.entities[$0].entry }) { field(",\"id\":\"", lexicon.idBytes(of: entry)) }
        json.append("}")
    }

    // MARK: Parts

    private mutating func append(_ range: ByteRange, _ document: Document) {
        open(range, document)
        json.append("}")
    }

    /// An object as far as its text. An annotation ends with a comma, the last of which is taken back.
    private mutating func open(_ range: ByteRange, _ document: Document) {
        append("{\"start\":", range, ",\"end\":", ",\"text\":\"")
        json.appendEscaped(document.text, range)
        json.append("\"")
    }

    /// A range's offsets with what stands before, between and behind them.
    @inline(__always)
    private mutating func append(_ opening: StaticString, _ range: ByteRange, _ middle: StaticString, _ ending: StaticString) {
        let (start, end) = (UInt32(bitPattern: map.offset(range.start)), UInt32(bitPattern: map.offset(range.end)))
        json.append(opening, start, middle, end, ending, digits)
    }

    /// The key is given as it is written, up to the value's opening quotation mark.
    @inline(__always)
    private mutating func field(_ key: StaticString, _ value: String) {
        json.append(key)
        json.appendEscaped(value)
        json.append("\"")
    }

    @inline(__always)
    private mutating func field(_ key: StaticString, _ value: Lexicon.TextInPlace) {
        json.append(key)
        json.appendEscaped(value)
        json.append("\"")
    }

    /// A value that needs no escapes.
    @inline(__always)
    private mutating func field(_ key: StaticString, _ value: StaticString) {
        json.append(key)
        json.append(value)
        json.append("\"")
    }

    @inline(__always)
    private mutating func append(pair range: ByteRange) { append("[", range, ",", "]") }

    @inline(__always)
    private mutating func number(_ key: StaticString, _ value: ExactDecimal) {
        json.append(key)
        json.append(value)
    }

    private mutating func close(_ evidence: Evidence) {
        switch evidence {
        case .row(let row):
            json.append(",\"source\":\"")
            append(row)
        case .rule(let name):
            append(rule: name)
            json.append("\"},")
        case .memory(let name, let row):
            append(rule: name)
            if let row {
                json.append("<")
                append(row)
            } else {
                json.append("\"},")
            }
        }
    }

    private mutating func append(rule name: StaticName) {
        json.append(",\"source\":\"rule:")
        json.append(name.literal)
    }

    // MARK: What the lexicon has

    /// A row as `entities/countries.tsv:12`, and the end of the annotation.
    private mutating func append(_ row: RowReference) {
        let file = Int(row.file)
        if !files.append(file, to: &json) {
            let start = json.count
            json.appendEscaped(lexicon.fileBytes(of: row))
            files.keep(json, from: start, as: file, of: lexicon.fileCount)
        }
        json.append(":", row.line, "\"},", digits)
    }

    private mutating func append(_ id: CueID) {
        let number = Int(id.rawValue)
        if cues.append(number, to: &json) { return }
        let (start, cue) = (json.count, lexicon.cueRecord(id))
        field(",\"category\":\"", (StanceCategory(rawValue: cue.category) ?? .hedge).literal)
        if let uncertainty = Uncertainty(rawValue: cue.uncertainty &- 1) { field(",\"uncertainty\":\"", uncertainty.literal) }
        field(",\"lemma\":\"", lexicon.lemmaBytes(of: id))
        if cue.polarity != 0 { field(",\"polarity\":\"", (cue.polarity > 0 ? "+" : "-") as StaticString) }
        cues.keep(json, from: start, as: number, of: lexicon.counts.cues)
    }
}

extension Evidence {
    /// `entities/countries.tsv:12` for a row, `rule:acronym` for a rule, `rule:surname<entities/people.tsv:40` for a rule that leans on a row.
    public func description(in lexicon: Lexicon) -> String {
        switch self {
        case .row(let row): return lexicon.description(of: row)
        case .rule(let name): return "rule:\(name)"
        case .memory(let name, let row): return row.map { "rule:\(name)<\(lexicon.description(of: $0))" } ?? "rule:\(name)"
        }
    }
}
