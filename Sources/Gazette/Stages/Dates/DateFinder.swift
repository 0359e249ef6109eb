/// An expression and the sentence it stands in.
struct FoundDate {
    var match: DateMatch
    var sentence: Int
}

/// Finds the expressions of a document, sentence by sentence.
///
/// Only tokens that a date can hang on are looked at: words of the date lexicons, years, times, and numbers that are glued to others. From such
/// a trigger it looks back for where an expression may begin, and takes the longest one that reaches the trigger. No place is tried twice as a
/// beginning, so that the work is linear in the number of tokens.
struct DateFinder {
    /// A reader of the text, whose sentence is the one that was read last.
    private var text: DateText
    var found: [FoundDate] = []
    /// Where the last expression ends.
    private var floor = 0
    /// The places that were last tried as a beginning.
    private var tried = 0..<0
    /// The tokens whose signs were last read.
    private var signed = 0..<0

    /// How many tokens before a trigger an expression may begin.
    private static let reach = 12

    init(text: DateText) { self.text = text }

    /// Reads the sentences that have candidates.
    mutating func read(_ sentences: [TokenRange], _ candidates: borrowing DateCandidates) {
        var (next, number) = (0, 0)
        while next < candidates.count {
            while number < sentences.count, candidates[next] >= sentences[number].upperBound { number += 1 }
            guard number < sentences.count else { break }
            read(number, of: sentences, candidates, &next)
        }
        if let last = sentences.last { text.sentence = last }
    }

    /// Reads a sentence from its first candidate on, and goes on to that of the next one.
    private mutating func read(_ number: Int, of sentences: [TokenRange], _ candidates: borrowing DateCandidates, _ next: inout Int) {
        let sentence = sentences[number]
        text.sentence = sentence.lowerBound..<joinedEnd(number, sentences)
        text.memo.pointee.reset()
        signed = 0..<0
        floor = max(sentence.lowerBound, floor)
        read(candidates, &next, before: sentence.upperBound, of: number, text)
    }

    /// Reads a sentence's candidates. As an argument the reader isn't copied any more, however many functions it is handed to.
    @inline(never)
    private mutating func read(_ candidates: borrowing DateCandidates, _ next: inout Int, before end: Int, of sentence: Int, _ text: DateText) {
        while next < candidates.count, case let index = candidates[next], index < end {
            next += 1
            if next + 1 < candidates.count { text.prepare(candidates[next + 1]) }
            guard index >= floor, Self.isTrigger(index, text, from: floor), var match = match(reaching: index, text) else { continue }
            match.isWhole = text.isWhole(match.tokens)
            floor = match.end
            found.append(FoundDate(match: consume match, sentence: sentence))
        }
    }

    /// Marks what was found where the document is nothing but it: `July 13 - July 15`, `Thursday from 9:30 to 11:00`.
    mutating func markWhole() {
        guard found.count > 1, found.count < 5, text.sentence.lowerBound == 0, text.sentence.upperBound == text.tokens.count else { return }
        var last = 0
        for item in found {
            guard item.match.tokens.lowerBound - last <= 3, (last..<item.match.tokens.lowerBound).allSatisfy(text.isFrame) else { return }
            last = item.match.end
        }
        guard text.tokens.count - last <= 2, (last..<text.tokens.count).allSatisfy(text.isFrame) else { return }
        for index in found.indices { found[index].match.isWhole = true }
    }

    /// The sentence's end, or the next one's where the break only seems one: `10 p.m. Wednesday`, `10 a.m. EST`, `Oct. 26`.
    private func joinedEnd(_ number: Int, _ sentences: [TokenRange]) -> Int {
        let sentence = sentences[number]
        guard number + 1 < sentences.count, let last = sentence.last, text.tokens[last].classes.intersects(Self.openEnds),
            case let next = sentences[number + 1], let first = next.first, text.tokens[first].gap == .space,
            text.tokens[first].kind == .number || text.tokens[first].classes.intersects(Self.continuations)
        else { return sentence.upperBound }
        return next.upperBound
    }

    private static let openEnds = WordClasses([.dateRole, .month, .timeZone])
    private static let continuations = WordClasses([.month, .weekday, .timeZone])

    // MARK: Triggers

    @inline(__always)
    private static func isTrigger(_ index: Int, _ text: DateText, from floor: Int) -> Bool {
        let token = text.tokens[index]
        if token.classes.intersects(DateCandidates.triggers) { return !token.classes.contains(.month) || !isVerb(index, text) }
        if token.kind == .number { return isNumberTrigger(index, text) }
        if token.classes.contains(.number) {
            return text.has(.number, at: text.skippingHyphen(index + 1)) || isHour(before: index + 1, text) || text.role(index - 1) == .past
        }
        return text.hasDigit(index) || text.phraseStart(endingAt: index + 1, from: floor) != nil
    }

    /// Whether a month's name is nothing but a verb here, with no day beside it: `may`, `march`.
    private static func isVerb(_ index: Int, _ text: DateText) -> Bool {
        let token = text.tokens[index]
        guard token.shape == .lower, !token.classes.intersects(nouns), text.month(index) == nil else { return false }
        return !text.isGlued(index) && !text.isGlued(index + 1) && !text.beginsPhrase(index) && !text.facts[index].endsPhrase
    }

