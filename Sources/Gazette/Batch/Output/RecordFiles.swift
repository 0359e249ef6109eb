/// The files that a batch writes, and the journal by which it can be interrupted.
///
/// Records go to partial files beside the places they will take. At a checkpoint everything written is made safe on disk, the journal is told
/// how far the input has been read and how long the files are, and files that are complete move into place. Whatever was written behind the
/// last checkpoint is cut off when the batch is resumed, and made again.
public final class RecordFiles {
    /// What to do about the work of an earlier run.
    public enum Beginning: Sendable { case refuse, replace, resume }

    public let layout: OutputLayout
    public let sources: [InputSource]
    /// Where it goes on; the totals are those of the interrupted run.
    let start: Checkpoint
    /// Nil unless a report is wanted.
    public let failures: FailureList?
    private let names: OutputNames
    private let journal: Journal
    private let checkpointBytes: Int
    private let replaces: Bool
    private var file: PartialFile?
    /// The number of the file that is open or comes next, and of the first that is not in its place.
    private var (number, firstPending): (Int, Int)
    private var sinceCheckpoint = 0

    /// Begins or resumes a batch. Nil where it was complete already. `options` is compared with those of the interrupted run; a file that
    /// exists is an error unless it may be replaced.
    public static func open(
        _ layout: OutputLayout, sources: [InputSource], options: String, report: String? = nil, _ beginning: Beginning,
        checkpointBytes: Int = 64 << 20
    ) throws(FileError) -> RecordFiles? {
        if case .perSource(let folder, _) = layout { try Folder.create(folder) }
        if beginning == .resume, !Journal.exists(layout.journal) {
            let names = try layout.names(for: sources)
            if let existing = names.existing, names.isComplete(existing) {
                if let report { FailureList.remove(report: report) }
                return nil
            }
        }
        let wasThere = Journal.exists(layout.journal)
        let journal = try Journal(path: layout.journal)
        do throws(FileError) {
            return try RecordFiles(layout, sources, options, report, beginning, journal, checkpointBytes)
        } catch {
            if !wasThere { journal.remove() }
            throw error
        }
    }

    private init(
        _ layout: OutputLayout, _ sources: [InputSource], _ options: String, _ report: String?, _ beginning: Beginning, _ journal: Journal,
        _ checkpointBytes: Int
    ) throws(FileError) {
        (self.layout, self.journal, self.checkpointBytes) = (layout, journal, max(1, checkpointBytes))
        replaces = beginning == .replace
        if let content = journal.content, beginning == .resume {
            self.sources = content.sources.map(\.source)
            names = try layout.names(for: self.sources)
            start = content.checkpoints.last ?? Checkpoint()
            try Self.check(content, options, start, journal.path)
            try journal.proceed()
            (number, firstPending) = (start.file, content.checkpoints.dropLast().last?.file ?? 0)
        } else {
            self.sources = sources
            names = try layout.names(for: sources)
            if journal.content != nil, beginning == .refuse {
                throw FileError(path: layout.path, problem: "an interrupted run left its work; --resume goes on with it, --force starts anew")
            }
            if let path = names.firstOutput(among: sources) { throw FileError(path: path, problem: "it would be both read and written") }
            if beginning != .replace, let existing = names.existing {
                throw FileError(path: existing, problem: "the file exists; --force replaces it")
            }
            start = Checkpoint()
            (number, firstPending) = (0, 0)
            try journal.begin(options: options, sources: sources.map { SourceState($0) })
        }
        failures = if let report { try FailureList(report: report, from: start.failureBytes) } else { nil }
        if start.length > 0 { file = try PartialFile(path: names[number], from: start.length) }
        try movePending()
    }

    /// An interrupted run goes on only with the same options, and in the middle of a file only where that is the same.
    private static func check(_ content: Journal.Content, _ options: String, _ start: Checkpoint, _ journal: String) throws(FileError) {
        guard content.options == options else {
            throw FileError(path: journal, problem: "the interrupted run had other options: \(content.options); now: \(options)")
        }
        guard start.position.byte > 0, start.position.source < content.sources.count else { return }
        let before = content.sources[start.position.source]
        let now = SourceState(before.source)
        guard now.size == before.size, now.modified == before.modified else {
            throw FileError(
                path: before.source.path ?? before.source.name, problem: "it has changed since the run was interrupted; --force starts anew")
        }
    }

    /// What the interrupted run had done.
    public var totalsBefore: BatchTotals { start.totals }

    // MARK: Writing

    func write(_ result: ChunkResult) throws(FileError) {
        switch layout {
        case .one: try append(result.output[...])
        case .perSource: try writeSources(result)
        case .split(_, let bytes): try split(result.output[...], bytes)
        }
        sinceCheckpoint += result.output.count
    }

    /// Whether so much has been written since the last checkpoint that it is time for one.
    var isCheckpointDue: Bool { sinceCheckpoint >= checkpointBytes }

