import Testing

@testable import Gazette

@Suite struct WordNumbersTests {
    /// Of every word, and every row of up to three words, whether equal numbers are equal words.
    @Test(arguments: ["", "Paris", "Paris and Paris", "Zorvex met Zorvex Plc and zorvex", "the Bank of the Bank of the Bank", "née nee NÉE"])
    func numbersEqualWordsAlike(text: String) throws {
        let document = try Annotator(lexicon: Project.lexicon).annotate(text)
        var numbers = WordNumbers()
        numbers.reset(document)
        var found: [Int: [String]] = [:]
        for start in document.tokens.indices {
            for end in start + 1...min(start + 3, document.tokens.count) {
                let words = document.tokens[start..<end].map { $0.word == .unknown ? document[$0.range] : "\($0.word.rawValue)" }
                let number = numbers.row(of: start..<end, document)
                #expect(found[number, default: words] == words)
                found[number] = words
            }
        }
        #expect(Set(found.values).count == found.count)
        #expect(found.count == numbers.count)
    }

    @Test func growsAndForgets() throws {
        let text = (0..<500).map { "zq\($0)x" }.joined(separator: " ")
        let document = try Annotator(lexicon: Project.lexicon).annotate(text)
        var numbers = WordNumbers()
        for _ in 0..<2 {
            numbers.reset(document)
            for index in document.tokens.indices { #expect(numbers.number(at: index, document) == index) }
            #expect(numbers.count == document.tokens.count)
        }
    }
}
