/// The rows of separated values (RFC 4180): lines, but quoted fields may hold line breaks.
///
/// A row whose quotes do not agree ends with its first line, so that one stray quotation mark does not swallow the rows behind it; what is
/// wrong in it is for its reader to say.
struct RowFramer: RecordFramer {
    private enum Phase { case fieldStart, plain, quoted, quoteInQuoted, malformed }

    private let separator: UInt8
    private var phase = Phase.fieldStart
    /// Behind `start`: how far has been looked, and where the first line ends.
    private var searched = 0
    private var firstLineEnd: Int?

    init(separator: UInt8) { self.separator = separator }

    mutating func next(in buffer: [UInt8], from start: Int, isComplete: Bool) -> Frame? {
        var index = start + searched
        while index < buffer.count {
            let byte = buffer[index]
            if byte == 0x0A {
                if firstLineEnd == nil { firstLineEnd = index - start }
                if phase != .quoted { return frame(buffer, start, index) }
            }
            if !read(byte), let frame = line(buffer, start, isComplete) { return frame }
            index += 1
        }
        searched = index - start
        guard isComplete, start < index else { return nil }
        return phase == .quoted ? line(buffer, start, isComplete) : frame(buffer, start, index)
    }

    mutating func firstLine(in buffer: [UInt8], from start: Int) -> Frame? { line(buffer, start, false) }

    /// False where a closing quotation mark is followed by something else than the field's end.
    private mutating func read(_ byte: UInt8) -> Bool {
        switch (phase, byte) {
        case (.fieldStart, UInt8(ascii: "\"")), (.quoteInQuoted, UInt8(ascii: "\"")): phase = .quoted
        case (.quoted, UInt8(ascii: "\"")): phase = .quoteInQuoted
        case (.quoted, _), (.malformed, _): break
        case (_, separator): phase = .fieldStart
        case (.quoteInQuoted, 0x0D): break
        case (.quoteInQuoted, _):
            phase = .malformed
            return false
        default: phase = .plain
        }
        return true
    }

    private mutating func line(_ buffer: [UInt8], _ start: Int, _ isComplete: Bool) -> Frame? {
        let end = firstLineEnd.map { $0 + start } ?? buffer.firstIndex(of: 0x0A, from: start, to: buffer.count)
        return end < buffer.count || isComplete ? frame(buffer, start, end) : nil
    }

    private mutating func frame(_ buffer: [UInt8], _ start: Int, _ lineFeed: Int) -> Frame {
        (phase, searched, firstLineEnd) = (.fieldStart, 0, nil)
        var end = lineFeed
        if end > start, buffer[end - 1] == 0x0D { end -= 1 }
        return Frame(start == end ? .nothing : .record, start..<end, end: min(lineFeed + 1, buffer.count))
    }
}
