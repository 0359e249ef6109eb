/// What a token is to the rules for names.
struct NameToken {
    /// Whether it is capitalised for its own sake, not just for its place at a sentence's start or in a headline.
    var isName = false
    /// Whether its capital says nothing.
    var isInitial = false
    /// Whether it stands in a line of capitals, which say nothing of acronyms.
    var isShouted = false
    /// Whether it belongs to one run with the token before.
    var isJoined = false
    /// Whether a date overlaps it.
    var isDated = false
    /// How common it is as a given name and as a surname, 0 to 9.
    var given: UInt8 = 0
    var surname: UInt8 = 0
    /// How much more frequent its small letters are, in tenths of a power of ten; nil where it is in no dictionary.
    var commonness: Int16?
    /// Whether its small letters are ten times as frequent and more.
    var isVeryCommon: Bool { commonness.map { $0 >= 10 } ?? false }

    /// The index of its run, -1 outside of runs.
    var run: Int32 = -1

    /// Whether the word is used in small letters more often than with a capital.
    var isCommon: Bool { commonness.map { $0 >= 0 } ?? false }
}

/// What a document's tokens look like to the rules for names: which may be part of a name, and where runs of such tokens lie.
struct NameTokens {
    let lexicon: Lexicon
    /// How many tokens the document has.
    private var count = 0
    private var tokens = TokenNotes(blank: NameToken())
    /// The tokens with capitals and the marks, and how many they are.
    private var places: [Int32] = []
    private var placeCount = 0
    /// By place what the words' memory has there.
    private var glances: [NameWords.Known] = []
    /// Maximal runs of name tokens, with the particles, hyphens and ampersands between them.
    private(set) var runs: [TokenRange] = []
    /// The name tokens of the sentence in hand.
    private var starts: [Int] = []

    init(lexicon: Lexicon) { self.lexicon = lexicon }

    subscript(index: Int) -> NameToken { tokens[index] }

    /// All tokens with capitals and all marks.
    var capitalsAndMarks: ArraySlice<Int32> { places[..<placeCount] }

    /// Whether a token belongs to one run with the token before; there may be no such token.
    func isJoined(_ index: Int) -> Bool { index < count && tokens[index].isJoined }

    mutating func reset(_ document: Document, _ words: inout NameWords) {
        count = document.tokens.count
        tokens.reset(count: count)
        runs.removeAll(keepingCapacity: true)
        if places.count < count { places += repeatElement(0, count: count - places.count) }
        placeCount = Self.gather(document.tokens, into: &places)
        glances.removeAll(keepingCapacity: true)
        for place in places[..<placeCount] { glances.append(words.glance(at: document.tokens[Int(place)].word)) }
        var first = 0
        for sentence in document.sentenceTokens {
            var (next, hasCapital) = (first, false)
            while next < placeCount, Int(places[next]) < sentence.upperBound {
                if document.tokens[Int(places[next])].shape.isCapitalized { hasCapital = true }
                next += 1
            }
            if hasCapital {
                markNames(sentence, first..<next, document, &words)
                findRuns(sentence, document)
            }
            first = next
        }
        markDates(document)
    }

    /// Gathers the tokens with capitals and the marks by counting: a branch would often be guessed wrong. Gives their number.
    private static func gather(_ tokens: [Token], into places: inout [Int32]) -> Int {
        var count = 0
        for index in tokens.indices {
            places[count] = Int32(truncatingIfNeeded: index)
            let (isCapital, isMark) = (tokens[index].shape.isCapitalized, isMark(tokens[index].kind))
            count &+= (isCapital ? 1 : 0) | (isMark ? 1 : 0)
        }
        return count
    }

    @inline(__always)
    private static func isMark(_ kind: TokenKind) -> Bool { kind == .punctuation || kind == .symbol }

    private mutating func markDates(_ document: Document) {
        for date in document.dates.indices {
            let range = document.dates[date].range
            var index = document.tokens.partitioningIndex { $0.range.end > range.start }
            while index < count, document.tokens[index].range.start < range.end {
                var token = tokens[index]
                token.isDated = true
                tokens.note(token, at: index)
                index += 1
            }
        }
    }

    // MARK: Single tokens

