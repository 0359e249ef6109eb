import Foundation
import Testing

@testable import Gazette

/// The state machine must find exactly ICU's boundaries and statuses; ICU's iterators are the reference.
@Suite(.serialized) struct BoundaryFinderTests {
    private static let locales = ["en", "sv", "ja", "th", "el", "de"]
    private static var isLong: Bool { ProcessInfo.processInfo.environment["GAZETTE_LONG_TESTS"] != nil }

    @Test(arguments: locales) func machinesAreMadeOfEveryLocalesRules(locale: String) throws {
        #expect(try #require(BoundaryFinder(locale: locale, segmenter: .machine)).hasMachines)
        #expect(try #require(BoundaryFinder(locale: locale, segmenter: .icu)).hasMachines == false)
    }

    @Test(arguments: locales) func randomTexts(locale: String) throws {
        var pair = try Pair(locale: locale)
        // Ten million texts for English alone; seconds in a release build, hours in a debug build.
        let count = Self.isLong && locale == "en" ? 10_000_000 : 2_000
        for round in 0..<max(1, count / 10_000) {
            for text in SegmentationTexts.random(count: min(count, 10_000), seed: UInt64(round)) { pair.check(text) }
        }
    }

    @Test(arguments: ["en", "sv", "ja"]) func prose(locale: String) throws {
        var pair = try Pair(locale: locale)
        for text in SegmentationTexts.prose(count: 2_000, seed: 9) { pair.check(text) }
    }

    /// Every code point behind and before letters, digits, spaces and stops.
    @Test func everyCodePointInContext() throws {
        var pair = try Pair(locale: "en")
        let contexts = Self.isLong ? ["a#a", "1#1", ".#A", ". #a", "#.", "#\u{301}", "中#", "ก#", "'#", "a'#", "\r#", "\u{200D}#", "🇵#"] : ["a#1.#A"]
        for context in contexts {
            for first in stride(from: UInt32(0), through: 0x10FFFF, by: 256) {
                let text = (first..<first + 256).compactMap { Unicode.Scalar($0) }.map { context.replacing("#", with: String($0)) }.joined(
                    separator: "\n")
                pair.check(text)
            }
        }
    }

    @Test(arguments: ["WordBreakTest", "SentenceBreakTest"]) func unicodesTests(file: String) throws {
        var pair = try Pair(locale: "en")
        let url = Project.root.appendingPathComponent("corpora/conformance/\(file).txt")
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            var text = ""
            for part in line.prefix(while: { $0 != "#" }).split(whereSeparator: \.isWhitespace) {
                if let scalar = UInt32(part, radix: 16).flatMap(Unicode.Scalar.init) { text.unicodeScalars.append(scalar) }
            }
            pair.check(text)
        }
    }

    /// Stretches that only a dictionary can part stand within others, at both ends, and are longer than a batch of boundaries.
    @Test(arguments: ["我们昨天在北京见了面。", "昨日、東京で会いました。", "เมื่อวานนี้เราพบกัน", "ຂ້ອຍມັກພາສາລາວ", "ខ្ញុំស្រឡាញ់", "မြန်မာဘာသာ"])
    func dictionaryScripts(text: String) throws {
        var pair = try Pair(locale: "en")
        for wrapped in [text, "a" + text, text + "a", "Go to \(text), 3 \(text).", text + " " + text + "\n" + text, "“\(text)”" + text] {
            pair.check(wrapped)
        }
        pair.check(String(repeating: text + " word. ", count: 1_000))
    }

    /// Longer than a batch, so that the machine goes on where it has stopped.
    @Test(arguments: ["a ", ".", "é’s – ", "\u{301}", "😀 "]) func longTexts(piece: String) throws {
        var pair = try Pair(locale: "en")
        pair.check(String(repeating: piece, count: 5_000))
    }

    private struct Pair {
        private var machine: BoundaryFinder
        private var icu: BoundaryFinder
        private var (found, wanted) = (Boundaries(), Boundaries())

        init(locale: String) throws {
            machine = try #require(BoundaryFinder(locale: locale, segmenter: .machine))
            icu = try #require(BoundaryFinder(locale: locale, segmenter: .icu))
        }

        mutating func check(_ text: String) {
            let bytes = Array(text.utf8)
            machine.findWords(in: bytes, into: &found)
            found.spellOut(bytes)
            icu.findWords(in: bytes, into: &wanted)
            compare(text, "words")
            let statuses = found.statuses.prefix(found.count).elementsEqual(wanted.statuses.prefix(wanted.count))
            if !statuses { Issue.record("statuses of \(text.debugDescription)") }
            machine.findSentences(in: bytes, into: &found)
            icu.findSentences(in: bytes, into: &wanted)
            compare(text, "sentences")
        }

        private func compare(_ text: String, _ kind: String) {
            let (found, wanted) = (found.ends.prefix(found.count), wanted.ends.prefix(wanted.count))
            if !found.elementsEqual(wanted) { Issue.record("\(kind) of \(text.debugDescription): \(found) and not \(wanted)") }
        }
    }
}

extension Boundaries {
    /// Lists the boundaries of plain text, byte by byte.
    fileprivate mutating func spellOut(_ text: [UInt8]) {
        var (spelled, start) = ([(end: Int32, status: Int32)](), 0)
        for (end, status) in zip(ends, statuses).prefix(count) {
            for index in start..<Int(end) where status == Self.plain {
                let space = UInt8(ascii: " ")
                let isInside = text[index].isLetter && text[index + 1].isLetter || text[index] == space && text[index + 1] == space
                if !isInside { spelled.append((Int32(index + 1), text[index].isLetter ? Self.letters : 0)) }
            }
            if status != Self.plain { spelled.append((end, status)) }
            start = Int(end)
        }
        (ends, statuses, count) = (spelled.map { $0.end }, spelled.map { $0.status }, spelled.count)
    }
}
