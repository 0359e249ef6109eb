import Gazette
import Testing

@testable import GazetteEvaluation

/// What counts as right for a specification, and that a wrong value never does.
@Suite struct NumberViewTests {
    private static func gold(_ id: String, _ text: String, _ surface: String, _ type: String, _ resolution: String) throws -> MarkedText {
        let start = text.utf8.count - (text.range(of: surface).map { text[$0.lowerBound...].utf8.count } ?? 0)
        let json =
            #"{"id":"\#(id)","text":"\#(text)","expect":[{"start":\#(start),"end":\#(start + surface.count),"type":"\#(type)","resolution":\#(resolution)}]}"#
        return try #require(try RecognizersGold(origin: "x").read(JSONValue(Array(json.utf8), 0..<json.utf8.count)))
    }

    private func correct(_ gold: MarkedText, _ text: String, _ predicted: [Short]) throws -> Counts? {
        var gold = gold
        gold.id = "1"
        return Evaluation(try Comparison(gold: [gold], predicted: [.make(text, [.numbers: predicted])])).counts(.numbers, "exact")
    }

    @Test(arguments: [
        (Short("$20", "money", "20"), Counts(correct: 1)), (Short("$20", "money", "2"), Counts(incorrect: 1)),
        (Short("20 a head", "cardinal", "20"), Counts(incorrect: 1)), (Short("head", "cardinal", "1"), Counts(missed: 1, spurious: 1)),
        (Short("head", "quantity", "1"), Counts(missed: 1)),
    ])
    func aBareNumberMayStandInAnAmount(predicted: Short, counts: Counts) throws {
        let gold = try Self.gold("Number/NumberModel#1", "They want $20 a head", "20", "number", #"{"value":"20"}"#)
        #expect(try correct(gold, "They want $20 a head", [predicted]) == counts)
    }

    @Test(arguments: [
        (Short("30 years old", "age", "30", ["comparator": ">"]), Counts(correct: 1)),
        (Short("30", "cardinal", "30", ["comparator": ">"]), Counts(correct: 1)),
        (Short("30 years old", "age", "30", ["comparator": ">="]), Counts(incorrect: 1)),
        (Short("30 years old", "age", "30", ["comparator": "<"]), Counts(incorrect: 1)),
        (Short("30", "cardinal", "31", ["comparator": ">"]), Counts(incorrect: 1)),
        (Short("2", "cardinal", "2"), Counts(missed: 1)),
    ])
    func aBoundNeedsItsSide(predicted: Short, counts: Counts) throws {
        let text = "He is more than 30 years old, 2 inches taller"
        let gold = try Self.gold("Number/NumberRangeModel#1", text, "more than 30", "numberrange", #"{"value":"(30,)"}"#)
        #expect(try correct(gold, text, [predicted]) == counts)
    }

    @Test(arguments: [
        (Short("6 kg", "quantity", "6", ["unit": "kg"]), Counts(correct: 1)), (Short("6 kg", "quantity", "6", ["unit": "mg"]), Counts(incorrect: 1)),
        (Short("6 kg", "quantity", "6", ["unit": "Cel"]), Counts(missed: 1)),
    ])
    func ducklingWeighsInGrams(predicted: Short, counts: Counts) throws {
        let json = #"{"id":"1","kind":"Quantity","section":"allExamples","text":"6 kg of meat","parsed":{"value":6000.0,"unit":"Gram"}}"#
        let gold = try #require(try DucklingGold(origin: "x").read(JSONValue(Array(json.utf8), 0..<json.utf8.count)))
        #expect(try correct(gold, "6 kg of meat", [predicted]) == counts)
    }

    @Test func unitsWithoutNumbersAndOtherCurrencies() throws {
        let bare = try Self.gold("NumberWithUnit/CurrencyModel#1", "the dollar fell", "dollar", "currency", #"{"value":null,"unit":"Dollar"}"#)
        #expect(bare.layers[.numbers] == [])
        let cents = try Self.gold("NumberWithUnit/CurrencyModel#1", "up 12 cents", "12 cents", "currency", #"{"value":"12","unit":"Cent"}"#)
        #expect(cents.layers[.numbers]?.first?.values == ["0.12"])
        let yen = try Self.gold("NumberWithUnit/CurrencyModel#1", "5 yen", "5 yen", "currency", #"{"value":"5","isoCurrency":"JPY"}"#)
        #expect(try correct(yen, "5 yen", [Short("5 yen", "money", "5", ["unit": "CNY"])]) == Counts(incorrect: 1))
    }
}
