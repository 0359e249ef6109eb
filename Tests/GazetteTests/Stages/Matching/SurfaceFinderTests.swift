import Foundation
import Testing

@testable import Gazette

/// The surfaces that are found at once against those that are asked for token by token.
@Suite struct SurfaceFinderTests {
    private static let texts = [
        "", "-", "The United States of America", "US, us, U.S. and the U.S. Federal Reserve", "Soviet-Afghan War and Soviet - Afghan War",
        "New\nYork", "New\n\nYork", "prime minister PRIME MINISTER Prime-Minister", "in fact, in Fact IN FACT", "New York-", "New-York-City New-",
        "New\u{2011}York", "may be, may May", "Ministry of Foreign Affairs of the Islamic Republic of Pakistan", "the last quarter of 2023",
    ]

    @Test func findsWhatIsAskedForTokenByToken() throws {
        let annotator = try Annotator(lexicon: Project.lexicon)
        let seeds = try String(contentsOf: Project.root.appendingPathComponent("seeds/kabul-border-shelling.txt"), encoding: .utf8)
        for text in Self.texts + [seeds] { check(annotator.annotate(text), text) }
    }

    @Test func findsWhatIsAskedForInHostileText() throws {
        let annotator = try Annotator(lexicon: Project.lexicon)
        var random = SplitMix64(state: 7)
        let pieces =
            Self.texts.flatMap { $0.split(separator: " ").map(String.init) } + ["-", "\u{2010}", "\n", "\n\n", "New", "York", "of", "the", "é"]
        for _ in 0..<300 {
            let text = (0..<12).map { _ in pieces[Int.random(in: pieces.indices, using: &random)] }
                .joined(separator: Bool.random(using: &random) ? " " : "-")
            check(annotator.annotate(text), text)
        }
    }

    private func check(_ document: Document, _ text: String) {
        for token in document.tokens.indices {
            var wanted: [LexicalMatch] = []
            Project.lexicon.appendMatches(at: token, in: document, to: &wanted)
            wanted.removeAll { $0.tokens.count == 1 && Self.isWord($0) }
            let found = document.surfaces(at: token).map { document.surfaces[$0] }
            #expect(found.map(\.tokens) == wanted.map(\.tokens), "at \(token) in '\(text)'")
            #expect(found.map { Int($0.reading) } == wanted.map { Self.number(of: $0.reading) }, "at \(token) in '\(text)'")
            let classes = document.tokens[token].classes
            #expect(classes.intersects(.longer) == found.contains { $0.tokens.count > 1 }, "at \(token) in '\(text)'")
            #expect(classes.intersects(.listed) == found.contains { $0.kind == .entry }, "at \(token) in '\(text)'")
            #expect(classes.intersects(.cue) == found.contains { $0.kind == .cue }, "at \(token) in '\(text)'")
        }
    }

    private static func number(of reading: Lexicon.Reading) -> Int {
        if case .cue(_, let cue) = reading.meaning { return Int(cue.rawValue) }
        return reading.index
    }

    private static func isWord(_ match: LexicalMatch) -> Bool {
        if case .word = match.reading.meaning { return true }
        return false
    }
}
