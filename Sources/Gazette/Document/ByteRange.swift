/// A half-open range of a document's UTF-8 bytes: 0-based, end-exclusive, always on code-point boundaries.
public struct ByteRange: Sendable, Hashable {
    public var start: Int32
    public var end: Int32

    public init(_ start: Int32, _ end: Int32) {
        self.start = start
        self.end = end
    }

    public init(_ start: Int, _ end: Int) {
        self.init(Int32(truncatingIfNeeded: start), Int32(truncatingIfNeeded: end))
    }

    public var count: Int { Int(end) - Int(start) }
    public var isEmpty: Bool { end <= start }

    /// The range as array indices.
    public var indices: Range<Int> { Int(start)..<Int(end) }

    public func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }
    public func overlaps(_ other: ByteRange) -> Bool { start < other.end && other.start < end }

    /// The smallest range that covers both.
    public func union(_ other: ByteRange) -> ByteRange {
        ByteRange(Swift.min(start, other.start), Swift.max(end, other.end))
    }
}

extension ByteRange: Comparable {
    /// A record's order: by start, then longest first.
    public static func < (left: ByteRange, right: ByteRange) -> Bool {
        left.start != right.start ? left.start < right.start : left.end > right.end
    }
}
