#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why a file could not be read or written.
public struct FileError: Error, Sendable, CustomStringConvertible {
    public let path: String
    public let problem: String
    /// Whether the reader of a pipe has gone away.
    public let isBrokenPipe: Bool

    init(path: String, code: Int32) {
        self.path = path
        problem = String(cString: strerror(code))
        isBrokenPipe = code == EPIPE
    }

    public init(path: String, problem: String) {
        (self.path, self.problem, isBrokenPipe) = (path, problem, false)
    }

    public var description: String { "\(path): \(problem)" }
}

/// A file or pipe that is open for reading.
public final class InputFile {
    public let path: String
    private let descriptor: Int32
    private let isOwned: Bool

    public init(path: String) throws(FileError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        (self.path, isOwned) = (path, true)
    }

    private init(standardInput: Void) { (path, descriptor, isOwned) = ("standard input", 0, false) }

    public static var standardInput: InputFile { InputFile(standardInput: ()) }

    deinit { if isOwned { close(descriptor) } }

    /// Appends up to `count` bytes as soon as there are any. False at the end, or when the signal is raised before.
    func read(upTo count: Int, into bytes: inout [UInt8], unless stop: StopSignal? = nil) throws(FileError) -> Bool {
        guard waitForInput(descriptor, or: stop) else { return false }
        let before = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: count))
        while true {
            // SAFETY: the buffer's tail has `count` bytes, of which the call fills as many as it returns.
            let got = bytes.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress! + before, count) }
            if got < 0, errno == EINTR { continue }
            let code = errno
            bytes.removeLast(count - max(got, 0))
            guard got >= 0 else { throw FileError(path: path, code: code) }
            return got > 0
        }
    }

    /// Whether a read would return at once.
    var isReady: Bool { isReadable(descriptor) }

    /// The whole file.
    public static func contents(of path: String) throws(FileError) -> [UInt8] {
        let file = try InputFile(path: path)
        var bytes: [UInt8] = []
        while try file.read(upTo: 1 << 20, into: &bytes) {}
        return bytes
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int { read(descriptor, buffer, count) }
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer, _ count: Int) -> Int { write(descriptor, buffer, count) }

/// A file or pipe that is open for writing. A file takes its name only when it is complete.
public final class OutputFile {
    public let path: String
    private let descriptor: Int32
    private let temporary: String?
    private var isFinished = false

    /// Writes beside `path` and moves the file into place with `finish`. Refuses to replace a file unless it may.
    public init(path: String, replacing: Bool) throws(FileError) {
        if !replacing, access(path, F_OK) == 0 { throw FileError(path: path, problem: "the file exists; --force replaces it") }
        let name = "\(path).\(getpid()).partial"
        descriptor = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        (self.path, temporary) = (path, name)
    }

    private init(name: String, descriptor: Int32) { (path, self.descriptor, temporary) = (name, descriptor, nil) }

    public static var standardOutput: OutputFile { OutputFile(name: "standard output", descriptor: 1) }
    public static var standardError: OutputFile { OutputFile(name: "standard error", descriptor: 2) }

    deinit {
        guard let temporary else { return }
        if !isFinished {
            close(descriptor)
            unlink(temporary)
        }
    }

    /// Writes all bytes.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        var done = 0
        while done < bytes.count {
            // SAFETY: the pointer covers the bytes from `done` on.
            let got = bytes.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress! + done, bytes.count - done) }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw FileError(path: path, code: errno) }
            done += got
        }
    }

    /// Puts the complete file in its place.
    public func finish() throws(FileError) {
        guard let temporary else { return }
        isFinished = true
        let synced = fsync(descriptor) == 0 || errno == EINVAL
        let code = errno
        guard close(descriptor) == 0, synced, rename(temporary, path) == 0 else {
            let failure = synced ? errno : code
            unlink(temporary)
            throw FileError(path: path, code: failure)
        }
    }
}

/// Makes a write to a closed pipe an error instead of the end of the program.
public func ignoreBrokenPipeSignal() { signal(SIGPIPE, SIG_IGN) }
