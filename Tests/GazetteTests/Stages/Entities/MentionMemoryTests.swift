import Testing

@testable import Gazette

/// What is noted of chosen names by token and by word, and what the lists say of tokens, against asking every name.
@Suite struct MentionMemoryTests {
    /// Some of a stage's spans that do not overlap, each with a group.
    private static func mentions(_ stage: EntityStage, _ random: inout SplitMix64) -> [MentionMap.Mention] {
        var end = 0
        return stage.spans.spans.indices.compactMap { index in
            let tokens = stage.spans.spans[index].tokens
            guard tokens.lowerBound >= end, Bool.random(using: &random) else { return nil }
            end = tokens.upperBound
            return MentionMap.Mention(span: index, of: stage.spans, NameGroup.allCases.randomElement(using: &random) ?? .other)
        }
    }

    private static func part(_ token: Int, _ mention: MentionMap.Mention) -> MentionMap.Part {
        let tokens = mention.tokens
        if tokens.count == 1 { return .whole }
        return token == tokens.lowerBound ? .first : token == tokens.upperBound - 1 ? .last : .inside
    }

    @Test func mapAndMemoryKnowWhatWasChosen() throws {
        var random = SplitMix64(state: 3)
        var (map, memory) = (MentionMap(), MentionMemory())
        try EvidenceSpansTests.forEachChoice { stage, document in
            var numbers = stage.numbers
            let chosen = Self.mentions(stage, &random)
            map.learn(chosen, document)
            memory.learn(chosen, &numbers, document)
            for token in -2..<document.tokens.count + 2 {
                let own = chosen.first { $0.tokens.contains(token) }
                let role = map.role(at: token)
                #expect(role.isNone == (own == nil))
                if let own { #expect(role.group == own.group.rawValue && role.part == Self.part(token, own).rawValue) }
            }
            for token in document.tokens.indices {
                let word = numbers.number(at: token, document)
                #expect(Self.counts(memory.record(of: word)) == Self.counts(of: word, chosen, &numbers, document))
            }
        }
    }

    /// By group, then part.
    private static func counts(_ record: MentionMemory.Record) -> [Int: Int] {
        var counts: [Int: Int] = [:]
        record.each { place, count in counts[place] = Int(count) }
        return counts
    }

    private static func counts(
        of word: Int, _ chosen: [MentionMap.Mention], _ numbers: inout WordNumbers, _ document: Document
    ) -> [Int: Int] {
        var counts: [Int: Int] = [:]
        for mention in chosen {
            for token in Set([mention.tokens.lowerBound, mention.tokens.upperBound - 1]) where numbers.number(at: token, document) == word {
                let place = mention.group.rawValue * MentionMemory.Record.partCount + part(token, mention).rawValue
                counts[place] = min((counts[place] ?? 0) + 1, 15)
            }
        }
        return counts
    }

    @Test func tokensKnowTheEntriesThatBeginEndAndCoverThem() throws {
        try EvidenceSpansTests.forEachChoice { stage, document in
            var reader = EvidenceReader(lexicon: Project.lexicon)
            var numbers = stage.numbers
            reader.reset(stage.spans.spans, stage.candidates, &numbers, document, stage.names)
            let listed = stage.candidates.filter { $0.rule == .listed && !$0.isGuarded }
            for token in Set(stage.spans.spans.flatMap { Array($0.tokens) }) {
                let starting = listed.filter { $0.tokens.lowerBound == token }
                let ending = listed.filter { $0.tokens.upperBound == token + 1 }
                let longest = listed.filter { $0.tokens.count > 1 && $0.tokens.contains(token) }.map(\.tokens.count).max()
                let found = reader.listed[token]
                #expect(found.starting == Self.groups(starting) && found.ending == Self.groups(ending))
                #expect(starting.map(\.tokens.count).min() == (starting.isEmpty ? nil : Int(found.shortestStarting)))
                #expect(ending.map(\.tokens.count).min() == (ending.isEmpty ? nil : Int(found.shortestEnding)))
                #expect(longest == (found.end == 0 ? nil : Int(found.end - found.start)))
            }
        }
    }

    private static func groups(_ candidates: [Candidate]) -> UInt8 {
        candidates.reduce(0) { $0 | 1 << UInt8(NameGroup($1.label).rawValue) }
    }
}
