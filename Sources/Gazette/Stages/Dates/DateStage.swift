/// Finds temporal expressions and gives them TIMEX3 values (TimeML 1.2.1).
///
/// Only tokens that a date can hang on are looked at: words of the date lexicons and numbers. From such a trigger it looks back for where an
/// expression may begin, and takes the longest one that reaches the trigger. What was found is then placed on the calendar, in the text's order.
struct DateStage: Stage {
    static let requires: LayerSet = [.sentences, .tokens]
    static let assigns: LayerSet = .dates

    let lexicon: Lexicon
    let dayFirst: Bool

    /// How many tokens before a trigger an expression may begin.
    private static let reach = 8

    private static let triggers = WordClasses([
        .month, .weekday, .season, .timeUnit, .dayPart, .dateWord, .setWord, .era, .decade, .holiday, .timeZone, .number,
    ])

    private let roles: RoleTable

    init(lexicon: Lexicon, dayFirst: Bool) {
        (self.lexicon, self.dayFirst) = (lexicon, dayFirst)
        roles = RoleTable(lexicon: lexicon)
    }

    mutating func run(on document: inout Document) {
        document.dates = expressions(in: PartedNumbers.document(document))
    }

    private func expressions(in document: Document) -> [TemporalExpression] {
        let matches = matches(in: document)
        if matches.isEmpty { return [] }
        let tenses = TenseReader(document: document, lexicon: lexicon)
        var resolver = DateResolver(today: document.date ?? Dateline.date(matches.map(\.match), document), tenses: tenses)
        return matches.map { found in
            let sentence = (found.sentence, document.sentenceTokens[found.sentence])
            return resolver.expression(found.match, in: sentence, range: document.byteRange(of: found.match.tokens))
        }
    }

    private func matches(in document: Document) -> [(match: DateMatch, sentence: Int)] {
        var found: [(match: DateMatch, sentence: Int)] = []
        var text = DateText(document: document, lexicon: lexicon, roles: roles, dayFirst: dayFirst)
        for (number, sentence) in document.sentenceTokens.enumerated() {
            text.sentence = sentence.lowerBound..<joinedEnd(number, document)
            var (index, floor) = (sentence.lowerBound, sentence.lowerBound)
            (index, floor) = (max(index, found.last?.match.end ?? 0), max(floor, found.last?.match.end ?? 0))
            while index < sentence.upperBound {
                guard isTrigger(index, document), let match = match(reaching: index, from: floor, text) else {
                    index += 1
                    continue
                }
                found.append((match, number))
                (index, floor) = (match.end, match.end)
            }
        }
        return found
    }

    /// The sentence's end, or the next one's where the break only seems one: `10 p.m. Wednesday`, `10 a.m. EST`, `Oct. 26`.
    private func joinedEnd(_ number: Int, _ document: Document) -> Int {
        let sentence = document.sentenceTokens[number]
        guard number + 1 < document.sentenceTokens.count, let last = sentence.last, document.tokens[last].classes.intersects(Self.openEnds),
            case let next = document.sentenceTokens[number + 1], let first = next.first, document.tokens[first].gap == .space,
            document.tokens[first].kind == .number || document.tokens[first].classes.intersects(Self.continuations)
        else { return sentence.upperBound }
        return next.upperBound
    }

    private static let openEnds = WordClasses([.dateRole, .month, .timeZone])
    private static let continuations = WordClasses([.month, .weekday, .timeZone])

    private func isTrigger(_ index: Int, _ document: Document) -> Bool {
        let token = document.tokens[index]
        if token.classes.intersects(Self.triggers) || token.kind == .number { return true }
        if token.classes.intersects(.phrase), beginsPhrase(index, document) { return true }
        if hasDigit(token, document) { return true }
        guard token.classes.contains(.number), index + 1 < document.tokens.count else { return false }
        return document.tokens[index + 1].classes.contains(.number)
    }

    /// Whether a longer surface of a date class begins at a token; most words that begin any surface fail at the next one.
    private func beginsPhrase(_ index: Int, _ document: Document) -> Bool {
        guard index + 1 < document.tokens.count else { return false }
        let node = lexicon.node(after: document.tokens[index].word)
        let next = document.isHyphen(at: index + 1) && index + 2 < document.tokens.count ? index + 2 : index + 1
        guard node != 0, lexicon.node(from: node, by: document.tokens[next].word) != 0 else { return false }
        var matches: [LexicalMatch] = []
        lexicon.appendMatches(at: index, in: document, to: &matches)
        return matches.contains { match in
            guard case .word(let wordClass, _) = match.reading.meaning else { return false }
            return WordClasses([wordClass]).intersects(Self.phrases)
        }
    }

    /// Whether a word begins or ends with a digit: `1990s`, `17th`, `Q3`, `FY2012`.
    private func hasDigit(_ token: Token, _ document: Document) -> Bool {
        guard token.kind == .word else { return false }
        return document.text[Int(token.range.start)] &- 48 < 10 || document.text[Int(token.range.end) - 1] &- 48 < 10
    }

    private static let phrases = WordClasses([.dateWord, .holiday, .comparator, .setWord, .timeZone])

    /// The longest expression that begins at or before a trigger and reaches it.
    private func match(reaching trigger: Int, from floor: Int, _ text: DateText) -> DateMatch? {
        var start = trigger
        while start > floor, trigger - start < Self.reach, isLead(start - 1, text) { start -= 1 }
        while start <= trigger {
            if let match = DateGrammar.match(at: start, in: text), match.end > trigger, match.tokens.lowerBound >= floor, !isTitle(match.tokens, text)
            {
                return match
            }
            start += 1
        }
        return nil
    }

    /// Whether a capital makes a unit part of a title amid small letters or quotation marks: `ABC's "This Week"`, `on 60 Minutes`.
    private func isTitle(_ tokens: TokenRange, _ text: DateText) -> Bool {
        guard let last = text.token(tokens.upperBound - 1), last.shape == .title, last.classes.contains(.timeUnit), tokens.count > 1,
            let before = text.token(tokens.lowerBound - 1)
        else { return false }
        return !before.shape.isCapitalized
    }

    /// Whether an expression may begin with a token or reach across it to its trigger.
    private func isLead(_ index: Int, _ text: DateText) -> Bool {
        guard let token = text.token(index) else { return false }
        let isWord = token.classes.intersects(Self.leads) && (token.classes.contains(.comparator) || text.role(index)?.isLead ?? true)
        let isLink = text.role(index) == .on && text.modifier(index - 1) != nil
        return isWord || isLink || token.kind == .number || hasDigit(token, text.document) || text.isHyphen(index) || text.isApostrophe(index)
            || text.isByte("/", at: index)
    }

    private static let leads = WordClasses([.dateRole, .number, .multiplier, .ordinal, .fraction, .comparator, .dateModifier])
}