    func checkpoint(_ position: InputPosition, _ totals: BatchTotals, milliseconds: Int) throws(FileError) {
        try file?.synchronize()
        try failures?.synchronize()
        var checkpoint = Checkpoint()
        (checkpoint.position, checkpoint.totals, checkpoint.milliseconds) = (position, totals, milliseconds)
        (checkpoint.file, checkpoint.length, checkpoint.failureBytes) = (number, file?.length ?? 0, failures?.length ?? 0)
        try journal.append(checkpoint)
        try movePending()
        sinceCheckpoint = 0
    }

    /// Puts the last files in their place. The journal stays until `removeJournal`.
    func finish(_ totals: BatchTotals, milliseconds: Int) throws(FileError) {
        if case .perSource = layout { number = sources.count } else if start.position.source < sources.count || file != nil { try complete() }
        try checkpoint(InputPosition(source: sources.count), totals, milliseconds: milliseconds)
        if replaces, case .numbered = names { try removeLaterParts() }
    }

    /// Forgets how the batch came about; call it when everything that belongs to it has been written. The journal goes first: it needs the list of
    /// failures, not the other way round.
    public func removeJournal() {
        journal.remove()
        failures?.remove()
    }

    /// Throws away what has not moved into place.
    func abandon() {
        for number in firstPending..<number { PartialFile.remove(names[number]) }
        if file != nil { PartialFile.remove(names[number]) }
        removeJournal()
    }

    private func append(_ bytes: Slice<JSONBuffer>) throws(FileError) {
        if file == nil {
            try Folder.create(Folder.containing(names[number]))
            file = try PartialFile(path: names[number])
        }
        try file?.write(bytes)
    }

    /// Ends the open file; it moves into place with the next checkpoint.
    private func complete() throws(FileError) {
        var empty = JSONBuffer()
        if let compression = layout.compression, file?.length ?? 0 == 0 { _ = compression.append(JSONBuffer()[...], to: &empty) }
        try append(empty[...])
        try file?.synchronize()
        file = nil
        number += 1
    }

    private func writeSources(_ result: ChunkResult) throws(FileError) {
        var start = 0
        for end in result.sourceEnds {
            number = end.source
            if start < end.output { try append(result.output[start..<end.output]) }
            if end.isMissing { number += 1 } else { try complete() }
            start = end.output
        }
        number = result.end.source
        if start < result.output.count { try append(result.output[start...]) }
    }

    private func split(_ records: Slice<JSONBuffer>, _ bytes: Int) throws(FileError) {
        var rest = records
        while !rest.isEmpty {
            let length = file?.length ?? 0
            var count = rest.count
            if count > bytes - length {
                count = layout.compression == nil ? Self.wholeRecords(rest, upTo: bytes - length) : 0
                if count == 0, length == 0 { count = layout.compression == nil ? Self.firstRecord(rest) : rest.count }
            }
            try append(rest.prefix(count))
            rest = rest.dropFirst(count)
            if !rest.isEmpty { try complete() }
        }
    }

    /// How many bytes the records have that fit into so many.
    private static func wholeRecords(_ bytes: Slice<JSONBuffer>, upTo count: Int) -> Int {
        bytes.prefix(max(0, count)).lastIndex(of: 0x0A).map { $0 + 1 - bytes.startIndex } ?? 0
    }

    private static func firstRecord(_ bytes: Slice<JSONBuffer>) -> Int {
        bytes.firstIndex(of: 0x0A).map { $0 + 1 - bytes.startIndex } ?? bytes.count
    }

    private func movePending() throws(FileError) {
        var folders: Set<String> = []
        for number in firstPending..<max(number, firstPending) {
            try PartialFile.moveIntoPlace(names[number])
            folders.insert(Folder.containing(names[number]))
        }
        firstPending = max(number, firstPending)
        for folder in folders { Folder.synchronize(folder) }
    }

    /// Parts of a longer, earlier run would be taken for parts of this one.
    private func removeLaterParts() throws(FileError) {
        var later = number
        while Folder.holds(names[later]) {
            PartialFile.discard(names[later])
            later += 1
        }
    }
}

extension OutputNames {
    /// A source that would be replaced.
    fileprivate func firstOutput(among sources: [InputSource]) -> String? {
        switch self {
        case .listed(let paths):
            let outputs = Set(paths)
            return sources.lazy.compactMap(\.path).first { outputs.contains($0) }
        default: return sources.lazy.compactMap(\.path).first { $0 == self[0] }
        }
    }

    /// Whether all files are there, given that one is.
    fileprivate func isComplete(_ existing: String) -> Bool {
        if case .listed(let paths) = self { return paths.allSatisfy { Folder.holds($0) } }
        return true
    }
}

extension OutputLayout {
    /// What messages call the output.
    public var path: String {
        switch self {
        case .one(let path), .split(let path, _): path
        case .perSource(let folder, _): folder
        }
    }
}
