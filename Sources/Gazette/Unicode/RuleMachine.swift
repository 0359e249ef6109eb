internal import CICU

/// ICU's word or sentence rules as a state machine over UTF-8. It belongs to one worker.
///
/// States, transitions and categories of code points are those of the linked ICU's compiled rules for a locale, and a match is run as
/// `RuleBasedBreakIterator::handleNext` runs it, so that the boundaries are ICU's own, tailorings included. Only where a match meets a script whose words a
/// dictionary tells does the machine stop and leave the stretch to ICU.
///
/// SAFETY: indices into `rows` and `byCategory` are made of transitions, which `init` takes from checked tables, and of bytes or categories; `memory` has a
/// byte for every code point; the text is read below its count only.
final class RuleMachine {
    /// A state in the upper bits; the lowest says whether a match may end in it. The end of every match is 0.
    private typealias Transition = UInt16

    /// In place of a transition: the byte begins a code point of several bytes.
    private static let isLong = Transition.max
    private static let endOfText = 1

    private let rules: OpaquePointer
    private let start: Transition
    private let categories: Int
    private let firstDictionary: Int
    /// By state and byte, and by state and category.
    private let rows: UnsafeMutablePointer<Transition>
    private let byCategory: UnsafeMutableBufferPointer<Transition>
    /// ICU's rule status by state.
    private let statuses: [Int32]
    /// By code point its category plus 1, 0 where it has not been asked for yet.
    private let memory: UnsafeMutablePointer<UInt8>
    /// Whether the rules part plain text as `Boundaries.plain` says.
    private let partsPlainText: Bool
    private let prose: Prose?

    /// Two states, in both of which a match may end, between which most characters lead, whatever came before them: in sentences, behind a letter and behind
    /// anything else that ends none.
    private struct Prose {
        let first: Transition
        let second: Transition
        /// By byte where it leads from both; 0 where that is not the same, or elsewhere.
        let targets: UnsafeMutablePointer<Transition>
        /// Whether all that `PlainMap` takes for prose are such characters.
        let isMapped: Bool
        /// Where a full stop and a space lead from the first, if a match may end there.
        let behindStop: Transition?

        /// Where such characters end, or those that are mapped.
        @inline(__always)
        func end(in text: UnsafeBufferPointer<UInt8>, from start: Int, _ map: PlainMap.Lent) -> Int {
            if isMapped { return map.endOfProse(from: start) }
            var index = start
            while index < text.count, targets[Int(text[index])] != 0 { index &+= 1 }
            return index
        }

        /// Goes over a full stop and a space behind a letter, with which most sentences end.
        @inline(__always)
        func passStop(in text: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ current: inout Transition) {
            guard let behindStop, current == first, index &+ 1 < text.count else { return }
            if text[index] == UInt8(ascii: "."), text[index &+ 1] == UInt8(ascii: " ") { (index, current) = (index &+ 2, behindStop) }
        }
    }

    /// Takes over the rules.
    init(rules: OpaquePointer) {
        self.rules = rules
        let states = Int(cicu_rules_states(rules))
        start = Transition(cicu_rules_start(rules)) << 1
        categories = Int(cicu_rules_categories(rules))
        firstDictionary = Int(cicu_rules_first_dictionary(rules))
        memory = cicu_rules_memory(rules)
        statuses = (0..<states).map { max(0, cicu_rules_status(rules, Int32($0))) }
        rows = .allocate(capacity: states * 256)
        byCategory = .allocate(capacity: states * categories)
        let ascii = (0..<128).map { Int(cicu_rules_category(rules, $0)) }
        for state in 0..<states {
            for category in 0..<categories {
                let next = cicu_rules_next(rules, Int32(state), Int32(category))
                byCategory[state * categories + category] = Transition(next) << 1 | (cicu_rules_status(rules, next) >= 0 ? 1 : 0)
            }
            for byte in 0..<256 { rows[state << 8 + byte] = byte < 128 ? byCategory[state * categories + ascii[byte]] : Self.isLong }
        }
        partsPlainText = Self.partsPlainText(rows, start, statuses)
        prose = Self.prose(rows, start)
    }

    deinit {
        prose?.targets.deallocate()
        rows.deallocate()
        byCategory.deallocate()
        cicu_rules_close(rules)
    }

    // MARK: What most text is made of

    private static let letters = Array(UInt8(ascii: "A")...UInt8(ascii: "Z")) + Array(UInt8(ascii: "a")...UInt8(ascii: "z"))

