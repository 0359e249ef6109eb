/// Reads sources one after the other into chunks of whole records.
struct ChunkReader {
    private static let mostRecords = 16 * 8

    enum Next {
        case chunk(Chunk)
        /// Nothing is ready.
        case pause
        case end
    }

    private let sources: [InputSource]
    private let rules: ReadingRules
    private let stop: StopSignal?
    /// A chunk of so many bytes is full.
    private let fullChunk: Int
    /// The source that is read or comes next.
    private var number: Int
    private var reader: RecordReader?
    /// Where to begin in the first source.
    private var beginning: InputPosition?

    init(
        sources: [InputSource], from position: InputPosition = InputPosition(), rules: ReadingRules = ReadingRules(), stop: StopSignal? = nil,
        fullChunk: Int
    ) {
        (self.sources, self.rules, self.stop, self.fullChunk) = (sources, rules, stop, fullChunk)
        (number, beginning) = (position.source, position.byte > 0 ? position : nil)
    }

    /// The next chunk. When the signal is raised, files are left where they are; of a pipe, the lines that have been read still come.
    mutating func next(_ patience: Patience) -> Next {
        var chunk = Chunk()
        let fullChunk = fullChunk
        while chunk.bytes.count < fullChunk, chunk.items.count < Self.mostRecords, number < sources.count {
            if isStopped, reader == nil || sources[number].path != nil { return .end }
            if reader == nil, !open(&chunk) { continue }
            let progress = reader?.appendRecords(to: &chunk, upTo: fullChunk, records: Self.mostRecords, patience) ?? .ended
            if isStopped, sources[number].path != nil { return .end }
            if progress == .ended { close(&chunk) }
            if progress == .paused { return chunk.items.isEmpty ? .pause : .chunk(chunk) }
        }
        return chunk.items.isEmpty ? .end : .chunk(chunk)
    }

    private var isStopped: Bool { stop?.isRaised == true }

    private mutating func open(_ chunk: inout Chunk) -> Bool {
        do throws(FileError) {
            reader = try RecordReader(sources[number], number: number, rules: rules, stop: stop)
            if let beginning { try reader?.resume(at: beginning) }
            beginning = nil
            return true
        } catch {
            chunk.items.append(.failure(Failure(origin: Origin(path: error.path), problem: error.problem)))
            close(&chunk, isMissing: true)
            return false
        }
    }

    private mutating func close(_ chunk: inout Chunk, isMissing: Bool = false) {
        chunk.items.append(.endOfSource(number, isMissing: isMissing))
        (reader, beginning) = (nil, nil)
        number += 1
        chunk.end = InputPosition(source: number)
    }
}
