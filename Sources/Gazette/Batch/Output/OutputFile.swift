#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file or pipe that is open for writing. A file takes its name only when it is complete.
public final class OutputFile {
    public let path: String
    private let descriptor: Int32
    private let temporary: String?
    private var isFinished = false

    /// Writes beside `path` and moves the file into place with `finish`. Refuses to replace a file unless it may.
    ///
    /// Programs that write the same file at the same time do so apart, unless something else keeps them from it (`isAlone`): then what a program
    /// that was killed left behind is overwritten by the next.
    public init(path: String, replacing: Bool, isAlone: Bool = false) throws(FileError) {
        if !replacing, access(path, F_OK) == 0 { throw FileError(path: path, problem: "the file exists; --force replaces it") }
        let name = isAlone ? PartialFile.temporaryName(path) : PartialFile.temporaryName("\(path).\(getpid())")
        descriptor = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        (self.path, temporary) = (path, name)
    }

    /// Writes straight to a pipe or device.
    public init(device path: String) throws(FileError) {
        descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
        (self.path, temporary) = (path, nil)
    }

    /// Whether there is something under this name that is no regular file and no folder.
    public static func isDevice(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG && status.st_mode & S_IFMT != S_IFDIR
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

    /// Asks the system to let a pipe hold more, so that its reader and this program wake each other less often. Where it is none, or the system
    /// refuses, it stays as it is.
    func widenPipe() {
        #if os(Linux)
            // F_SETPIPE_SZ and F_GETPIPE_SZ of <linux/fcntl.h>, which Swift's modules of the C library leave out.
            let (setSize, getSize, wanted): (Int32, Int32, Int32) = (1031, 1032, 256 << 10)
            if fcntl(descriptor, getSize) < wanted { _ = fcntl(descriptor, setSize, wanted) }
        #endif
    }

    /// Writes all bytes.
    public func write(_ bytes: some Collection<UInt8>) throws(FileError) { try writeAll(bytes, to: descriptor, path: path) }

    /// Puts the complete file in its place, by default when the disk has it: a file that can be made anew need not wait for that.
    public func finish(isDurable: Bool = true) throws(FileError) {
        guard let temporary else { return }
        isFinished = true
        let synced = !isDurable || fsync(descriptor) == 0 || errno == EINVAL
        let code = errno
        guard close(descriptor) == 0, synced, rename(temporary, path) == 0 else {
            let failure = synced ? errno : code
            unlink(temporary)
            throw FileError(path: path, code: failure)
        }
    }
}
