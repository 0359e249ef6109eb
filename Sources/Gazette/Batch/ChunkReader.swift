/// Something to read articles from.
public enum InputSource: Sendable, Hashable {
    /// JSON Lines, as they come.
    case standardInput
    case file(path: String, id: String)
}

/// Reads sources one after the other into chunks of whole records.
struct ChunkReader {
    private static let fullChunk = 256 << 10
    private static let mostRecords = 16 * 8

    private var sources: ArraySlice<InputSource>
    private var lines: LineReader?
    private let limits: LineLimits
    private let stop: StopSignal?

    init(sources: [InputSource], limits: LineLimits = LineLimits(), stop: StopSignal? = nil) {
        (self.sources, self.limits, self.stop) = (sources[...], limits, stop)
    }

    /// Whether `next` would have to wait for input.
    var mustWait: Bool { lines?.mustWait ?? false }

    /// The next chunk; nil when everything has been read.
    mutating func next() -> Chunk? {
        var chunk = Chunk()
        while chunk.bytes.count < Self.fullChunk, chunk.items.count < Self.mostRecords {
            if stop?.isRaised == true { break }
            if lines != nil {
                if appendLines(&chunk) { return chunk }
            } else if let source = sources.popFirst() {
                open(source, &chunk)
            } else {
                break
            }
        }
        return chunk.items.isEmpty ? nil : chunk
    }

    /// True where the chunk should go out now, as no further line is at hand.
    private mutating func appendLines(_ chunk: inout Chunk) -> Bool {
        do {
            let isAtEnd = try lines?.appendLines(to: &chunk, upTo: Self.fullChunk, records: Self.mostRecords) ?? true
            if isAtEnd { lines = nil }
            return !isAtEnd && !chunk.items.isEmpty
        } catch {
            chunk.items.append(.failure(Failure(origin: Origin(path: error.path), problem: error.problem)))
            lines = nil
            return false
        }
    }

    private mutating func open(_ source: InputSource, _ chunk: inout Chunk) {
        switch source {
        case .standardInput: lines = LineReader(.standardInput, limits: limits, stop: stop)
        case .file(let path, let id):
            do {
                if path.hasSuffix(".jsonl") || path.hasSuffix(".ndjson") {
                    lines = LineReader(try InputFile(path: path), limits: limits, stop: stop)
                } else {
                    appendWhole(try InputFile.contents(of: path), path, id, &chunk)
                }
            } catch {
                chunk.items.append(.failure(Failure(origin: Origin(path: path), problem: error.problem)))
            }
        }
    }

    private func appendWhole(_ contents: [UInt8], _ path: String, _ id: String, _ chunk: inout Chunk) {
        let start = chunk.bytes.count
        chunk.bytes += contents
        chunk.inputBytes += contents.count
        let range = start..<chunk.bytes.count
        if path.hasSuffix(".json") {
            chunk.items += JSONDocument.items(chunk.bytes, range, path)
        } else {
            chunk.items.append(.text(range, id: id, Origin(path: path)))
        }
    }
}

/// The records of a `.json` file: one object, or an array of objects.
enum JSONDocument {
    static func items(_ bytes: [UInt8], _ range: Range<Int>, _ path: String) -> [Chunk.Item] {
        if let invalid = UTF8Validation.firstInvalidByte(in: bytes, range) {
            return [.failure(Failure(origin: Origin(path: path), problem: "invalid UTF-8 at byte \(invalid - range.lowerBound)"))]
        }
        let start = bytes[range].starts(with: byteOrderMark) ? range.lowerBound + 3 : range.lowerBound
        var scanner = JSONScanner(bytes, start..<range.upperBound)
        guard scanner.peek() == UInt8(ascii: "[") else { return [.object(start..<range.upperBound, Origin(path: path))] }
        var items: [Chunk.Item] = []
        var scanned = start
        do {
            try scanner.expect("[")
            if try !scanner.consume("]") {
                repeat {
                    let object = try scanner.skipValue()
                    let line = 1 + bytes[range.lowerBound..<object.lowerBound].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
                    items.append(.object(object, Origin(path: path, line: line)))
                    scanned = object.upperBound
                } while try scanner.consume(",")
                try scanner.expect("]")
            }
        } catch {
            let line = 1 + bytes[range.lowerBound..<scanned].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
            items.append(.failure(Failure(origin: Origin(path: path, line: line), problem: error.description)))
        }
        return items
    }
}

let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
