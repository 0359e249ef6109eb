#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file in the making. It lies beside the place that it will take, under another name.
final class PartialFile {
    let path: String
    private(set) var length: Int
    private let descriptor: Int32

    static func temporaryName(_ path: String) -> String { path + ".partial" }

    /// Begins a file for `path`, or goes on behind the first `length` bytes of one that was begun.
    init(path: String, from length: Int = 0) throws(FileError) {
        let name = Self.temporaryName(path)
        descriptor = open(name, O_RDWR | O_CREAT | O_CLOEXEC | (length == 0 ? O_TRUNC : 0), 0o644)
        guard descriptor >= 0 else { throw FileError(path: name, code: errno) }
        (self.path, self.length) = (path, length)
        let size = Int(lseek(descriptor, 0, SEEK_END))
        guard size >= length else { throw FileError(path: name, problem: "it has \(size) of the \(length) bytes that were written") }
        guard ftruncate(descriptor, off_t(length)) == 0, lseek(descriptor, off_t(length), SEEK_SET) >= 0 else {
            throw FileError(path: name, code: errno)
        }
    }

    deinit { close(descriptor) }

    func write(_ bytes: some Collection<UInt8>) throws(FileError) {
        try writeAll(bytes, to: descriptor, path: Self.temporaryName(path))
        length += bytes.count
    }

    /// Makes sure that the bytes outlast the machine's failure.
    func synchronize() throws(FileError) {
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileError(path: Self.temporaryName(path), code: errno) }
    }

    /// The first bytes of what has been written, in pieces.
    func read(_ body: ([UInt8]) throws(FileError) -> Void) throws(FileError) {
        let file = try InputFile(path: Self.temporaryName(path))
        var piece: [UInt8] = []
        while try file.read(upTo: 1 << 20, into: &piece) {
            try body(piece)
            piece.removeAll(keepingCapacity: true)
        }
    }

    /// Puts a file that was begun for `path` in its place; nothing where it is there already.
    static func moveIntoPlace(_ path: String) throws(FileError) {
        guard rename(temporaryName(path), path) == 0 || errno == ENOENT else { throw FileError(path: path, code: errno) }
    }

    static func remove(_ path: String) { unlink(temporaryName(path)) }

    static func discard(_ path: String) { unlink(path) }
}

/// Writes all bytes, waiting where the descriptor takes none.
func writeAll(_ bytes: some Collection<UInt8>, to descriptor: Int32, path: String) throws(FileError) {
    guard let code = bytes.withContiguousStorageIfAvailable({ writeAll(UnsafeRawBufferPointer($0), to: descriptor) }) else {
        return try writeAll(Array(bytes), to: descriptor, path: path)
    }
    if code != 0 { throw FileError(path: path, code: code) }
}

/// Returns 0, or the system's number for what keeps the bytes from being written.
private func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var done = 0
    while done < bytes.count {
        // SAFETY: the pointer covers the bytes from `done` on.
        let rest = UnsafeRawBufferPointer(rebasing: bytes[done...])
        let got = systemWrite(descriptor, rest.baseAddress, rest.count)
        if got >= 0 {
            done += got
        } else if errno == EAGAIN {
            var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            poll(&request, 1, -1)
        } else if errno != EINTR {
            return errno
        }
    }
    return 0
}

private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int { write(descriptor, buffer, count) }

/// What a batch asks of folders.
enum Folder {
    /// The folder that a path lies in.
    static func containing(_ path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes a folder and those above it where they are missing.
    static func create(_ path: String) throws(FileError) {
        if access(path, F_OK) == 0 { return }
        let above = containing(path)
        if above != path { try create(above) }
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw FileError(path: path, code: errno) }
    }

    /// Makes sure that the names in a folder outlast the machine's failure; file systems that cannot are let be.
    static func synchronize(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return }
        fsync(descriptor)
        close(descriptor)
    }

    static func holds(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