    /// Notes the capitalised tokens of a sentence, and those whose capital would say nothing.
    private mutating func markNames(_ sentence: TokenRange, _ places: Range<Int>, _ document: Document, _ words: inout NameWords) {
        if !starts.isEmpty { starts.removeAll(keepingCapacity: true) }
        let isHeadline = isHeadline(sentence, document)
        let isShouted = isHeadline && isShouted(sentence, document)
        if isHeadline { noteInitials(sentence, document) }
        var (atStart, next) = (true, sentence.lowerBound)
        for place in places {
            let index = Int(self.places[place])
            if atStart, index > next {
                tokens.note(NameToken(isInitial: true), at: next)
                atStart = false
            }
            next = index + 1
            let kind = document.tokens[index].kind
            if Self.isMark(kind) {
                atStart = atStart || opensSentence(document.tokens[index], document)
                continue
            }
            let isInitial = atStart || isHeadline
            atStart = false
            if kind == .word || kind == .abbreviation {
                noteCapitalised(index, NameToken(isInitial: isInitial, isShouted: isShouted), glances[place], document, &words)
            } else if isInitial {
                tokens.note(NameToken(isInitial: true), at: index)
            }
        }
        if atStart, next < sentence.upperBound { tokens.note(NameToken(isInitial: true), at: next) }
    }

    /// Notes the words of a headline without a capital.
    private mutating func noteInitials(_ headline: TokenRange, _ document: Document) {
        for index in headline where !document.tokens[index].shape.isCapitalized && !Self.isMark(document.tokens[index].kind) {
            tokens.note(NameToken(isInitial: true), at: index)
        }
    }

    private mutating func noteCapitalised(
        _ index: Int, _ blank: NameToken, _ glance: NameWords.Known, _ document: Document, _ words: inout NameWords
    ) {
        var name = blank
        let classes = document.tokens[index].classes
        let codes = words.codes(of: document.tokens[index].word, classes, glance)
        if classes.contains(.given) { name.given = codes.given }
        if classes.contains(.surname) { name.surname = codes.surname }
        if classes.contains(.common), document.tokens[index].shape != .mixed { name.commonness = Int16(codes.common) - Int16(ValueCode.commonZero) }
        name.isName = isName(index, mayBeCommon: name.isInitial && name.isCommon, document)
        tokens.note(name, at: index)
        if name.isName { starts.append(index) }
    }

    private func isName(_ index: Int, mayBeCommon: Bool, _ document: Document) -> Bool {
        let classes = document.tokens[index].classes
        if classes.intersects(Self.timeWords) { return false }
        if document.tokens[index].range.count == 1, document.tokens[index].kind != .abbreviation { return isLoneInitial(index, document) }
        if mayBeCommon { return false }
        guard classes.contains(.nameLink) else { return true }
        return classes.contains(.particle) && isFollowedByName(index, document)
    }

    private static let timeWords = WordClasses([.month, .weekday])

    /// `T P Harris`, `John F Kennedy`, `Malcolm X`: a capital letter beside a name.
    private func isLoneInitial(_ index: Int, _ document: Document) -> Bool {
        let letter = document.text[Int(document.tokens[index].range.start)]
        if letter == UInt8(ascii: "I") || letter == UInt8(ascii: "A") { return false }
        return isFollowedByName(index, document) || index > 0 && tokens[index - 1].isName && document.tokens[index].gap == .space
    }

    /// `La Paz`, `De Freitas`
    private func isFollowedByName(_ index: Int, _ document: Document) -> Bool {
        guard index + 1 < document.tokens.count else { return false }
        let next = document.tokens[index + 1]
        return next.shape.isCapitalized && next.gap <= .space && !next.classes.contains(.nameLink)
    }

