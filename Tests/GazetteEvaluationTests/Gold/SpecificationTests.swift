import Gazette
import Testing

@testable import GazetteEvaluation

@Suite struct SpecificationTests {
    private func recognizers(_ id: String, _ expected: String, extra: String = "") throws -> MarkedText? {
        let json =
            #"{"id":"\#(id)","text":"due by then","reference_datetime":"2016-11-07T00:00:00","complete":true,"expect":[\#(expected)]\#(extra)}"#
        let bytes = Array(json.utf8)
        return try RecognizersGold(origin: "x").read(JSONValue(bytes, 0..<bytes.count))
    }

    @Test(arguments: [
        (#"{"Timex":"XXXX-XX-15","FutureResolution":{"date":"2016-11-15"},"PastResolution":{"date":"2016-10-15"}}"#, "2016-10-15", true),
        (#"{"Timex":"XXXX-XX-15","FutureResolution":{"date":"2016-11-15"},"PastResolution":{"date":"2016-10-15"}}"#, "2016-12-15", false),
        (#"{"values":[{"timex":"2016-11-04T09","type":"datetime","value":"2016-11-04 09:00:00"}]}"#, "2016-11-04T09:00", true),
        (#"{"values":[{"timex":"T07:30","type":"time","value":"07:30:00"}]}"#, "2016-11-07T07:30", true),
        (#"{"values":[{"timex":"P3D","type":"duration","value":"259200"}]}"#, "P3D", true),
    ]) func anyCandidateOfADateCounts(resolution: String, predicted: String, isRight: Bool) throws {
        let text = try recognizers("DateTime/DateTimeModel#1", #"{"start":4,"end":11,"type":"datetimeV2.date","resolution":\#(resolution)}"#)
        let gold = try #require(text?.layers[.dates]?.first)
        #expect(gold.sharesValue(with: Mark(gold.range, values: [predicted])) == isRight)
    }

    @Test func aRangeCountsByItsDays() throws {
        let resolution = #"{"values":[{"timex":"2016-11","type":"daterange","start":"2016-11-04","end":"2016-11-22"}]}"#
        let text = try recognizers("DateTime/DateTimeModel#1", #"{"start":4,"end":11,"type":"datetimeV2.daterange","resolution":\#(resolution)}"#)
        let gold = try #require(text?.layers[.dates]?.first)
        #expect(gold.sharesValue(with: Mark(gold.range, values: ["x"], attributes: ["interval": "2016-11-04/2016-11-22"])))
    }

    @Test(arguments: [
        ("16400000", ["16400000"]), ("56%", ["56"]), ("[20,30)", ["20..30"]), ("(5,)", [">5"]), ("(,5]", ["<=5"]), ("[5,5]", ["5"]),
        ("0.3333333333", ["0.333333"]),
    ])
    func numbersAreBroughtToOneForm(value: String, wanted: [String]) { #expect(SpecificationValue.numbers(value) == wanted) }

    @Test func casesThatFailOnARuntimeAreGroupedApart() throws {
        let mark = #"{"start":4,"end":6,"type":"number","resolution":{"value":"2"}}"#
        #expect(try recognizers("Number/NumberModel#1", mark)?.groups.first == "supported")
        #expect(try recognizers("Number/NumberModel#1", mark, extra: #","not_supported":"java""#)?.groups.first == "partly")
        #expect(try recognizers("Number/NumberModel#1", mark, extra: #","not_supported":"dotnet, java""#)?.groups.first == "unsupported")
        #expect(try recognizers("Number/OrdinalModel#1", mark)?.scope == [.numbers: ["ordinal"]])
        #expect(try recognizers("Sequence/URLModel#1", mark) == nil)
    }

    @Test func ducklingsWholeTextIsTheValue() throws {
        func read(_ json: String) throws -> MarkedText? {
            try DucklingGold(origin: "x").read(JSONValue(Array(json.utf8), 0..<json.utf8.count))
        }
        let range = try read(
            #"{"id":"1","kind":"AmountOfMoney","section":"allExamples","text":"10 to 20 euros","parsed":{"from":10.0,"to":20.0,"unit":"EUR"}}"#)
        #expect(range?.layers[.numbers] == [Mark(ByteRange(0, 14), label: "money", values: ["10..20"], attributes: ["unit": "EUR"])])
        let week = try read(
            #"{"id":"2","kind":"Time","section":"allExamples","text":"this week","parsed":{"kind":"datetime","grain":"Week","value":"2013-02-11"}}"#)
        #expect(week?.layers[.dates]?.first?.values == ["2013-W07", "2013-02-11/2013-02-18"])
        let none = try read(#"{"id":"3","kind":"Duration","section":"negativeCorpus","text":"in days","negative":true}"#)
        #expect(none?.layers[.dates] == [])
    }
}
