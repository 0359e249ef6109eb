import Foundation
import Testing

@testable import Gazette

@Suite struct ArticleReaderTests {
    private func read(_ line: String) throws -> Article {
        var (reader, article) = (ArticleReader(), Article())
        let bytes = Array(line.utf8)
        try reader.read(json: bytes, 0..<bytes.count, into: &article)
        return article
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        scalar.utf16.map { unit in
            let digits = String(unit, radix: 16, uppercase: unit % 2 == 0)
            return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }.joined()
    }

    @Test func everyScalarCanBeEscaped() throws {
        for start in stride(from: UInt32(0), to: 0x110000, by: 4096) {
            let scalars = (start..<start + 4096).compactMap(Unicode.Scalar.init)
            if scalars.isEmpty { continue }
            let article = try read("{\"text\":\"\(scalars.map(Self.escaped).joined())\"}")
            var expected = String.UnicodeScalarView()
            expected.append(contentsOf: scalars)
            #expect(article.text == Array(String(expected).utf8), "from U+\(String(start, radix: 16))")
        }
    }

    @Test func otherFieldsStayByteForByte() throws {
        let line = #"{ "id" : 1.50e+3 , "title":"\u00e9\ud800","nested":{"a":[1,{"b":null}]},"text":"x","z":[]}"#
        let article = try read(line)
        #expect(
            String(decoding: article.fields, as: UTF8.self)
                == #"{"id" : 1.50e+3,"title":"\u00e9\ud800","nested":{"a":[1,{"b":null}]},"text":"x","z":[]"#)
        #expect(article.id == "1.50e+3")
    }

    @Test func dateIsRead() throws {
        #expect(try read(#"{"text":"","date":"2024-02-29T10:00:00Z"}"#).date == CalendarDate(year: 2024, month: 2, day: 29))
        #expect(try read(#"{"text":"","date":"2023-02-29"}"#).date == nil)
        #expect(try read(#"{"text":"","date":20230228}"#).date == nil)
    }

    /// Whatever Foundation refuses is refused, and what it takes comes out alike, over mutations of a valid record.
    @Test func agreesWithFoundationOnMutations() throws {
        let seed = Array(#"{"id":"é1","n":[-1.5e3,true,null,{"k":"\"\\\u0041"}],"text":"Kabul, 3 o’clock\n","z":{}}"#.utf8)
        var random = SplitMix64(state: 7)
        for _ in 0..<20_000 {
            var bytes = seed
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                let index = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: index)
                default: bytes.insert(bytes[Int.random(in: bytes.indices, using: &random)], at: index)
                }
            }
            var (reader, article) = (ArticleReader(), Article())
            guard (try? reader.read(json: bytes, 0..<bytes.count, into: &article)) != nil else { continue }
            let theirs = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
            #expect((theirs?["text"] as? String).map { Array($0.utf8) } == article.text, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
