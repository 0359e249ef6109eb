internal import CICU

/// ICU's word or sentence iterator (UAX #29), opened once and used for many texts by one worker.
///
/// SAFETY: C writes at most the `batch` elements behind `count`, for which `makeRoom` has made room; the text outlives the calls.
final class BreakIterator {
    enum Kind { case words, sentences }

    private static let batch = 4096

    private let handle: OpaquePointer
    private let kind: Kind

    /// Nil where ICU has no rules at all, which a complete installation always has.
    init?(_ kind: Kind, locale: String) {
        guard let opened = cicu_breaker_open(Int32(kind == .words ? CICU_WORD : CICU_SENTENCE), locale) else { return nil }
        handle = opened
        self.kind = kind
    }

    deinit { cicu_breaker_close(handle) }

    /// Appends the boundaries of a text: every one after its start, ascending, in UTF-16 units.
    func appendBoundaries(of text: borrowing UTF16Text, to boundaries: inout Boundaries) {
        let count = Int32(text.count)
        text.units.withUnsafeBufferPointer { units in
            guard cicu_breaker_set_text(handle, units.baseAddress, count) != 0 else { return }
            var isAtEnd = false
            while !isAtEnd {
                boundaries.makeRoom(for: Self.batch)
                let limit = boundaries.count + Self.batch
                let first = Int32(boundaries.count)
                boundaries.count = Int(
                    kind == .words
                        ? cicu_breaker_next(handle, &boundaries.ends, &boundaries.statuses, first, Int32(limit))
                        : cicu_breaker_next(handle, &boundaries.ends, nil, first, Int32(limit)))
                isAtEnd = boundaries.count < limit
            }
            // The iterator keeps no pointer to a text that is gone.
            _ = cicu_breaker_set_text(handle, nil, 0)
        }
    }

    /// The iterator's rules as a state machine; nil where ICU keeps them in a form that is not known.
    func machine() -> RuleMachine? { cicu_rules_open(handle).map { RuleMachine(rules: $0) } }
}

/// Where ICU breaks a text. The arrays are longer than `count`, so that they serve many texts.
struct Boundaries {
    var count = 0
    /// Ascending offsets, the text's start excluded.
    var ends: [Int32] = []
    /// ICU's rule status of the stretch before each, for words only: 0 spaces and punctuation, 100 numbers, 200 letters, 300 kana, 400 ideographs.
    /// `plain` says that the stretch is plain text, whose boundaries are not listed.
    var statuses: [Int32] = []

    /// The status of words of ASCII letters, behind each of which stand a hyphen, or one of `,.:;` or none and spaces or line feeds, and behind these a
    /// letter. There is a boundary behind every word, mark, line feed and run of spaces.
    static let plain: Int32 = 201
    /// ICU's status of words of letters (UBRK_WORD_LETTER).
    static let letters: Int32 = 200

    /// Lets a writer fill the room there is; it returns how many elements are filled.
    mutating func append(_ write: (UnsafeMutableBufferPointer<Int32>, UnsafeMutableBufferPointer<Int32>) -> Int) {
        count = ends.withUnsafeMutableBufferPointer { ends in statuses.withUnsafeMutableBufferPointer { write(ends, $0) } }
    }

    /// Writes an end behind all others that is not counted, so that who looks for one need not count.
    mutating func close() {
        makeRoom(for: 1)
        ends[count] = .max
    }

    mutating func makeRoom(for more: Int) {
        let missing = count + more - ends.count
        if missing <= 0 { return }
        let growth = max(missing, ends.count)
        ends.append(contentsOf: repeatElement(0, count: growth))
        statuses.append(contentsOf: repeatElement(0, count: growth))
    }
}

/// The versions of the linked ICU and of the Unicode data in it.
public enum ICU {
    public static var version: String { String(cString: cicu_version()) }
    public static var unicodeVersion: String { String(cString: cicu_unicode_version()) }
}
