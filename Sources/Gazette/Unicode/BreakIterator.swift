internal import CICU

/// ICU's word or sentence iterator (UAX #29), opened once and used for many texts by one worker.
final class BreakIterator {
    enum Kind { case words, sentences }

    private static let batch = 1024

    private let handle: OpaquePointer
    private var ends = [Int32](repeating: 0, count: BreakIterator.batch)
    private var statuses = [Int32](repeating: 0, count: BreakIterator.batch)

    /// Nil where ICU has no rules at all, which a complete installation always has.
    init?(_ kind: Kind, locale: String) {
        guard let opened = cicu_breaker_open(Int32(kind == .words ? CICU_WORD : CICU_SENTENCE), locale) else { return nil }
        handle = opened
    }

    deinit { cicu_breaker_close(handle) }

    /// Calls `body` with every boundary after the text's start, ascending, in UTF-16 units, and its rule status.
    func forEachBoundary(in units: [UInt16], _ body: (_ end: Int, _ status: Int) -> Void) {
        units.withUnsafeBufferPointer { text in
            guard cicu_breaker_set_text(handle, text.baseAddress, Int32(text.count)) != 0 else { return }
            while true {
                let count = Int(cicu_breaker_next(handle, &ends, &statuses, Int32(Self.batch)))
                for index in 0..<count { body(Int(ends[index]), Int(statuses[index])) }
                if count < Self.batch { return }
            }
        }
    }
}

/// The versions of the linked ICU and of the Unicode data in it.
public enum ICU {
    public static var version: String { String(cString: cicu_version()) }
    public static var unicodeVersion: String { String(cString: cicu_unicode_version()) }
}
