/// Writes annotated articles as JSON Lines. One belongs to a worker.
public struct RecordWriter {
    private let lexicon: Lexicon
    private let layers: LayerSet
    private let unit: OffsetUnit
    private var map: OffsetMap
    private var json = JSONBuffer()
    private var pairs = PairWriter()
    private var isFirst = true

    public init(lexicon: Lexicon, layers: LayerSet = .all, unit: OffsetUnit = .codepoint) {
        (self.lexicon, self.layers, self.unit) = (lexicon, layers, unit)
        map = OffsetMap(unit: unit)
    }

    /// Appends the article's record and a line feed.
    public mutating func append(_ article: Article, _ document: Document, to output: inout [UInt8]) {
        map.reset(text: document.text)
        swap(&json.bytes, &output)
        json.bytes.append(contentsOf: article.fields)
        for layer in layers.layers {
            json.append(article.fields.count > 1 || layer != layers.layers.first ? ",\"" : "\"")
            json.append(raw: layer.rawValue)
            json.append("\":[")
            append(layer, document)
            json.append("]")
        }
        json.append(",\"gazette\":{\"version\":")
        json.appendString(Version.current)
        json.append(",\"lexicon\":")
        json.appendString(lexicon.digest)
        json.append(",\"offsets\":")
        json.appendString(unit.rawValue)
        json.append("}}\n")
        swap(&json.bytes, &output)
    }

    /// Appends `{"error":…,"line":N}` in the place of a record that failed.
    static func appendError(_ failure: Failure, to output: inout [UInt8]) {
        var json = JSONBuffer(bytes: [])
        json.append("{\"error\":")
        json.appendString(failure.problem)
        if let line = failure.origin.line { json.append(raw: ",\"line\":\(line)") }
        json.append("}\n")
        output += json.bytes
    }

    private mutating func append(_ layer: Layer, _ document: Document) {
        isFirst = true
        switch layer {
        case .sentences: pairs.append(document.sentences, map, to: &json.bytes)
        case .tokens: pairs.append(document.tokens.lazy.map(\.range), map, to: &json.bytes)
        case .entities: for mention in document.entities { append(mention, document) }
        case .dates: for expression in document.dates { append(expression, document) }
        case .numbers: for expression in document.numbers { append(expression, document) }
        case .stance: for mark in document.stance { append(mark, document) }
        }
    }

    // MARK: Layers with attributes

    private mutating func append(_ mention: EntityMention, _ document: Document) {
        open(mention.range, document)
        field("label", mention.label.description)
        if let entry = mention.entry {
            field("id", lexicon.id(of: entry))
            field("name", lexicon.name(of: entry))
        }
        close(mention.evidence)
    }

    private mutating func append(_ expression: TemporalExpression, _ document: Document) {
        open(expression.range, document)
        field("type", expression.kind.rawValue)
        field("value", expression.value)
        if let modifier = expression.modifier { field("mod", modifier.rawValue) }
        if let bounds = expression.bounds {
            field("earliest", bounds.lowerBound.description)
            field("latest", bounds.upperBound.description)
        }
        close(expression.evidence)
    }

    private mutating func append(_ expression: NumericExpression, _ document: Document) {
        open(expression.range, document)
        field("type", expression.kind.rawValue)
        field("value", expression.value)
        if let comparator = expression.comparator { field("comparator", comparator.rawValue) }
        if let lower = expression.lower { field("lower", lower) }
        if let upper = expression.upper { field("upper", upper) }
        if let unit = expression.unit { field("unit", unit) }
        if let counted = expression.counted { span("counted", counted, document) }
        close(expression.evidence)
    }

    private mutating func append(_ mark: StanceMark, _ document: Document) {
        let cue = lexicon.cue(mark.cue)
        open(mark.range, document)
        field("category", cue.category.name)
        if let uncertainty = cue.uncertainty { field("uncertainty", uncertainty.name) }
        field("lemma", cue.lemma)
        if cue.polarity != 0 { field("polarity", cue.polarity > 0 ? "+" : "-") }
        if mark.isNegated { json.append(",\"negated\":true") }
        close(mark.evidence)
    }

    // MARK: Parts

    private mutating func separate() {
        if !isFirst { json.append(",") }
        isFirst = false
    }

    private mutating func open(_ range: ByteRange, _ document: Document) {
        separate()
        json.append("{")
        appendSpan(range, document)
    }

    private mutating func appendSpan(_ range: ByteRange, _ document: Document) {
        json.append("\"start\":")
        json.append(map.offset(range.start, in: document.text))
        json.append(",\"end\":")
        json.append(map.offset(range.end, in: document.text))
        json.append(",\"text\":")
        json.appendString(document.text[range.indices])
    }

    private mutating func span(_ name: StaticString, _ range: ByteRange, _ document: Document) {
        key(name)
        json.append("{")
        appendSpan(range, document)
        json.append("}")
    }

    private mutating func key(_ name: StaticString) {
        json.append(",\"")
        json.append(name)
        json.append("\":")
    }

    private mutating func field(_ name: StaticString, _ value: String) {
        key(name)
        json.appendString(value)
    }

    private mutating func field(_ name: StaticString, _ value: ExactDecimal) {
        key(name)
        json.append(raw: value.description)
    }

    private mutating func close(_ evidence: Evidence) {
        field("source", evidence.description(in: lexicon))
        json.append("}")
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