    /// What makes a word a trigger that is no month.
    private static let nouns = DateCandidates.triggers.without(WordClasses([.month]))

    /// A year, a day or a time of day in digits; other numbers are part of an expression only if a trigger follows.
    private static func isNumberTrigger(_ index: Int, _ text: DateText) -> Bool {
        let bytes = text.bytes(index)
        if bytes.count == 4 || bytes.count > 5 || text.isApostrophe(index - 1) || !bytes[0].isDigit || !bytes[bytes.count - 1].isDigit { return true }
        if bytes.count == 5, bytes[2] | 0x20 == UInt8(ascii: "h") { return true }
        if text.role(index - 1) == .past { return true }
        if ListedDayRule.month(before: index, text) != nil { return true }
        if !text.isGlued(index + 1) || text.has(.dateRole, at: index + 1) { return isHour(before: index + 1, text) }
        return text.isByte(":", at: index + 1) || text.isByte("/", at: index + 1) || text.isDash(index + 1)
    }

    /// Whether a token makes the number before it an hour: `a.m.`, `o'clock`.
    private static func isHour(before index: Int, _ text: DateText) -> Bool {
        let role = text.role(index)
        return role == .am || role == .pm || role == .oclock
    }

    // MARK: Expressions

    /// The longest expression that begins at or before a trigger and reaches it.
    private mutating func match(reaching trigger: Int, _ text: DateText) -> DateMatch? {
        let starts = Self.first(leadingTo: trigger, text, from: floor)..<trigger + 1
        let done = tried
        tried = starts.lowerBound <= done.upperBound && done.lowerBound <= starts.lowerBound ? done.lowerBound..<starts.upperBound : starts
        readSigns(starts, text)
        for start in starts where !done.contains(start) {
            if let match = DateGrammar.match(at: start, in: text), match.end > trigger, match.tokens.lowerBound >= start, !Self.isTitle(match, text) {
                return match
            }
        }
        return nil
    }

    /// Reads what stands around tokens, unless it is known.
    private mutating func readSigns(_ tokens: TokenRange, _ text: DateText) {
        if signed.lowerBound <= tokens.lowerBound, tokens.upperBound <= signed.upperBound { return }
        let read = text.readSigns(from: tokens.lowerBound, through: tokens.upperBound - 1)
        text.memo.pointee.note(read.signs)
        signed = read.run
    }

    /// Where the run of words that may lead to a trigger begins.
    private static func first(leadingTo trigger: Int, _ text: DateText, from floor: Int) -> Int {
        var start = text.phraseStart(endingAt: trigger + 1, from: floor) ?? trigger
        while start > floor, trigger - start < reach {
            if isLead(start - 1, text) || text.mayBeginSurface(start - 1) {
                start -= 1
            } else if let before = text.phraseStart(endingAt: start, from: floor) {
                start = before
            } else {
                break
            }
        }
        return start
    }

    /// Whether an expression may begin with a token or reach across it to its trigger.
    private static func isLead(_ index: Int, _ text: DateText) -> Bool {
        guard let token = text.token(index) else { return false }
        if token.classes.intersects(leads) {
            guard let role = text.role(index), !token.classes.contains(.comparator) else { return true }
            return role.isLead || role == .on && text.modifier(index - 1) != nil
        }
        return token.kind == .number || text.hasDigit(index) || text.isHyphen(index) || text.isApostrophe(index) || text.isByte("/", at: index)
    }

    private static let leads = WordClasses([.dateRole, .number, .multiplier, .ordinal, .fraction, .comparator, .dateModifier])

    /// Whether capitals make a word part of a name: `USA Today`, `the film "High Noon"`; in a headline all words have them.
    private static func isName(_ match: DateMatch, _ text: DateText) -> Bool {
        let index = match.tokens.lowerBound
        guard match.tokens.count == 1, let token = text.token(index), token.shape == .title, token.classes.contains(.dateWord),
            let before = text.token(index - 1), before.kind == .word, before.shape.isCapitalized, !before.classes.intersects(.dates)
        else { return false }
        return before.shape == .upper || isRunningText(text)
    }

    /// Whether more words of the sentence are in small letters than not.
    private static func isRunningText(_ text: DateText) -> Bool {
        text.sentence.reduce(0) { $0 + (text.tokens[$1].shape == .lower ? 1 : text.tokens[$1].shape == .none ? 0 : -1) } > 0
    }

    /// Whether a capital makes a unit part of a title amid small letters or quotation marks: `ABC's "This Week"`, `on 60 Minutes`.
    private static func isTitle(_ match: DateMatch, _ text: DateText) -> Bool {
        if isName(match, text) { return true }
        guard let last = text.token(match.end - 1), last.shape == .title, last.classes.contains(.timeUnit), match.tokens.count > 1,
            match.rule != HolidayRule.name, let before = text.token(match.tokens.lowerBound - 1)
        else { return false }
        return !before.shape.isCapitalized
    }
}
