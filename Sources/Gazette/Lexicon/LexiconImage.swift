#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A compiled lexicon in memory, mapped from a file or held in a buffer. Its sections are read in place.
///
/// SAFETY: the bytes are never written after `init` and live as long as this object; every section's bounds are checked in `init`
/// and every index in `Table`, so that a damaged image stops the program instead of reading elsewhere.
final class LexiconImage: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer
    private let isMapped: Bool
    private let sections: [Range<Int>]

    /// Maps the file read-only.
    init(path: String) throws(LexiconError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LexiconError(path: path, problem: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_size > 0 else { throw LexiconError(path: path, problem: "the file is empty") }
        let size = Int(status.st_size)
        guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
            throw LexiconError(path: path, problem: String(cString: strerror(errno)))
        }
        bytes = UnsafeRawBufferPointer(start: base, count: size)
        isMapped = true
        do { sections = try Self.sections(of: bytes, path: path) } catch {
            munmap(base, size)
            throw error
        }
    }

    /// Copies an image that is in memory already.
    init(copying image: [UInt8]) throws(LexiconError) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(image.count, 1), alignment: 16)
        copy.copyBytes(from: image)
        bytes = UnsafeRawBufferPointer(rebasing: copy[0..<image.count])
        isMapped = false
        do { sections = try Self.sections(of: bytes, path: "lexicon image") } catch {
            copy.deallocate()
            throw error
        }
    }

    deinit {
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        } else {
            bytes.deallocate()
        }
    }

    /// Compares the content with the hash that the header has of it.
    func verify(path: String) throws(LexiconError) {
        let header = (ImageFormat.headerSize + 7) / 8 * 8
        var hash = ContentHash()
        hash.add(UnsafeRawBufferPointer(rebasing: bytes[min(header, bytes.count)...]))
        guard UInt32(truncatingIfNeeded: hash.value) == bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self) else {
            throw LexiconError(path: path, problem: "its content is damaged; compile it again")
        }
    }

    func table<Record: BitwiseCopyable>(_ section: ImageFormat.Section, of type: Record.Type = Record.self) -> Table<Record> {
        Table(bytes: UnsafeRawBufferPointer(rebasing: bytes[sections[section.rawValue]]))
    }

    private static func sections(of bytes: UnsafeRawBufferPointer, path: String) throws(LexiconError) -> [Range<Int>] {
        guard bytes.count >= ImageFormat.headerSize, bytes.prefix(8).elementsEqual(ImageFormat.magic) else {
            throw LexiconError(path: path, problem: "not a compiled lexicon; make one with 'gazette lexicon compile'")
        }
        let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
        guard version == ImageFormat.version else {
            throw LexiconError(path: path, problem: "its format is \(version), this program reads \(ImageFormat.version); compile it again")
        }
        let size = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        guard size == UInt64(bytes.count) else {
            throw LexiconError(path: path, problem: "it is cut off: \(bytes.count) of \(size) bytes")
        }
        var result: [Range<Int>] = []
        for section in ImageFormat.Section.allCases {
            let place = 24 + section.rawValue * 16
            let offset = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            let length = bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
            guard offset <= size, length <= size - offset, offset % 8 == 0 else {
                throw LexiconError(path: path, problem: "section \(section) lies outside of the file")
            }
            result.append(Int(offset)..<Int(offset + length))
        }
        return result
    }
}

/// The records of one section.
struct Table<Record: BitwiseCopyable> {
    let bytes: UnsafeRawBufferPointer
    let count: Int

    init(bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        count = bytes.count / MemoryLayout<Record>.stride
    }

    /// A copy of all of them.
    var records: [Record] {
        // To fill an empty array is to write its count, 0, into the one empty array that all threads share.
        if count == 0 { return [] }
        // SAFETY: sections are aligned to 8 bytes and `count` whole records lie in the bytes.
        return [Record](unsafeUninitializedCapacity: count) { buffer, filled in
            UnsafeMutableRawBufferPointer(buffer).copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<(count * MemoryLayout<Record>.stride)]))
            filled = count
        }
    }

    /// Where a record lies. Not to be read.
    func place(_ index: Int) -> UnsafeRawPointer? { bytes.baseAddress.map { $0 + index * MemoryLayout<Record>.stride } }

    subscript(index: Int) -> Record {
        precondition(index >= 0 && index < count, "damaged lexicon image")
        return bytes.load(fromByteOffset: index * MemoryLayout<Record>.stride, as: Record.self)
    }
}

/// Why a compiled lexicon could not be used.
public struct LexiconError: Error, Sendable, CustomStringConvertible {
    public let path: String
    public let problem: String

    public var description: String { "\(path): \(problem)" }
}