    /// Whether all ASCII letters are alike to the rules, and a run of them is a match, as are a run of spaces, a line feed, each of `,.:;` behind a
    /// word and before one of these, and a hyphen behind a word and before a letter.
    private static func partsPlainText(_ rows: UnsafeMutablePointer<Transition>, _ start: Transition, _ statuses: [Int32]) -> Bool {
        func next(_ state: Transition, _ byte: UInt8) -> Transition { rows[Int(state >> 1) << 8 + Int(byte)] }
        func isMark(_ match: Transition) -> Bool { match & 1 != 0 && statuses[Int(match >> 1)] == 0 }
        let blanks = [UInt8(ascii: " "), UInt8(ascii: "\n")]
        func endsBeforeBlanks(_ match: Transition) -> Bool { blanks.allSatisfy { next(match, $0) == 0 } }
        func endsBeforeLetters(_ match: Transition) -> Bool { letters.allSatisfy { next(match, $0) == 0 } }
        let (hyphen, behindWord) = (next(start, UInt8(ascii: "-")), next(next(start, letters[0]), UInt8(ascii: "-")))
        let (word, spaces, line) = (next(start, UInt8(ascii: "a")), next(start, blanks[0]), next(start, blanks[1]))
        let isWord = word & 1 != 0 && statuses[Int(word >> 1)] == Boundaries.letters && !statuses.contains(Boundaries.plain)
        return isWord && isMark(spaces) && isMark(line) && endsBeforeBlanks(word) && endsBeforeBlanks(line)
            && next(spaces, blanks[0]) == spaces && next(spaces, blanks[1]) == 0
            && letters.allSatisfy { next(start, $0) == word && next(word, $0) == word } && endsBeforeLetters(spaces) && endsBeforeLetters(line)
            && isMark(hyphen) && endsBeforeLetters(hyphen) && (behindWord == 0 || behindWord & 1 == 0 && endsBeforeLetters(behindWord))
            && ",.:;".utf8.allSatisfy { mark in
                let (alone, behindWord) = (next(start, mark), next(word, mark))
                return isMark(alone) && endsBeforeBlanks(alone) && (behindWord == 0 || behindWord & 1 == 0 && endsBeforeBlanks(behindWord))
            }
    }

    private static func prose(_ rows: UnsafeMutablePointer<Transition>, _ start: Transition) -> Prose? {
        let first = rows[Int(start >> 1) << 8 + Int(UInt8(ascii: "a"))]
        let second = rows[Int(first >> 1) << 8 + Int(UInt8(ascii: " "))]
        guard first & second & 1 != 0, first != second else { return nil }
        let targets = UnsafeMutablePointer<Transition>.allocate(capacity: 256)
        for byte in 0..<256 {
            let target = rows[Int(first >> 1) << 8 + byte]
            let isShared = target == rows[Int(second >> 1) << 8 + byte] && (target == first || target == second)
            targets[byte] = isShared ? target : 0
        }
        let stops = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")]
        let isMapped = (UInt8(ascii: " ")...UInt8(ascii: "~")).allSatisfy { stops.contains($0) || targets[Int($0)] != 0 }
        let stop = rows[Int(first >> 1) << 8 + Int(UInt8(ascii: "."))]
        let behindStop = rows[Int(stop >> 1) << 8 + Int(UInt8(ascii: " "))]
        return Prose(
            first: first, second: second, targets: targets, isMapped: isMapped, behindStop: stop != 0 && behindStop & 1 != 0 ? behindStop : nil)
    }

    // MARK: Matches

    /// Fills boundaries from `place` on, which must be one itself, until the room is full, the text ends, or a match has met a dictionary's script;
    /// `place` is then where the next match begins. The map is that of the text. Returns how many elements are filled.
    func run(
        _ text: UnsafeBufferPointer<UInt8>, _ place: inout Int,
        _ ends: UnsafeMutableBufferPointer<Int32>, _ statuses: UnsafeMutableBufferPointer<Int32>, from first: Int, _ map: PlainMap.Lent
    ) -> Int {
        var (count, isDone) = (first, false)
        texts: while !isDone {
            if partsPlainText, place < text.count {
                let end = map.endOfPlainText(from: place)
                if end > place {
                    (ends[count], statuses[count], place) = (Int32(truncatingIfNeeded: end), Boundaries.plain, end)
                    count &+= 1
                    if count == ends.count { return count }
                }
            }
            while partsPlainText, let match = shortMatch(text, from: place, map) {
                (ends[count], statuses[count], place) = (Int32(truncatingIfNeeded: match.end), self.statuses[Int(match.last >> 1)], match.end)
                count &+= 1
                if count == ends.count { return count }
                if text[place].isLetter { continue texts }
            }
            isDone = true
            matches(text, from: &place, map) { end, last, meetsDictionary in
                if meetsDictionary { return false }
                ends[count] = Int32(truncatingIfNeeded: end)
                statuses[count] = self.statuses[Int(last >> 1)]
                count &+= 1
                if count == ends.count { return false }
                isDone = !partsPlainText || end == text.count || !text[end].isLetter
                return isDone
            }
        }
        return count
    }

