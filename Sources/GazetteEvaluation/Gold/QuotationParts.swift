import Gazette

/// The parts of a quotation, each of which is compared for itself: marks with the labels `cue`, `speaker` and `content`.
struct QuotationParts {
    var cues: [ByteRange]
    var speakers: [ByteRange]
    var contents: [ByteRange]
    /// Whether the content stands in quotation marks; nil where gold does not tell.
    var isDirect: Bool?
    var evidence: String?

    /// The marks of quotations; a stretch that several share is one mark. A cue bears the head of its speaker, a content its cue and speaker.
    static func marks(_ quotations: [QuotationParts], in text: [UInt8]) -> [Mark] {
        var seen: Set<Mark> = []
        var marks: [Mark] = []
        func add(_ mark: Mark) {
            if seen.insert(Mark(mark.range, label: mark.label)).inserted { marks.append(mark) }
        }
        for quotation in quotations {
            let head = quotation.speakers.first.map { ["head": Self.head(String(decoding: text[$0.indices], as: UTF8.self))] } ?? [:]
            for range in quotation.cues { add(Mark(range, label: "cue", attributes: head, evidence: quotation.evidence)) }
            for range in quotation.speakers { add(Mark(range, label: "speaker", evidence: quotation.evidence)) }
            let kind = quotation.isDirect.map { ["direct": "\($0)"] } ?? [:]
            var parts: [String: ByteRange] = [:]
            parts["cue"] = quotation.cues.first
            parts["speaker"] = quotation.speakers.first
            for range in quotation.contents { add(Mark(range, label: "content", attributes: kind, parts: parts, evidence: quotation.evidence)) }
        }
        return marks
    }

    /// The last word of a noun phrase before its first comma, bracket, dash, preposition or relative pronoun.
    private static func head(_ phrase: String) -> String {
        let words = phrase.split(whereSeparator: \.isWhitespace)
        var head = words.first.map(String.init) ?? ""
        for word in words {
            if following.contains(String(word)) || "(–—-".contains(word.prefix(1)) { break }
            head = String(word)
            if let last = head.last, ",:;".contains(last) {
                head.removeLast()
                break
            }
        }
        return head
    }

    private static let following: Set<String> = ["of", "for", "at", "from", "in", "on", "with", "to", "by", "who", "which", "that"]
}

/// Reads the parts of quotations from JSON.
struct QuotationReader {
    let reader: MarkReader

    /// Gazette's own form.
    func quotations(_ items: [JSONValue]) throws(GoldError) -> [Mark] {
        var parts: [QuotationParts] = []
        for (index, item) in items.enumerated() {
            parts.append(
                QuotationParts(
                    cues: try spans(item["cue"].map { [$0] }, index), speakers: try spans(item["speaker"].map { [$0] }, index),
                    contents: try spans(item["content"].map { [$0] }, index), isDirect: item["direct"]?.bool, evidence: item["source"]?.text))
        }
        return QuotationParts.marks(parts, in: reader.text)
    }

    /// PolNeAR's form: lists of stretches; of cues and sources the first, as they have seldom more.
    func attributions(_ items: [JSONValue]) throws(GoldError) -> [Mark] {
        var parts: [QuotationParts] = []
        for (index, item) in items.enumerated() {
            parts.append(
                QuotationParts(
                    cues: try spans(item["cue"]?.array?.first.map { [$0] }, index),
                    speakers: try spans(item["source"]?.array?.first.map { [$0] }, index),
                    contents: try spans(item["content"]?.array, index)))
        }
        return QuotationParts.marks(parts, in: reader.text)
    }

    private func spans(_ items: [JSONValue]?, _ index: Int) throws(GoldError) -> [ByteRange] {
        var ranges: [ByteRange] = []
        for item in items ?? [] { ranges.append(try reader.part(item, index)) }
        return ranges
    }
}
