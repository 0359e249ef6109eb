/// Bytes of JSON text in the making: what a worker writes for a chunk lies in one of these until it is written to a file. The storage is kept from
/// text to text.
///
/// SAFETY: `write` makes the room that its caller names before it hands out a place, with `Storage.slack` bytes behind it, and no caller stores further
/// than that. Copies share memory until one of them is emptied, which gives it memory of its own: who copies a buffer must not go on writing to both.
package struct JSONBuffer: @unchecked Sendable {
    private var storage: Storage
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Where the next byte goes.
    package private(set) var count = 0

    package init() { self.init(capacity: 256) }

    private init(capacity: Int) {
        storage = Storage(capacity: capacity)
        (start, self.capacity) = (storage.start, capacity)
    }

    /// A copy of what has been written.
    package var bytes: [UInt8] { Array(written) }

    /// What has been written; valid until the next change.
    private var written: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// Appends what has been written to bytes.
    func append(to bytes: inout [UInt8]) { bytes.append(contentsOf: written) }

    mutating func removeAll() {
        if !isKnownUniquelyReferenced(&storage) { self = JSONBuffer(capacity: capacity) }
        count = 0
    }

    /// Makes room for so many bytes more, so that what is appended need not move.
    mutating func reserve(_ count: Int) { write(most: count) { _ in 0 } }

    /// Takes the last byte back.
    mutating func removeLast() { count -= 1 }

    /// Hands out a place with room for `most` bytes; `body` returns how many it has stored.
    @inline(__always)
    mutating func write(most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        if capacity &- count < most { grow(most) }
        count &+= body(start + count)
    }

    @inline(never)
    private mutating func grow(_ most: Int) {
        var larger = JSONBuffer(capacity: capacity + Swift.max(most, capacity, 4096))
        larger.start.update(from: start, count: count)
        larger.count = count
        self = larger
    }

    private final class Storage {
        let start: UnsafeMutablePointer<UInt8>

        /// So many bytes behind the last may be touched.
        static let slack = 32

        init(capacity: Int) { start = .allocate(capacity: capacity + Self.slack) }

        deinit { start.deallocate() }
    }

    /// The literal's length is known where this is inlined: it becomes a few stores.
    @inline(__always)
    package mutating func append(_ literal: StaticString) {
        let length = literal.utf8CodeUnitCount
        write(most: length) { place in
            place.initialize(from: literal.utf8Start, count: length)
            return length
        }
    }

    package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress else { return }
        write(most: bytes.count) { place in
            place.initialize(from: first, count: bytes.count)
            return bytes.count
        }
    }

    /// Where a byte lies, to ask for its memory.
    @inline(__always)
    func place(at index: Int) -> UnsafeRawPointer { UnsafeRawPointer(start + index) }

    /// Appends some bytes of another buffer, as many at a time as are the slack.
    ///
    /// SAFETY: both buffers have their slack behind what is read and stored.
    @inline(__always)
    mutating func append(_ other: borrowing JSONBuffer, from first: Int, _ length: Int) {
        precondition(first >= 0 && length >= 0 && first &+ length <= other.count)
        let source = other.start + first
        write(most: length) { place in
            var index = 0
            repeat {
                (place + index).initialize(from: source + index, count: Storage.slack)
                index &+= Storage.slack
            } while index < length
            return length
        }
    }

    package mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

    package mutating func append(raw text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }
}

extension JSONBuffer: RandomAccessCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count)
        return start[index]
    }

    package func withContiguousStorageIfAvailable<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result? {
        defer { withExtendedLifetime(storage) {} }
        return try body(written)
    }
}
