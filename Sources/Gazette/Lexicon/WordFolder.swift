/// Folds words to the form under which the vocabulary holds them, and classifies their case, in one pass over the bytes.
///
/// SAFETY: `buffer` is 72 bytes that belong to this object; `append` stops at 64, and the last lane may be read and written in full. `state` is initialised
/// and belongs to it too; it lies apart so that a change of it is not watched for overlapping ones.
package final class WordFolder {
    /// Longer words are in no lexicon.
    package static let mostBytes = 64

    private let buffer: UnsafeMutablePointer<UInt8>
    private let state: UnsafeMutablePointer<State>
    /// Keeps the tables below in memory.
    private let lexicon: Lexicon
    private let pages: Table<UInt16>
    private let folds: Table<ImageFormat.FoldEntry>

    /// How many bytes the last word folds to, and the case of its letters.
    private struct State {
        var count = 0
        var shape = TokenShape.none
    }

    private var count: Int {
        get { state.pointee.count }
        set { state.pointee.count = newValue }
    }

    package private(set) var shape: TokenShape {
        get { state.pointee.shape }
        set { state.pointee.shape = newValue }
    }

    package init(lexicon: Lexicon) {
        buffer = .allocate(capacity: Self.mostBytes + 8)
        state = .allocate(capacity: 1)
        state.initialize(to: State())
        self.lexicon = lexicon
        pages = lexicon.foldPages
        folds = lexicon.folds
    }

    deinit {
        buffer.deallocate()
        state.deallocate()
    }

    /// The folded bytes of the last word.
    package var folded: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: buffer, count: min(count, Self.mostBytes)) }

    /// Whether the last word folds to these bytes.
    func equals(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count == count else { return false }
        for index in 0..<count where bytes[index] != buffer[index] { return false }
        return true
    }

    /// Folds a word of valid UTF-8. False where it is longer than any word of a lexicon; its shape is known all the same.
    package func fold(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if text.count <= Self.mostBytes, foldASCII(text) { return true }
        count = 0
        var (uppers, lowers, firstIsUpper, seen) = (0, 0, false, false)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                let isUpper = byte.isUpper
                if byte.isLetter {
                    if !seen { (firstIsUpper, seen) = (isUpper, true) }
                    if isUpper { uppers += 1 } else { lowers += 1 }
                }
                append(isUpper ? byte | 0x20 : byte)
                index += 1
                continue
            }
            let (scalar, length) = decode(text, at: index)
            index += length
            let entry = self[scalar]
            if entry.isAlphabetic {
                if !seen { (firstIsUpper, seen) = (entry.isUpper, true) }
                if entry.isUpper { uppers += 1 } else { lowers += 1 }
            }
            append(scalar: entry.first == ImageFormat.FoldEntry.itself ? scalar : entry.first)
            if entry.second != 0 { append(entry.second) }
        }
        shape = Self.shape(uppers: uppers, lowers: lowers, firstIsUpper: firstIsUpper)
        return count <= Self.mostBytes
    }

    /// Folds a word of at most `mostBytes` bytes, eight at a time; false where one of them is not ASCII.
    private func foldASCII(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var (index, uppers, lowers, firstIsUpper) = (0, 0, 0, false)
        while index < text.count {
            let lane = text.lane(at: index)
            if lane & 0x8080_8080_8080_8080 != 0 { return false }
            let (upper, letter) = (lane.marksOfUppers, lane.marksOfLetters)
            UnsafeMutableRawPointer(buffer).storeBytes(of: (lane | upper >> 2).littleEndian, toByteOffset: index, as: UInt64.self)
            if uppers == 0, lowers == 0 { firstIsUpper = upper & letter & (~letter &+ 1) != 0 }
            // Whether there are none, one or more is all that shapes ask.
            if upper != 0 { uppers += upper & (upper &- 1) == 0 ? 1 : 2 }
            if letter != upper { lowers = 1 }
            index += 8
        }
        count = text.count
        shape = Self.shape(uppers: uppers, lowers: lowers, firstIsUpper: firstIsUpper)
        return true
    }

    private static func shape(uppers: Int, lowers: Int, firstIsUpper: Bool) -> TokenShape {
        if uppers == 0 { return lowers == 0 ? .none : .lower }
        if lowers == 0 { return uppers == 1 ? .title : .upper }
        return uppers == 1 && firstIsUpper ? .title : .mixed
    }

    private subscript(scalar: UInt32) -> ImageFormat.FoldEntry {
        folds[Int(pages[Int(scalar >> 8)]) * ImageFormat.foldPageSize + Int(scalar & 0xFF)]
    }

    private func append(_ byte: UInt8) {
        if count < Self.mostBytes { buffer[count] = byte }
        count += 1
    }

    private func append(scalar: UInt32) {
        if scalar == 0 { return }
        if scalar < 0x80 { return append(UInt8(scalar)) }
        if let valid = Unicode.Scalar(scalar) { for byte in UTF8.encode(valid) ?? .init() { append(byte) } }
    }

    /// The first eight folded bytes, the first lowest, padded with zeros; known once the hash has been asked for.
    var head: UInt64 { UInt64(littleEndian: UnsafeRawPointer(buffer).loadUnaligned(as: UInt64.self)) }

    /// The same of a folded word.
    package static func head(_ folded: [UInt8]) -> UInt64 { folded.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }

    /// The hash of the folded bytes; the same as `hash(_:)` of them.
    package var hash: UInt64 {
        for padding in count..<count + 8 { buffer[padding] = 0 }
        var hash = Self.seed(count: count)
        var index = 0
        while index < count {
            hash = Self.mix(hash, UnsafeRawPointer(buffer).loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        return hash
    }

    /// The hash of a folded word, eight bytes at a time, the first lowest, the last padded with zeros.
    package static func hash(_ folded: [UInt8]) -> UInt64 {
        folded.withUnsafeBytes { bytes in
            var (hash, index) = (seed(count: bytes.count), 0)
            while index + 8 <= bytes.count {
                hash = mix(hash, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
                index += 8
            }
            if index == bytes.count { return hash }
            return mix(hash, bytes[index...].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        }
    }

    private static func seed(count: Int) -> UInt64 { UInt64(count) &* 0x9E37_79B9_7F4A_7C15 }

    private static func mix(_ hash: UInt64, _ lane: UInt64) -> UInt64 {
        let product = (hash ^ lane) &* 0xD6E8_FEB8_6659_FD93
        return product ^ product >> 32
    }
}

/// The scalar at a byte offset of valid UTF-8 and its length in bytes.
func decode(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(text[index])
    func tail(_ offset: Int) -> UInt32 { UInt32(text[index + offset] & 0x3F) }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
    return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
}
