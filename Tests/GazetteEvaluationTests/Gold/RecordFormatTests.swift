import Gazette
import Testing

@testable import GazetteEvaluation

@Suite("Gold as JSON Lines")
struct RecordFormatTests {
    @Test(
        "Entities come under several names and in several forms",
        arguments: [
            #""entities":[{"start":0,"end":3,"label":"PER"}]"#, #""spans":[{"start":0,"end":3,"label":"PER"}]"#,
            #""ents":[{"start":0,"end":3,"label":"PER"}]"#, #""entities":[[0,3,"PER"]]"#,
            #""entities":[{"start":0,"end":3,"type":"PER","text":"Ann"}]"#,
        ])
    func entities(field: String) throws {
        let texts = try Folder().read("gold.jsonl", "{\"text\":\"Ann fell.\",\(field)}\n\n")
        #expect(texts.map { $0.shown(.entities) } == [["Ann/PER"]])
        #expect(texts[0].layers.keys.map(\.rawValue) == ["entities"])
    }

    @Test(
        "Offsets count what the caller or the record says",
        arguments: [
            (OffsetUnit.codepoint, 4, 7), (.utf16, 5, 8), (.utf8, 8, 11),
        ])
    func units(unit: OffsetUnit, start: Int, end: Int) throws {
        let mark = "\"entities\":[[\(start),\(end),\"PER\"]]"
        let stated = try Folder().read("a.jsonl", "{\"text\":\"😀é  Ann\",\(mark)}", unit: unit)
        #expect(stated[0].shown(.entities) == ["Ann/PER"])
        let recorded = try Folder().read("a.jsonl", "{\"text\":\"😀é  Ann\",\"gazette\":{\"offsets\":\"\(unit.rawValue)\"},\(mark)}")
        #expect(recorded[0].shown(.entities) == ["Ann/PER"])
    }

    @Test(
        "Bad gold is an error that says where and what",
        arguments: [
            (#"{"text":"Ann","entities":[[0,4,"PER"]]}"#, "entities[0] 0–4 lies outside of the text, which has 3 code points"),
            (#"{"text":"Ann","entities":[[2,2,"PER"]]}"#, "entities[0] 2–2 is empty; end must lie behind start"),
            (
                #"{"text":"Ann","entities":[{"start":0,"end":2,"label":"PER","text":"Ann"}]}"#,
                "entities[0] says 'Ann', but its offsets, read as code points, hold 'An'"
            ),
            (#"{"entities":[]}"#, "field 'text' is missing or no string"),
            (#"{"text":"Ann","entities":3}"#, "field 'entities' is no array"),
        ])
    func badRecords(line: String, problem: String) throws {
        let folder = try Folder()
        let path = try folder.write("gold.jsonl", "{\"text\":\"first\"}\n" + line + "\n")
        #expect { try GoldFile(path: path).read() } throws: { "\($0)" == "\(path):2: \(problem)" }
    }

    @Test("A record with some layers is gold for these; an empty one says that there is nothing")
    func someLayers() throws {
        let text = try #require(try Folder().read("gold.jsonl", #"{"text":"Ann","entities":[],"partial":["dates"],"dates":[]}"#).first)
        #expect(text.layers[.entities] == [] && text.layers[.numbers] == nil && text.partial == [.dates])
    }

    @Test("Gazette's own records are gold and predictions too")
    func records() throws {
        let line = #"""
            {"id":"a","text":"They may pay 5 dollars by Friday.","date":"2024-01-03","sentences":[[0,33]],"stance":[{"start":5,"end":8,"category":"modality"}],
            "numbers":[{"start":13,"end":22,"type":"money","value":5,"unit":"USD"}],
            "dates":[{"start":26,"end":32,"type":"DATE","value":"2024-01-05","earliest":"2024-01-05","latest":"2024-01-05"}]}
            """#
        let text = try #require(try Folder().read("gold.jsonl", line.replacing("\n", with: "")).first)
        #expect(text.shown(.stance) == ["may/modality"] && text.shown(.numbers) == ["5 dollars/money"] && text.shown(.dates) == ["Friday/DATE"])
        #expect(text.layers[.dates]?.first?.attributes["interval"] == "2024-01-05/2024-01-06")
        #expect(text.layers[.numbers]?.first?.attributes["unit"] == "USD")
        #expect(text.date == CalendarDate(iso8601: "2024-01-03"))
    }

    @Test("A specification case is scored for the types of its model")
    func recognizers() throws {
        let line = #"""
            {"id":"DateTime/DateParser#1","text":"back on Jan 5","reference_datetime":"2016-11-07T00:00:00","expect":[{"start":8,"end":13,"type":"date",
            "resolution":{"Timex":"XXXX-01-05","FutureResolution":{"date":"2017-01-05"},"PastResolution":{"date":"2016-01-05"}}}],"complete":true}
            """#
        let text = try #require(try Folder().read("cases.jsonl", line.replacing("\n", with: "")).first)
        #expect(text.shown(.dates) == ["Jan 5/DATE"] && text.scope[.dates] == ["DATE"])
        #expect(text.layers[.dates]?.first?.values == ["2016-01-05", "2017-01-05", "XXXX-01-05"])
    }

    @Test("Duckling's examples are one value each, its negative ones none")
    func duckling() throws {
        let lines = #"""
            {"text":"3 kilometers","section":"allExamples","parsed":{"unit":"Kilometre","value":3.0},"id":"a","kind":"Distance","expect":[]}
            {"text":"10 cents","section":"allExamples","parsed":{"unit":"Cent","value":10.0},"id":"b","kind":"AmountOfMoney","expect":[]}
            {"text":"exactly dollars","section":"negativeCorpus","negative":true,"id":"c","kind":"AmountOfMoney","expect":[]}
            """#
        let texts = try Folder().read("corpus.jsonl", lines)
        #expect(texts.map { $0.shown(.numbers) } == [["3 kilometers/quantity"], ["10 cents/money"], []])
        #expect(texts.prefix(2).map { $0.layers[.numbers]?.first?.values } == [["3"], ["0.1"]])
    }
}
