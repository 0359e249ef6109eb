import Testing

@testable import Gazette

/// Records against ones that are put together from strings, character by character where something must be escaped.
@Suite struct RecordWriterTests {
    private static let pieces = [
        "Ana", " ", "said", "“", "”", "\"", "\\", "\n", "\u{1}", "\u{1F}", "é", "€", "😀", "e\u{301}", "\r\n", "/", "Reuters",
        "plain text of some length ",
    ]

    @Test(arguments: OffsetUnit.allCases) func agreesWithInterpolation(unit: OffsetUnit) throws {
        var random = SplitMix64(state: 17)
        var writer = RecordWriter(lexicon: try Project.lexicon([:]), unit: unit)
        var output = JSONBuffer()
        for length in [0, 1, 2, 30, 300, 3_000] {
            let text = (0..<length).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
            let document = Self.annotated(text, &random)
            var article = Article()
            article.fields = Array("{\"id\":1".utf8)
            output.removeAll()
            writer.append(article, document, to: &output)
            var copy: [UInt8] = []
            writer.append(article, document, to: &copy)
            #expect(copy == output.bytes)
            let record = String(decoding: copy, as: UTF8.self)
            let expected = "{\"id\":1" + PlainWriter(document: document, unit: unit).layers + ",\"gazette\":"
            #expect(record.hasPrefix(expected))
            #expect(record.hasSuffix("\"offsets\":\"\(unit.rawValue)\"}}\n"))
        }
    }

    /// A document with layers at random places.
    private static func annotated(_ text: String, _ random: inout SplitMix64) -> Document {
        var document = Document(text)
        var boundaries: [Int32] = [0]
        for scalar in text.unicodeScalars { boundaries.append((boundaries.last ?? 0) + Int32(UTF8.width(scalar))) }
        func range() -> ByteRange {
            let places = [boundaries.randomElement(using: &random) ?? 0, boundaries.randomElement(using: &random) ?? 0].sorted()
            return ByteRange(places[0], places[1])
        }
        for (start, end) in zip(boundaries, boundaries.dropFirst()) where Int.random(in: 0...3, using: &random) > 0 {
            document.tokens.append(Token(range: ByteRange(start, end), word: .unknown, classes: WordClasses(), kind: .word, shape: .none, gap: .none))
        }
        document.sentences = (0..<text.utf8.count / 20).map { _ in range() }.sorted()
        for label in EntityLabel.allCases where !text.isEmpty {
            document.entities.append(EntityMention(range: range(), label: label, evidence: .rule("acronym"), isAlternative: label == .law))
        }
        for kind in TemporalExpression.Kind.allCases where !text.isEmpty {
            let days = CalendarDate(unchecked: 2024, 1, 9)...CalendarDate(unchecked: 2024, 12, 31)
            document.dates.append(
                TemporalExpression(range: range(), kind: kind, value: "P\"1D", modifier: .approx, bounds: days, evidence: .memory("again", nil)))
        }
        for kind in NumericExpression.Kind.allCases where !text.isEmpty {
            let value = ExactDecimal(Int.random(in: -99_999_999...99_999_999, using: &random), exponent: Int.random(in: -4...4, using: &random))
            document.numbers.append(
                NumericExpression(
                    range: range(), kind: kind, value: value, comparator: .atLeast, unit: "EUR", counted: range(), evidence: .rule("count")))
        }
        for isDirect in [true, false] where !text.isEmpty {
            let speaker = isDirect ? range() : nil
            document.quotations.append(Quotation(content: range(), isDirect: isDirect, cue: range(), speaker: speaker, evidence: .rule("marks")))
        }
        return document
    }
}

/// Layers of a record, written as plainly as can be.
private struct PlainWriter {
    let document: Document
    let unit: OffsetUnit

    var layers: String {
        ",\"sentences\":[\(document.sentences.map(pair).joined(separator: ","))]"
            + ",\"tokens\":[\(document.tokens.map { pair($0.range) }.joined(separator: ","))]"
            + ",\"entities\":[\(document.entities.map(entity).joined(separator: ","))],\"dates\":[\(document.dates.map(date).joined(separator: ","))]"
            + ",\"numbers\":[\(document.numbers.map(number).joined(separator: ","))],\"stance\":[]"
            + ",\"quotations\":[\(document.quotations.map(quotation).joined(separator: ","))]"
    }

    private func offset(_ byte: Int32) -> Int {
        let head = String(decoding: document.text[..<Int(byte)], as: UTF8.self)
        return switch unit {
        case .codepoint: head.unicodeScalars.count
        case .utf16: head.utf16.count
        case .utf8: head.utf8.count
        }
    }

    private func pair(_ range: ByteRange) -> String { "[\(offset(range.start)),\(offset(range.end))]" }

    private func span(_ range: ByteRange) -> String {
        var text = ""
        for scalar in document[range].unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\u{1}": text += "\\u0001"
            case "\u{1F}": text += "\\u001f"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return "\"start\":\(offset(range.start)),\"end\":\(offset(range.end)),\"text\":\"\(text)\""
    }

    private func entity(_ mention: EntityMention) -> String {
        let alternative = mention.isAlternative ? ",\"alternative\":true" : ""
        return "{\(span(mention.range)),\"label\":\"\(mention.label.description)\"\(alternative),\"source\":\"rule:acronym\"}"
    }

    private func date(_ expression: TemporalExpression) -> String {
        "{\(span(expression.range)),\"type\":\"\(expression.kind.rawValue)\",\"value\":\"P\\\"1D\",\"mod\":\"APPROX\""
            + ",\"earliest\":\"2024-01-09\",\"latest\":\"2024-12-31\",\"source\":\"rule:again\"}"
    }

    private func number(_ expression: NumericExpression) -> String {
        let counted = expression.counted.map { ",\"counted\":{\(span($0))}" } ?? ""
        return "{\(span(expression.range)),\"type\":\"\(expression.kind.rawValue)\",\"value\":\(expression.value)"
            + ",\"comparator\":\">=\",\"unit\":\"EUR\"\(counted),\"source\":\"rule:count\"}"
    }

    private func quotation(_ quotation: Quotation) -> String {
        let cue = quotation.cue.map { ",\"cue\":{\(span($0))}" } ?? ""
        let speaker = quotation.speaker.map { ",\"speaker\":{\(span($0))}" } ?? ""
        return "{\(span(quotation.range)),\"direct\":\(quotation.isDirect)\(cue)\(speaker)"
            + ",\"content\":\(pair(quotation.content)),\"source\":\"rule:marks\"}"
    }
}

/// The literals of a record against the names of the cases.
@Suite struct RecordNamesTests {
    @Test func literalsAreTheNames() {
        for label in EntityLabel.allCases { #expect(label.literal.description == label.description) }
        for kind in TemporalExpression.Kind.allCases { #expect(kind.literal.description == kind.rawValue) }
        for kind in NumericExpression.Kind.allCases { #expect(kind.literal.description == kind.rawValue) }
        for category in StanceCategory.allCases { #expect(category.literal.description == category.name) }
        for uncertainty in Uncertainty.allCases {
            #expect(uncertainty.literal.description == uncertainty.name)
            #expect(uncertainty.name == String(describing: uncertainty))
        }
    }
}
