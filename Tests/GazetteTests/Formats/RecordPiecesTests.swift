import Testing

@testable import Gazette

@Suite struct RecordPiecesTests {
    /// Pieces of every length come back as they were written, whatever came between, and at the end of what is kept too.
    @Test func piecesComeBackAsTheyWere() {
        let count = 300
        let texts = (0..<count).map { number in String(repeating: "\(number),", count: number % 41) + "|" }
        var pieces = RecordPieces()
        var (written, json) = (JSONBuffer(), JSONBuffer())
        for number in 0..<count where number % 3 != 0 {
            #expect(!pieces.append(number, to: &written))
            let start = written.count
            written.append(raw: texts[number])
            pieces.keep(written, from: start, as: number, of: count)
            pieces.prepare(number)
            #expect(pieces.append(number, to: &json))
            #expect(String(decoding: json.bytes.suffix(texts[number].utf8.count), as: UTF8.self) == texts[number])
        }
        for number in 0..<count {
            json.removeAll()
            #expect(pieces.append(number, to: &json) == (number % 3 != 0))
            #expect(String(decoding: json.bytes, as: UTF8.self) == (number % 3 != 0 ? texts[number] : ""))
        }
    }
}
