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