    /// The match from a boundary on, where it is of characters of one kind, a single mark mostly, and the two bytes behind them tell that it ends there.
    @inline(__always)
    private func shortMatch(_ text: UnsafeBufferPointer<UInt8>, from place: Int, _ map: PlainMap.Lent) -> (end: Int, last: Transition)? {
        var state = rows[Int(start >> 1) << 8 &+ Int(text[place])]
        // A letter leads from letters to themselves.
        var index = place &+ max(1, (~map.letters(from: place)).trailingZeroBitCount)
        if state == Self.isLong {
            let long = longTransition(text, place, start)
            if long.meetsDictionary { return nil }
            (state, index) = (long.next, place &+ long.length)
        }
        guard state & 1 != 0, index &+ 1 < text.count else { return nil }
        let row = rows + Int(state >> 1) << 8
        while row[Int(text[index])] == state {
            index &+= 1
            if index &+ 1 >= text.count { return nil }
        }
        let next = row[Int(text[index])]
        // The longer match that it may begin is none.
        guard next == 0 || next & 1 == 0 && rows[Int(next >> 1) << 8 &+ Int(text[index &+ 1])] == 0 else { return nil }
        return (index, state)
    }

    /// Where the matches from a boundary on meet no dictionary's script any more.
    func endOfDictionary(_ text: UnsafeBufferPointer<UInt8>, from start: Int, _ map: PlainMap.Lent) -> Int {
        var place = start
        matches(text, from: &place, map) { _, _, meetsDictionary in meetsDictionary }
        return place
    }

    /// Runs one match after the other and hands each out with its last transition, as long as `accept` wants more; `place` is the end of the last match
    /// handed out, or its start where a script of a dictionary was met and the match was not wanted.
    @inline(__always)
    private func matches(
        _ text: UnsafeBufferPointer<UInt8>, from place: inout Int, _ map: PlainMap.Lent, accept: (Int, Transition, Bool) -> Bool
    ) {
        var (index, current, end, last, meetsDictionary) = (place, start, place, 0 as Transition, false)
        while place < text.count {
            if let prose, current == prose.first || current == prose.second {
                let from = index
                index = prose.end(in: text, from: index, map)
                if index > from { current = prose.targets[Int(text[index &- 1])] }
                prose.passStop(in: text, &index, &current)
            }
            let row = rows + Int(current >> 1) << 8
            // Most characters of a word or sentence lead from a state to itself.
            while index < text.count, row[Int(text[index])] == current { index &+= 1 }
            if current & 1 != 0 { (end, last) = (index, current) }
            var (next, length) = (0 as Transition, 1)
            if index < text.count {
                next = row[Int(text[index])]
                if next == Self.isLong {
                    let long = longTransition(text, index, current)
                    (next, length) = (long.next, long.length)
                    if long.meetsDictionary { meetsDictionary = true }
                }
            } else {
                let atEnd = byCategory[Int(current >> 1) * categories + Self.endOfText]
                if atEnd & 1 != 0 { (end, last) = (index, atEnd) }
            }
            if next != 0 {
                index &+= length
                current = next
                continue
            }
            // A match is never empty: where the rules have none, it is one code point.
            if end == place { end += decode(text, at: place).length }
            let isWanted = accept(end, last, meetsDictionary)
            if !isWanted && meetsDictionary { return }
            place = end
            if !isWanted { return }
            (index, current, last, meetsDictionary) = (end, start, 0, false)
        }
    }

    /// The transition by a code point of several bytes.
    private func longTransition(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ current: Transition) -> LongTransition {
        let (scalar, length) = decode(text, at: index)
        let category = category(of: scalar)
        let next = byCategory[Int(current >> 1) &* categories &+ category]
        return LongTransition(next: next, length: length, meetsDictionary: category >= firstDictionary)
    }

    private struct LongTransition {
        let next: Transition
        let length: Int
        let meetsDictionary: Bool
    }

    private func category(of scalar: UInt32) -> Int {
        let known = memory[Int(scalar)]
        if known != 0 { return Int(known) - 1 }
        let category = cicu_rules_category(rules, Int32(scalar))
        memory[Int(scalar)] = UInt8(category + 1)
        return Int(category)
    }
}
