public import Gazette

extension MarkedText {
    /// What the pipeline has found in a document.
    public init(_ document: Document, id: String, lexicon: Lexicon) {
        self.init(id: id, text: document.text, date: document.date)
        layers[.sentences] = document.sentences.map { Mark($0) }
        layers[.tokens] = document.tokens.map { Mark($0.range, attributes: $0.kind == .clitic ? ["kind": "clitic"] : [:]) }
        layers[.entities] = document.entities.map { mention in
            Mark(
                mention.range, label: lexicon.labelName(mention.label, of: mention.entry), id: mention.entry.map { lexicon.id(of: $0) },
                evidence: mention.evidence.description(in: lexicon))
        }
        layers[.dates] = document.dates.map { Self.mark($0, lexicon) }
        layers[.numbers] = document.numbers.map { Self.mark($0, document, lexicon) }
        layers[.stance] = document.stance.map { Self.mark($0, document, lexicon) }
        layers[.quotations] = QuotationParts.marks(
            document.quotations.map { quotation in
                QuotationParts(
                    cues: [quotation.cue].compactMap(\.self), speakers: [quotation.speaker].compactMap(\.self), contents: [quotation.content],
                    isDirect: quotation.isDirect, evidence: quotation.evidence.description(in: lexicon))
            }, in: document.text)
    }

    private static func mark(_ date: TemporalExpression, _ lexicon: Lexicon) -> Mark {
        var attributes: [String: String] = [:]
        attributes["interval"] = date.bounds.map { DateValue.interval($0) }
        attributes["mod"] = date.modifier?.rawValue
        return Mark(
            date.range, label: date.kind.rawValue, values: [date.value], attributes: attributes, evidence: date.evidence.description(in: lexicon))
    }

    private static func mark(_ number: NumericExpression, _ document: Document, _ lexicon: Lexicon) -> Mark {
        var attributes: [String: String] = [:]
        attributes["unit"] = number.unit
        attributes["comparator"] = number.comparator?.rawValue
        attributes["counted"] = number.counted.map { document[$0] }
        return Mark(
            number.range, label: number.kind.rawValue,
            values: NumberValue.canonical(value: number.value.description, lower: number.lower?.description, upper: number.upper?.description),
            attributes: attributes, evidence: number.evidence.description(in: lexicon))
    }

    private static func mark(_ stance: StanceMark, _ document: Document, _ lexicon: Lexicon) -> Mark {
        let cue = lexicon.cue(stance.cue)
        var attributes: [String: String] = [:]
        attributes["uncertainty"] = cue.uncertainty?.name
        attributes["polarity"] = cue.polarity == 0 ? nil : cue.polarity > 0 ? "+" : "-"
        if stance.isNegated { attributes["negated"] = "true" }
        var parts: [String: ByteRange] = [:]
        parts["scope"] = stance.scope
        parts["source"] = stance.quotation.flatMap { document.quotations[$0].speaker }
        return Mark(
            stance.range, label: cue.category.name, attributes: attributes, parts: parts, evidence: stance.evidence.description(in: lexicon))
    }
}

extension MarkedText {
    /// What the pipeline finds in the texts of gold.
    public static func annotating(
        _ gold: [MarkedText], lexicon: Lexicon, options: AnnotatorOptions = AnnotatorOptions()
    ) throws(PipelineError) -> [MarkedText] {
        let annotator = try Annotator(lexicon: lexicon, options: options)
        var document = Document()
        return gold.map { text in
            document.reset(text: text.text, date: text.date, secondOfDay: text.secondOfDay)
            annotator.annotate(&document)
            return MarkedText(document, id: text.id, lexicon: lexicon)
        }
    }
}
