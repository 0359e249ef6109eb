/// The bytes of a source, decompressed.
struct ByteInput {
    private static let readSize = 256 << 10

    let file: InputFile
    private let decompressor: Decompressor?
    private let stop: StopSignal?
    private var packed: [UInt8] = []
    /// How much of `packed` has been decoded.
    private var taken = 0
    /// Whether the decoder may hold bytes that it had no room for.
    private var hasMore = false
    /// How many bytes have been read from the file.
    private(set) var bytesRead = 0

    init(_ file: InputFile, _ compression: Compression? = nil, stop: StopSignal? = nil) throws(FileError) {
        (self.file, self.stop) = (file, stop)
        decompressor = compression.flatMap(Decompressor.init)
        if compression != nil, decompressor == nil { throw FileError(path: file.path, problem: "there is no memory to decompress it") }
    }

    /// Whether a read would return at once.
    var isReady: Bool { hasMore || file.isReady }

    /// Appends some bytes. False at the end, or when the signal is raised before. A file that ends before its time is an error.
    mutating func read(into bytes: inout [UInt8]) throws(FileError) -> Bool {
        guard let decompressor else { return try readFile(into: &bytes) }
        let before = bytes.count
        while bytes.count == before {
            if !hasMore {
                guard try refill() else {
                    if stop?.isRaised == true || decompressor.state == .whole || bytesRead == 0 { return false }
                    throw FileError(path: file.path, problem: "the compressed data is cut off")
                }
            }
            taken += decompressor.decode(packed, from: taken, upTo: Self.readSize, into: &bytes)
            if decompressor.state == .damaged { throw FileError(path: file.path, problem: "the compressed data is damaged") }
            hasMore = taken < packed.count || bytes.count - before == Self.readSize
        }
        return true
    }

    private mutating func readFile(into bytes: inout [UInt8]) throws(FileError) -> Bool {
        let before = bytes.count
        let isOpen = try file.read(upTo: Self.readSize, into: &bytes, unless: stop)
        try note(bytes.count - before, isOpen)
        return isOpen
    }

    private mutating func refill() throws(FileError) -> Bool {
        packed.removeAll(keepingCapacity: true)
        taken = 0
        let isOpen = try file.read(upTo: Self.readSize, into: &packed, unless: stop)
        try note(packed.count, isOpen)
        return isOpen
    }

    private mutating func note(_ count: Int, _ isOpen: Bool) throws(FileError) {
        bytesRead += count
        if !isOpen, stop?.isRaised != true, let size = file.size, bytesRead < size {
            throw FileError(path: file.path, problem: "the file became shorter while it was read: \(bytesRead) of \(size) bytes")
        }
    }

    /// Goes to a byte of a file that is not compressed.
    mutating func seek(to byte: Int) throws(FileError) {
        try file.seek(to: byte)
        bytesRead = byte
    }
}
