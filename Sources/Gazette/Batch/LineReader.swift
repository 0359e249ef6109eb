/// Parts a file or pipe into lines. Blank lines count, but are no records.
struct LineReader {
    private static let readSize = 256 << 10

    private let file: InputFile
    private var buffer: [UInt8] = []
    /// Where the first line that has not been handed out begins.
    private var start = 0
    /// Up to where no line feed has been found.
    private var searched = 0
    private var line = 0
    private var isAtEnd = false

    init(_ file: InputFile) { self.file = file }

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
            if try !file.read(upTo: Self.readSize, into: &buffer) {
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
        if chunk.bytes.count < bytes, chunk.items.count < records { searched = buffer.count }
    }

    private mutating func take(_ end: Int, _ chunk: inout Chunk) {
        line += 1
        if line == 1, buffer[start..<end].starts(with: byteOrderMark) { start += 3 }
        guard buffer[start..<end].contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { return }
        let first = chunk.bytes.count
        chunk.bytes += buffer[start..<end]
        chunk.items.append(.object(first..<chunk.bytes.count, Origin(path: file.path, line: line)))
    }

    private mutating func compact() {
        if start == 0 { return }
        buffer.removeSubrange(0..<start)
        searched -= start
        start = 0
    }
}
