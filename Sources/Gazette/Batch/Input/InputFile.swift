#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file or pipe that is open for reading.
public final class InputFile {
    public let path: String
    private let descriptor: Int32
    private let isOwned: Bool
    /// The size of a regular file when it was opened.
    let size: Int?
    /// Where the system puts bytes: memory that is not made zero first, so that what a call does not fill is never touched.
    private var buffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    public init(path: String) throws(FileError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        (self.path, isOwned) = (path, true)
        size = regularFileSize(descriptor)
    }

    private init(standardInput: Void) { (path, descriptor, isOwned, size) = ("standard input", 0, false, nil) }

    public static var standardInput: InputFile { InputFile(standardInput: ()) }

    deinit {
        buffer.deallocate()
        if isOwned { close(descriptor) }
    }

    /// Appends up to `count` bytes as soon as there are any. False at the end, or when the signal is raised before.
    func read(upTo count: Int, into bytes: inout [UInt8], unless stop: StopSignal? = nil) throws(FileError) -> Bool {
        guard waitForInput(descriptor, or: stop) else { return false }
        if buffer.count < count {
            buffer.deallocate()
            buffer = .allocate(byteCount: count, alignment: 1)
        }
        // SAFETY: the call fills as many of the buffer's bytes as it returns.
        var got = 0
        repeat { got = systemRead(descriptor, buffer.baseAddress, count) } while got < 0 && errno == EINTR
        if got < 0 { throw FileError(path: path, code: errno) }
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<got]))
        return got > 0
    }

    /// Goes to a byte of the file.
    func seek(to byte: Int) throws(FileError) {
        guard lseek(descriptor, off_t(byte), SEEK_SET) == off_t(byte) else { throw FileError(path: path, code: errno) }
    }

    /// Whether a read would return at once.
    var isReady: Bool { size != nil || isReadable(descriptor) }

    /// The whole file.
    public static func contents(of path: String) throws(FileError) -> [UInt8] {
        let file = try InputFile(path: path)
        var bytes: [UInt8] = []
        while try file.read(upTo: 1 << 20, into: &bytes) {}
        return bytes
    }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(descriptor, buffer, count) }

private func regularFileSize(_ descriptor: Int32) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
}
