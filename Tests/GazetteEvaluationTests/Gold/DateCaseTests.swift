import Gazette
import Testing

@testable import GazetteEvaluation

/// The mapping between the cases of Recognizers-Text and Duckling and a record's dates: what is the same in other letters is right, a wrong date never.
@Suite struct DateCaseTests {
    struct Prediction: Sendable {
        var text: String
        var value: String
        var type = "DATE"
        var attributes: [String: String] = [:]
    }

    private func isRight(_ gold: MarkedText?, _ predictions: [Prediction]) throws -> Bool {
        let gold = try #require(gold)
        var predicted = MarkedText(id: gold.id, text: gold.text, date: gold.date)
        let text = String(decoding: gold.text, as: UTF8.self)
        predicted.layers[.dates] = try predictions.map { prediction in
            let range = try #require(text.utf8.firstRange(of: Array(prediction.text.utf8)))
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return Mark(
                ByteRange(start, start + prediction.text.utf8.count), label: prediction.type, values: [prediction.value],
                attributes: prediction.attributes)
        }
        let evaluation = Evaluation(try Comparison(gold: [gold], predicted: [predicted]))
        return try #require(evaluation.row(.dates, "cases")).total.complete.correct == 1
    }

    private func duckling(_ text: String, _ parsed: String) throws -> MarkedText? {
        let json =
            #"{"id":"1","kind":"Time","section":"allExamples","text":"\#(text)","reference_datetime":"2013-02-12T04:30:00-02:00","parsed":\#(parsed)}"#
        return try DucklingGold(origin: "x").read(JSONValue(Array(json.utf8), 0..<json.utf8.count))
    }

    private func recognizers(_ text: String, _ expected: String, _ resolution: String) throws -> MarkedText? {
        let start = try #require(text.firstRange(of: expected)).lowerBound
        let offset = text.distance(from: text.startIndex, to: start)
        let json =
            #"{"id":"DateTime/DateTimeModel#1","text":"\#(text)","reference_datetime":"2016-11-07T00:00:00","complete":true,"expect":[{"start":\#(offset),"#
            + #""end":\#(offset + expected.count),"text":"\#(expected)","type":"datetimeV2.daterange","resolution":\#(resolution)}]}"#
        return try RecognizersGold(origin: "x").read(JSONValue(Array(json.utf8), 0..<json.utf8.count))
    }

    private static let days = "interval"

