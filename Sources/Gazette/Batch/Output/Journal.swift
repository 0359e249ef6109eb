#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How far a batch had come when everything before was safe on disk.
struct Checkpoint: Sendable, Hashable {
    var position = InputPosition()
    /// The output file that is open, by its number, and how long it is; all before it are complete.
    var (file, length) = (0, 0)
    /// How long the list of failures is.
    var failureBytes = 0
    var milliseconds = 0
    var totals = BatchTotals()

    /// A line of numbers that ends with their sum, so that a line that was cut off is not taken for another.
    var line: String {
        let numbers = [position.source, position.byte, position.line, file, length, failureBytes, milliseconds] + totals.numbers
        return ([Self.name] + (numbers + [Self.sum(numbers)]).map(String.init)).joined(separator: "\t")
    }

    init() {}

    init?(line: Substring) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        let numbers = parts.dropFirst().compactMap { Int($0) }
        guard parts.first == Self.name[...], numbers.count == parts.count - 1, numbers.count == 8 + totals.numbers.count,
            Self.sum(numbers.dropLast()) == numbers.last
        else { return nil }
        position = InputPosition(source: numbers[0], byte: numbers[1], line: numbers[2])
        (file, length, failureBytes, milliseconds) = (numbers[3], numbers[4], numbers[5], numbers[6])
        totals.numbers = Array(numbers[7...].dropLast())
    }

    private static let name = "checkpoint"

    private static func sum(_ numbers: some Sequence<Int>) -> Int { numbers.reduce(1) { ($0 &* 31 &+ $1) & 0xFFFF_FFFF } }
}

/// What a batch does, and how far it has come: a file beside the output, from which an interrupted batch goes on.
///
/// Its first lines tell the options and the sources, then `begin`, then a line for every checkpoint.
final class Journal {
    struct Content {
        var options = ""
        var sources: [SourceState] = []
        var checkpoints: [Checkpoint] = []
        /// Without a last line that was cut off.
        var length = 0
    }

    private static let heading = "gazette journal 1"
    private static let beginning = "begin"

    let path: String
    private let descriptor: Int32
    /// Nil where no batch was begun.
    let content: Content?

    static func exists(_ path: String) -> Bool { Folder.holds(path) }

    /// Opens a journal, or makes an empty one. No second program can have it open.
    init(path: String) throws(FileError) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        self.path = path
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            throw code == EWOULDBLOCK ? FileError(path: path, problem: "another run is writing there") : FileError(path: path, code: code)
        }
        do throws(FileError) { content = try Self.read(path) } catch {
            close(descriptor)
            throw error
        }
    }

    deinit { close(descriptor) }

    /// Begins a batch anew.
    func begin(options: String, sources: [SourceState]) throws(FileError) {
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw FileError(path: path, code: errno) }
        var json = JSONBuffer()
        json.append(raw: Self.heading + "\n")
        json.appendString(options)
        json.append("\n")
        for source in sources { source.append(to: &json) }
        json.append(raw: Self.beginning + "\n")
        try append(json.bytes)
    }

    /// Goes on behind the last checkpoint.
    func proceed() throws(FileError) {
        guard let content, ftruncate(descriptor, off_t(content.length)) == 0 else { throw FileError(path: path, code: errno) }
    }

    func append(_ checkpoint: Checkpoint) throws(FileError) { try append(Array((checkpoint.line + "\n").utf8)) }

    func remove() { unlink(path) }

    private func append(_ bytes: [UInt8]) throws(FileError) {
        lseek(descriptor, 0, SEEK_END)
        try writeAll(bytes[...], to: descriptor, path: path)
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileError(path: path, code: errno) }
    }

    private static func read(_ path: String) throws(FileError) -> Content? {
        let text = String(decoding: try InputFile.contents(of: path), as: UTF8.self)
        if text.isEmpty { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines[0] == heading else { throw FileError(path: path, problem: "this is no journal of this version; --force starts anew") }
        guard let begin = lines.dropLast().firstIndex(of: beginning[...]) else { return nil }
        var content = Content(options: try string(lines[1], path))
        for line in lines[2..<begin] { content.sources.append(try SourceState(line: line, journal: path)) }
        content.length = lines[...begin].reduce(0) { $0 + $1.utf8.count + 1 }
        for line in lines[(begin + 1)...].dropLast() {
            guard let checkpoint = Checkpoint(line: line) else { break }
            content.checkpoints.append(checkpoint)
            content.length += line.utf8.count + 1
        }
        return content
    }

    fileprivate static func string(_ json: Substring, _ path: String) throws(FileError) -> String {
        let bytes = Array(json.utf8)
        var (scanner, value): (JSONScanner, [UInt8]) = (JSONScanner(bytes, 0..<bytes.count), [])
        do throws(RecordError) { try scanner.appendString(to: &value, field: "path") } catch {
            throw FileError(path: path, problem: "the journal is damaged: \(error); --force starts anew")
        }
        return String(decoding: value, as: UTF8.self)
    }
}

/// A source as it was when a batch began.
struct SourceState: Sendable, Hashable {
    let source: InputSource
    let size: Int
    /// In nanoseconds since 1970.
    let modified: Int

    init(_ source: InputSource) {
        self.source = source
        var status = stat()
        guard let path = source.path, stat(path, &status) == 0 else {
            (size, modified) = (-1, 0)
            return
        }
        size = Int(status.st_size)
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        modified = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }

    /// `size TAB modified TAB format TAB name TAB path`, the last two as JSON strings.
    fileprivate init(line: Substring, journal: String) throws(FileError) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count == 5, let size = Int(parts[0]), let modified = Int(parts[1]), let format = InputFormat(rawValue: String(parts[2])) else {
            throw FileError(path: journal, problem: "the journal is damaged: '\(line)' is no source; --force starts anew")
        }
        (self.size, self.modified) = (size, modified)
        source = InputSource(path: try Journal.string(parts[4], journal), name: try Journal.string(parts[3], journal), format: format)
    }

    fileprivate func append(to json: inout JSONBuffer) {
        json.append(raw: "\(size)\t\(modified)\t\(source.format.rawValue)\t")
        json.appendString(source.name)
        json.append("\t")
        json.appendString(source.path ?? "")
        json.append("\n")
    }
}

extension InputSource {
    /// In bytes, as it lies on disk; nil for what is no file.
    public var fileSize: Int? {
        let size = SourceState(self).size
        return size < 0 ? nil : size
    }
}
