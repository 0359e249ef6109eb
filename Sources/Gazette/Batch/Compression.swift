internal import CCompression

/// A form in which files are compressed, told by the ending of their names.
public enum Compression: String, Sendable, Hashable, CaseIterable {
    case gzip, zstd

    /// `.gz` or `.zst`
    public var ending: String { self == .gzip ? ".gz" : ".zst" }

    /// The form that a file's name announces.
    public init?(name: String) {
        guard let form = Self.allCases.first(where: { name.hasSuffix($0.ending) && name.utf8.count > $0.ending.utf8.count }) else { return nil }
        self = form
    }

    var code: Int32 { Int32(self == .gzip ? CCOMPRESSION_GZIP : CCOMPRESSION_ZSTD) }

    /// Appends bytes as one gzip member or Zstandard frame: files of several of them are decompressed as if they were one, so that chunks can
    /// be compressed apart and a file be cut between them. False where memory is short.
    func append(_ bytes: Slice<JSONBuffer>, to output: inout JSONBuffer) -> Bool {
        let bound = ccompression_bound(code, bytes.count)
        let before = output.count
        // SAFETY: the pointers and counts are those of the two buffers, of which the second has room for `bound` bytes.
        bytes.withContiguousStorageIfAvailable { source in
            output.write(most: bound) { ccompression_encode(code, source.baseAddress, source.count, $0, bound) }
        }
        return output.count > before
    }
}

/// Decompresses gzip members or Zstandard frames, one behind the other, piece by piece.
final class Decompressor {
    enum State { case inside, whole, damaged }

    private let handle: OpaquePointer
    /// Whether the bytes so far end with a whole member or frame; nothing at all is not whole.
    private(set) var state = State.inside

    /// Nil where memory is short.
    init?(_ form: Compression) {
        guard let handle = ccompression_decoder_open(form.code) else { return nil }
        self.handle = handle
    }

    deinit { ccompression_decoder_close(handle) }

    /// Decodes from `input[start...]` and appends up to `count` bytes; returns how many input bytes were taken.
    func decode(_ input: [UInt8], from start: Int, upTo count: Int, into output: inout [UInt8]) -> Int {
        let before = output.count
        output.append(contentsOf: repeatElement(0, count: count))
        var (taken, written) = (0, 0)
        // SAFETY: the pointers and counts are those of the two buffers, of which the second has `count` bytes from `before` on.
        let status = input.withUnsafeBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                ccompression_decode(
                    handle, source.baseAddress.map { $0 + start }, source.count - start, &taken,
                    target.baseAddress.map { $0 + before }, count, &written)
            }
        }
        output.removeLast(count - written)
        state = status < 0 ? .damaged : Int(status) == Int(CCOMPRESSION_WHOLE) ? .whole : .inside
        return taken
    }
}
