/// What a line may be.
struct LineLimits: Sendable {
    /// The longest line that is read, in bytes; longer ones are passed over without being held.
    var mostBytes = 256 << 20
    /// Whether a blank line counts as a record that failed; otherwise it is passed over.
    var reportsBlankLines = false
}

/// Parts a file or pipe into lines.
struct LineReader {
    private static let readSize = 256 << 10

    private let file: InputFile
    private let limits: LineLimits
    private let stop: StopSignal?
    private var buffer: [UInt8] = []
    /// Where the first line that has not been handed out begins.
    private var start = 0
    /// Up to where no line feed has been found.
    private var searched = 0
    private var line = 0
    private var isAtEnd = false
    /// Whether the rest of a line that is too long is being passed over.
    private var isSkipping = false

    init(_ file: InputFile, limits: LineLimits = LineLimits(), stop: StopSignal? = nil) {
        (self.file, self.limits, self.stop) = (file, limits, stop)
    }

    /// Whether the next line has not arrived yet.
    var mustWait: Bool { !isAtEnd && searched >= buffer.count && !file.isReady }

    /// Appends lines until the chunk is full or the input pauses, but at least one line. True at the end of the input.
    mutating func appendLines(to chunk: inout Chunk, upTo bytes: Int, records: Int) throws(FileError) -> Bool {
        while true {
            takeLines(into: &chunk, upTo: bytes, records: records)
            if chunk.bytes.count >= bytes || chunk.items.count >= records { return false }
            if isAtEnd { return true }
            if !chunk.items.isEmpty, !file.isReady { return false }
            compact()
            if try !file.read(upTo: Self.readSize, into: &buffer, unless: stop) {
                isAtEnd = true
                if start < buffer.count { take(buffer.count, &chunk) }
                return true
            }
        }
    }

    private mutating func takeLines(into chunk: inout Chunk, upTo bytes: Int, records: Int) {
        while chunk.bytes.count < bytes, chunk.items.count < records, let end = buffer[searched...].firstIndex(of: 0x0A) {
            take(end, &chunk)
            start = end + 1
            searched = start
        }
        if chunk.bytes.count >= bytes || chunk.items.count >= records { return }
        searched = buffer.count
        if buffer.count - start > limits.mostBytes { passOver() }
    }

    /// Forgets what has been read of a line that is too long.
    private mutating func passOver() {
        buffer.removeAll(keepingCapacity: false)
        (start, searched, isSkipping) = (0, 0, true)
    }

    /// Takes the line that ends before `end`.
    private mutating func take(_ end: Int, _ chunk: inout Chunk) {
        line += 1
        chunk.inputBytes += end + 1 - start
        let origin = Origin(path: file.path, line: line)
        if isSkipping || end - start > limits.mostBytes {
            isSkipping = false
            let problem = "the line has more than \(limits.mostBytes) bytes; --max-line allows more"
            return chunk.items.append(.failure(Failure(origin: origin, problem: problem)))
        }
        if line == 1, buffer[start..<end].starts(with: byteOrderMark) { start += 3 }
        guard buffer[start..<end].contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
            if limits.reportsBlankLines { chunk.items.append(.failure(Failure(origin: origin, problem: "the line is blank"))) }
            return
        }
        let first = chunk.bytes.count
        chunk.bytes += buffer[start..<end]
        chunk.items.append(.object(first..<chunk.bytes.count, origin))
    }

    private mutating func compact() {
        if start == 0 { return }
        buffer.removeSubrange(0..<start)
        searched -= start
        start = 0
    }
}
