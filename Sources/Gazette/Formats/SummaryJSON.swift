/// Writes a document's summary as a JSON object.
struct SummaryJSON {
    let lexicon: Lexicon

    func append(_ summary: StanceSummary, to json: inout JSONBuffer) {
        json.append("{")
        json.append(raw: "\"sentences\":\(summary.sentences),\"hedged\":\(share(summary.hedgedSentences, summary))")
        json.append(raw: ",\"attributed\":\(share(summary.attributedSentences, summary)),\"categories\":")
        append(summary.marks, to: &json)
        append("sources", summary.sources, to: &json)
        append("entities", summary.entities, to: &json)
        json.append("}")
    }

    /// A part of all sentences, rounded to three places.
    private func share(_ count: Int, _ summary: StanceSummary) -> String {
        if summary.sentences == 0 { return "0" }
        let thousandths = (count * 2000 + summary.sentences) / (2 * summary.sentences)
        if thousandths == 1000 { return "1" }
        let digits = String(thousandths)
        return "0." + String(repeating: "0", count: 3 - digits.count) + digits
    }

    private func append(_ counts: StanceSummary.Counts, to json: inout JSONBuffer) {
        json.append("{")
        var isFirst = true
        for category in StanceCategory.allCases where counts.byCategory[Int(category.rawValue)] > 0 {
            json.append(raw: "\(isFirst ? "" : ",")\"\(category.name)\":\(counts.byCategory[Int(category.rawValue)])")
            isFirst = false
        }
        json.append("}")
    }

    private func append(_ name: String, _ groups: [StanceSummary.Group], to json: inout JSONBuffer) {
        json.append(raw: ",\"\(name)\":[")
        for (index, group) in groups.enumerated() {
            if index > 0 { json.append(",") }
            json.append("{")
            append(group.name, to: &json)
            json.append(raw: ",\"marks\":\(group.counts.total),\"categories\":")
            append(group.counts, to: &json)
            json.append("}")
        }
        json.append("]")
    }

    private func append(_ name: StanceSummary.GroupName, to json: inout JSONBuffer) {
        switch name {
        case .writer: json.append("\"writer\":true")
        case .unnamed: json.append("\"writer\":false")
        case .text(let text):
            json.append("\"text\":")
            json.appendString(text)
        case .entry(let entry):
            json.append("\"text\":")
            json.appendString(lexicon.name(of: entry))
            json.append(",\"id\":")
            json.appendString(lexicon.id(of: entry))
        }
    }
}
