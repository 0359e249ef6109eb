/// A record as it lies in a buffer, with what stands before it.
struct Frame {
    enum Content {
        case record
        /// Nothing that counts: a blank line, the end of an array.
        case nothing
        case failure(String)
        /// A failure behind which nothing can be read.
        case end(String)
    }

    var content: Content
    var range: Range<Int>
    /// Where the next frame begins.
    var end: Int

    init(_ content: Content, _ range: Range<Int>, end: Int? = nil) {
        (self.content, self.range, self.end) = (content, range, end ?? range.upperBound)
    }
}

/// Finds where records end in bytes that arrive piece by piece. It remembers how far it has looked, so that no byte is looked at for ever.
protocol RecordFramer {
    /// The frame that begins at `start`, nil where it is not known yet where it ends. `isComplete`: no more bytes will come.
    mutating func next(in buffer: [UInt8], from start: Int, isComplete: Bool) -> Frame?
    /// The line that begins at `start`, where the record that seems to begin there is too long and more than a line. Called after `next`.
    mutating func firstLine(in buffer: [UInt8], from start: Int) -> Frame?
}

extension RecordFramer {
    mutating func firstLine(in buffer: [UInt8], from start: Int) -> Frame? { nil }
}

/// Lines, with or without a last line feed.
struct LineFramer: RecordFramer {
    private var searched = 0

    mutating func next(in buffer: [UInt8], from start: Int, isComplete: Bool) -> Frame? {
        let end = buffer.firstIndex(of: 0x0A, from: start + searched, to: buffer.count)
        if end < buffer.count || isComplete && start < end {
            searched = 0
            let range = start..<end
            return Frame(buffer.isBlank(range) ? .nothing : .record, range, end: min(end + 1, buffer.count))
        }
        searched = end - start
        return nil
    }
}

/// The whole file.
struct TextFramer: RecordFramer {
    private var isDone = false

    mutating func next(in buffer: [UInt8], from start: Int, isComplete: Bool) -> Frame? {
        guard isComplete, !isDone else { return nil }
        isDone = true
        return Frame(.record, start..<buffer.count)
    }
}

extension [UInt8] {
    /// Whether there is but white space.
    func isBlank(_ range: Range<Int>) -> Bool {
        self[range].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    /// How many line feeds there are.
    func lineFeeds(in range: Range<Int>) -> Int {
        var (count, index) = (0, range.lowerBound)
        while true {
            index = firstIndex(of: 0x0A, from: index, to: range.upperBound)
            if index == range.upperBound { return count }
            (count, index) = (count + 1, index + 1)
        }
    }
}

let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
