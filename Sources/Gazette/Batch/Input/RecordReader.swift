/// What a source's records may be.
struct ReadingRules: Sendable {
    /// The longest line or record that is read, in bytes; longer ones are passed over without being held.
    var mostBytes = 256 << 20
    /// Whether a blank line counts as a record that failed; otherwise it is passed over.
    var reportsBlankLines = false
    /// The field that holds the text.
    var textName = "text"
}

/// How long a reader waits where the input pauses.
enum Patience {
    /// Not at all.
    case none
    /// Until there is a record.
    case record
    /// Until there are as many as are wanted.
    case chunk
}

/// Parts one source into records.
struct RecordReader {
    enum Progress { case full, paused, ended }

    private let source: InputSource
    private let number: Int
    private let rules: ReadingRules
    private let stop: StopSignal?
    private var input: ByteInput
    private var framer: any RecordFramer
    private var header: RowHeader?
    private var buffer: [UInt8] = []
    /// Where the first record that has not been handed out begins in the buffer, and the buffer in the file.
    private var (start, base) = (0, 0)
    /// How many lines end before `start`.
    private var lines = 0
    private var isAtEnd = false
    /// Whether the last record cannot be whole.
    private var isCut = false
    private var error: FileError?
    /// Whether the rest of a record that is too long is being passed over.
    private var isSkipping = false
    /// What the chunks so far have been told of.
    private var (notedRead, notedByte) = (0, 0)

    init(_ source: InputSource, number: Int, rules: ReadingRules, stop: StopSignal?) throws(FileError) {
        (self.source, self.number, self.rules, self.stop) = (source, number, rules, stop)
        var file = InputFile.standardInput
        if let path = source.path { file = try InputFile(path: path) }
        input = try ByteInput(file, source.compression, stop: stop)
        framer = source.format.framer
    }

    /// Where the next record begins.
    var position: InputPosition { InputPosition(source: number, byte: base + start, line: lines) }

    private var path: String { input.file.path }

    /// Appends records until the chunk is full or, as far as patience goes, the input pauses.
    mutating func appendRecords(to chunk: inout Chunk, upTo bytes: Int, records: Int, _ patience: Patience) -> Progress {
        defer { note(&chunk) }
        while true {
            while chunk.bytes.count < bytes, chunk.items.count < records {
                guard let frame = nextFrame() else { break }
                if !take(frame, &chunk) { return .ended }
            }
            if chunk.bytes.count >= bytes || chunk.items.count >= records { return .full }
            if isAtEnd {
                end(&chunk)
                return .ended
            }
            if isOverlong || isSkipping, !passOver(&chunk) { return .ended }
            if !input.isReady, patience == .none || patience == .record && !chunk.items.isEmpty { return .paused }
            fill()
        }
    }

    private mutating func nextFrame() -> Frame? {
        if let frame = framer.next(in: buffer, from: start, isComplete: isAtEnd && !isCut) { return frame }
        return isOverlong ? framer.firstLine(in: buffer, from: start) : nil
    }

    private var isOverlong: Bool { buffer.count - start > rules.mostBytes && !isSkipping }

    private mutating func fill() {
        if start > 0 {
            buffer.removeSubrange(0..<start)
            (start, base) = (0, base + start)
        }
        do throws(FileError) {
            isAtEnd = try !input.read(into: &buffer)
            isCut = isAtEnd && stop?.isRaised == true
        } catch {
            (isAtEnd, isCut, self.error) = (true, true, error)
        }
    }

    // MARK: Frames

    /// False where nothing behind it can be read.
    private mutating func take(_ frame: Frame, _ chunk: inout Chunk) -> Bool {
        let first = lines + buffer.lineFeeds(in: start..<frame.range.lowerBound) + 1
        var range = frame.range
        if position.byte == 0, source.format == .jsonLines, buffer[range].starts(with: byteOrderMark) {
            range = range.lowerBound + 3..<range.upperBound
        }
        let isFirstRow = source.format.separator != nil && header == nil
        lines += buffer.lineFeeds(in: start..<frame.end)
        start = frame.end
        if isSkipping {
            isSkipping = false
            framer = source.format.framer
            fail(tooLong, first, &chunk)
            return true
        }
        switch frame.content {
        case .nothing: if rules.reportsBlankLines { fail("the line is blank", first, &chunk) }
        case .failure(let problem): fail(problem, first, &chunk)
        case .end(let problem):
            fail(problem, first, &chunk)
            return false
        case .record:
            if range.count > rules.mostBytes {
                fail(tooLong, first, &chunk)
            } else if isFirstRow {
                return readHeader(range, first, &chunk)
            } else {
                append(range, first, &chunk)
            }
        }
        return true
    }