    @Test(arguments: [
        ("on 2/15", #"{"grain":"Day","value":"2013-02-15"}"#, Prediction(text: "2/15", value: "2013-02-15"), true),
        ("on 2/15", #"{"grain":"Day","value":"2013-02-15"}"#, Prediction(text: "2/15", value: "2012-02-15"), false),
        ("3pm", #"{"grain":"Hour","value":"2013-02-12T15"}"#, Prediction(text: "3pm", value: "2013-02-12T15:00", type: "TIME"), true),
        ("3pm", #"{"grain":"Hour","value":"2013-02-12T15"}"#, Prediction(text: "3pm", value: "2013-02-12T03:00", type: "TIME"), false),
        (
            "9:30 - 11:00", #"{"grain":"Minute","start":"2013-02-12T09:30","end_exclusive":"2013-02-12T11:01"}"#,
            Prediction(text: "9:30 - 11:00", value: "2013-02-12T09:30/2013-02-12T11:00", type: "TIME"), true
        ),
        (
            "July 13-15", #"{"grain":"Day","start":"2013-07-13","end_exclusive":"2013-07-16"}"#,
            Prediction(text: "July 13-15", value: "2013-07-13/2013-07-15", attributes: [days: "2013-07-13/2013-07-16"]), true
        ),
        (
            "July 13-15", #"{"grain":"Day","start":"2013-07-13","end_exclusive":"2013-07-16"}"#,
            Prediction(text: "July 13-15", value: "2013-07-13/2013-07-16", attributes: [days: "2013-07-13/2013-07-17"]), false
        ),
        (
            "last two weeks", #"{"grain":"Week","start":"2013-01-28","end_exclusive":"2013-02-11"}"#,
            Prediction(text: "last two weeks", value: "P2W", type: "DURATION", attributes: [days: "2013-01-29/2013-02-12"]), true
        ),
        (
            "last two weeks", #"{"grain":"Week","start":"2013-01-28","end_exclusive":"2013-02-11"}"#,
            Prediction(text: "last two weeks", value: "P2W", type: "DURATION", attributes: [days: "2013-02-13/2013-02-27"]), false
        ),
        ("a year ago", #"{"grain":"Month","value":"2012-02"}"#, Prediction(text: "a year ago", value: "2012"), true),
        ("a year ago", #"{"grain":"Month","value":"2012-02"}"#, Prediction(text: "a year ago", value: "2011"), false),
        (
            "end of April", #"{"grain":"Day","start":"2013-04-21","end_exclusive":"2013-05-01"}"#,
            Prediction(text: "end of April", value: "2013-04", attributes: ["mod": "END"]), true
        ),
        (
            "end of April", #"{"grain":"Day","start":"2013-04-21","end_exclusive":"2013-05-01"}"#,
            Prediction(text: "end of April", value: "2013-04", attributes: ["mod": "START"]), false
        ),
        (
            "Thursday 8:00 GMT", #"{"grain":"Minute","value":"2013-02-14T06:00"}"#,
            Prediction(text: "Thursday 8:00 GMT", value: "2013-02-14T08:00Z", type: "TIME"), true
        ),
    ]) func ducklingsValues(text: String, parsed: String, prediction: Prediction, isRight: Bool) throws {
        #expect(try self.isRight(try duckling(text, parsed), [prediction]) == isRight)
    }

    @Test(arguments: [
        (
            "from March to May", #"{"values":[{"timex":"(XXXX-03-01,XXXX-05-01,P2M)","start":"2016-03-01","end":"2016-05-01"}]}"#,
            [
                Prediction(text: "March", value: "2016-03", attributes: [days: "2016-03-01/2016-04-01"]),
                Prediction(text: "May", value: "2016-05", attributes: [days: "2016-05-01/2016-06-01"]),
            ], true
        ),
        (
            "from March to May", #"{"values":[{"timex":"(XXXX-03-01,XXXX-05-01,P2M)","start":"2016-03-01","end":"2016-05-01"}]}"#,
            [
                Prediction(text: "March", value: "2016-03", attributes: [days: "2016-03-01/2016-04-01"]),
                Prediction(text: "May", value: "2017-05", attributes: [days: "2017-05-01/2017-06-01"]),
            ], false
        ),
        (
            "before 2018", #"{"values":[{"timex":"2018","Mod":"before","end":"2018-01-01"}]}"#,
            [Prediction(text: "2018", value: "2018", attributes: [days: "2018-01-01/2019-01-01"])], true
        ),
        (
            "before 2018", #"{"values":[{"timex":"2018","Mod":"before","end":"2018-01-01"}]}"#,
            [Prediction(text: "2018", value: "2019", attributes: [days: "2019-01-01/2020-01-01"])], false
        ),
        (
            "10 am for 3 hours", #"{"values":[{"timex":"(T10,T13,PT3H)","start":"10:00:00","end":"13:00:00"}]}"#,
            [Prediction(text: "10 am", value: "2016-11-07T10:00", type: "TIME"), Prediction(text: "3 hours", value: "PT3H", type: "DURATION")], true
        ),
        (
            "10 am for 3 hours", #"{"values":[{"timex":"(T10,T13,PT3H)","start":"10:00:00","end":"13:00:00"}]}"#,
            [Prediction(text: "10 am", value: "2016-11-07T10:00", type: "TIME"), Prediction(text: "3 hours", value: "PT2H", type: "DURATION")], false
        ),
        (
            "a few minutes", #"{"values":[{"timex":"PT3M","value":"180"}]}"#, [Prediction(text: "a few minutes", value: "PTXM", type: "DURATION")],
            true
        ),
        (
            "half a year", #"{"values":[{"timex":"P0.5Y","value":"15768000"}]}"#, [Prediction(text: "half a year", value: "P6M", type: "DURATION")],
            true
        ),
        ("an hour", #"{"values":[{"timex":"PT1H","value":"3600"}]}"#, [Prediction(text: "an hour", value: "PT2H", type: "DURATION")], false),
        ("an hour", #"{"values":[{"timex":"PT1H","value":"3600"}]}"#, [], false),
    ]) func recognizersValues(expected: String, resolution: String, predictions: [Prediction], isRight: Bool) throws {
        #expect(try self.isRight(try recognizers("It is \(expected), they said.", expected, resolution), predictions) == isRight)
    }
}