    /// A colon, a dash or an opening quotation mark: a capital after it may be a sentence's.
    private func opensSentence(_ token: Token, _ document: Document) -> Bool {
        switch document.text[Int(token.range.start)] {
        case UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("): return true
        case 0xE2: return true
        default: return false
        }
    }

    /// Most words of four letters or more are capitalised, and no full stop ends it.
    private func isHeadline(_ sentence: TokenRange, _ document: Document) -> Bool {
        guard sentence.count >= 4, document.text[Int(document.tokens[sentence.upperBound - 1].range.start)] != UInt8(ascii: ".") else { return false }
        var (capitalized, lower) = (0, 0)
        for index in sentence where document.tokens[index].range.count >= 4 && document.tokens[index].kind == .word {
            if document.tokens[index].shape.isCapitalized { capitalized += 1 } else { lower += 1 }
        }
        return capitalized > 2 * lower && capitalized + lower >= 3
    }

    /// No word of it is small.
    private func isShouted(_ headline: TokenRange, _ document: Document) -> Bool {
        headline.allSatisfy { document.tokens[$0].kind != .word || document.tokens[$0].shape == .upper || document.tokens[$0].range.count < 3 }
    }

    /// `according |to`, `said |to`: no place follows.
    func followsSpeech(_ index: Int, _ document: Document) -> Bool {
        index > 0 && document.tokens[index].role == .to && document.tokens[index - 1].classes.contains(.speechVerb)
    }

    /// `to establish an Islamic Emirate within`: one of a kind and no name, unless a noun follows (`a Harvard University professor`).
    func isIndefinite(_ range: TokenRange, _ document: Document) -> Bool {
        guard range.lowerBound > 0, document.tokens[range.lowerBound - 1].classes.contains(.nameLink),
            Self.isIndefiniteArticle(lexicon.code(of: .nameLink, for: document.tokens[range.lowerBound - 1].word))
        else { return false }
        return range.upperBound >= document.tokens.count || Self.isNoNoun(document.tokens[range.upperBound])
    }

    /// Whether a link is `a`, by its code.
    static func isIndefiniteArticle(_ link: Int) -> Bool { link == 7 }

    /// Whether no noun follows with a token.
    static func isNoNoun(_ next: Token) -> Bool { next.kind != .word || next.classes.intersects(functionWords) }

    private static let functionWords = WordClasses([.nameLink, .placePreposition, .speechVerb])

    // MARK: Runs

    private mutating func findRuns(_ sentence: TokenRange, _ document: Document) {
        var end = sentence.lowerBound
        for start in starts where start >= end {
            end = runEnd(from: start, in: sentence, document)
            let run = Int32(truncatingIfNeeded: runs.count)
            for member in start..<end {
                var token = tokens[member]
                (token.run, token.isJoined) = (run, member > start)
                if token.isName { tokens.change(token, at: member) } else { tokens.note(token, at: member) }
            }
            runs.append(start..<end)
        }
    }

    private func runEnd(from start: Int, in sentence: TokenRange, _ document: Document) -> Int {
        var end = start + 1
        while end < sentence.upperBound {
            if tokens[end].isName, document.tokens[end].gap <= .newline {
                end += 1
            } else if let next = bridge(at: end, in: sentence, document) {
                end = next
            } else {
                return end
            }
        }
        return end
    }

    /// The token after a particle (`Osama bin Laden`), an attached hyphen (`al-Assad`, `Sam-yeong`) or an ampersand, where the run goes on.
    private func bridge(at index: Int, in sentence: TokenRange, _ document: Document) -> Int? {
        var next = index
        while next < sentence.upperBound, next < index + 3, joins(next, document) { next += 1 }
        guard next > index, next < sentence.upperBound else { return nil }
        return tokens[next].isName || isSyllable(next, document) ? next + 1 : nil
    }

    private func joins(_ index: Int, _ document: Document) -> Bool {
        let token = document.tokens[index]
        if document.isHyphen(at: index) { return token.gap == .none && index + 1 < document.tokens.count && document.tokens[index + 1].gap == .none }
        return token.classes.contains(.particle) && token.shape == .lower
            || token.range.count == 1 && document.text[Int(token.range.start)] == UInt8(ascii: "&")
    }

    /// `Lai-shan`: small letters behind a name's hyphen that are no word of the dictionary, or the end of a Korean or Chinese name.
    private func isSyllable(_ index: Int, _ document: Document) -> Bool {
        let token = document.tokens[index]
        guard document.isHyphen(at: index - 1), token.shape == .lower else { return false }
        if token.kind == .word, !token.classes.contains(.common), !token.classes.intersects(Self.notSyllables) { return true }
        return endsGivenName(index, document)
    }

    /// `Lee Sang-|min`, `Cha Eun-|woo`: short syllables behind a family name.
    private func endsGivenName(_ index: Int, _ document: Document) -> Bool {
        let part = index - 2
        guard part > 0, tokens[part].isName, tokens[part].commonness == nil, tokens[part - 1].isName, tokens[part - 1].surname > 0 else {
            return false
        }
        return document.tokens[part].range.count <= 5 && document.tokens[index].range.count <= 4 && document.tokens[part].gap == .space
    }

    private static let notSyllables = WordClasses([.title, .nameLink, .placePreposition, .particle, .timeUnit, .speechVerb])
}