    private func append(_ range: Range<Int>, _ line: Int, _ chunk: inout Chunk) {
        let first = chunk.bytes.count
        chunk.bytes += buffer[range]
        let place = first..<chunk.bytes.count
        if let header {
            chunk.items.append(.row(place, header, Origin(path: path, line: line)))
        } else if source.format == .text {
            chunk.items.append(.text(place, id: source.id, Origin(path: path)))
        } else {
            chunk.items.append(.object(place, Origin(path: path, line: line)))
        }
    }

    private mutating func readHeader(_ range: Range<Int>, _ line: Int, _ chunk: inout Chunk) -> Bool {
        guard let separator = source.format.separator else { return true }
        let start = buffer[range].starts(with: byteOrderMark) ? range.lowerBound + 3 : range.lowerBound
        do throws(RecordError) {
            header = try RowHeader(buffer, start..<range.upperBound, separator: separator, text: rules.textName)
            return true
        } catch {
            fail(error.description, line, &chunk)
            return false
        }
    }

    private var tooLong: String {
        "the \(source.format == .text ? "text" : source.format == .jsonLines ? "line" : "record") has more than \(rules.mostBytes) bytes; "
            + "--max-line allows more"
    }

    private func fail(_ problem: String, _ line: Int?, _ chunk: inout Chunk) {
        let line = source.format == .text ? nil : line
        chunk.items.append(.failure(Failure(origin: Origin(path: path, line: line), problem: problem)))
    }

    /// Forgets what has been read of a record that is too long. False where its end cannot be found.
    private mutating func passOver(_ chunk: inout Chunk) -> Bool {
        if source.format == .json || source.format == .text {
            fail(tooLong, lines + 1, &chunk)
            return false
        }
        (base, start, isSkipping) = (base + buffer.count, 0, true)
        buffer.removeAll(keepingCapacity: false)
        framer = LineFramer()
        return true
    }

    private mutating func end(_ chunk: inout Chunk) {
        let rest = buffer.count - start
        if isSkipping { fail(tooLong, lines + 1, &chunk) }
        if let error {
            chunk.items.append(.failure(Failure(origin: Origin(path: path, line: source.format == .text ? nil : lines + 1), problem: error.problem)))
        } else if isCut, rest > 0 {
            fail("stopped within this line; its \(rest) bytes are not annotated", lines + 1, &chunk)
        }
    }

    private mutating func note(_ chunk: inout Chunk) {
        chunk.end = position
        chunk.bytesRead += input.bytesRead - notedRead
        chunk.inputBytes += base + start - notedByte
        (notedRead, notedByte) = (input.bytesRead, base + start)
    }
}

// MARK: Going on in the middle

extension RecordReader {
    /// Goes to a position that was reached before. Reads the head of the file where its records cannot be told without it.
    mutating func resume(at position: InputPosition) throws(FileError) {
        if position.byte == 0 { return }
        var head = Chunk()
        while source.format != .jsonLines, self.position.byte == 0 || source.format.separator != nil && header == nil {
            guard appendRecords(to: &head, upTo: 1, records: 1, .record) != .ended else { break }
        }
        if var json = framer as? JSONFramer {
            json.resume()
            framer = json
        }
        try advance(to: position.byte)
        lines = position.line
        (notedRead, notedByte) = (input.bytesRead, position.byte)
    }

    private mutating func advance(to byte: Int) throws(FileError) {
        if source.compression == nil {
            try input.seek(to: byte)
            buffer.removeAll(keepingCapacity: true)
            (base, start, isAtEnd) = (byte, 0, false)
            return
        }
        while base + buffer.count < byte {
            (base, start) = (base + buffer.count, 0)
            buffer.removeAll(keepingCapacity: true)
            guard try input.read(into: &buffer) else { throw FileError(path: path, problem: "the file ends before byte \(byte), at which to go on") }
        }
        start = byte - base
    }
}

extension InputFormat {
    /// The byte between the fields of a row.
    var separator: UInt8? { self == .csv ? UInt8(ascii: ",") : self == .tsv ? UInt8(ascii: "\t") : nil }

    fileprivate var framer: any RecordFramer {
        switch self {
        case .text: TextFramer()
        case .json: JSONFramer()
        case .jsonLines: LineFramer()
        case .csv: RowFramer(separator: UInt8(ascii: ","))
        case .tsv: RowFramer(separator: UInt8(ascii: "\t"))
        }
    }
}
