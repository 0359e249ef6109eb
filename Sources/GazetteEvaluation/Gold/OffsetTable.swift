import Gazette

/// Turns offsets of one unit into byte offsets of a text.
struct OffsetTable {
    let unit: OffsetUnit
    private let byteCount: Int
    /// For every unit of the text its byte, or -1 inside of a character; empty where bytes and units agree.
    private var bytes: [Int32] = []

    init(text: [UInt8], unit: OffsetUnit) {
        self.unit = unit
        byteCount = text.count
        if text.allSatisfy({ $0 < 0x80 }) { return }
        for (index, byte) in text.enumerated() {
            let begins = byte & 0xC0 != 0x80
            if begins || unit == .utf8 { bytes.append(begins ? Int32(truncatingIfNeeded: index) : -1) }
            if unit == .utf16, byte >= 0xF0 { bytes.append(-1) }
        }
        bytes.append(Int32(truncatingIfNeeded: text.count))
    }

    /// How many units the text has.
    var count: Int { bytes.isEmpty ? byteCount : bytes.count - 1 }

    /// The byte range between two offsets.
    func range(_ start: Int, _ end: Int) throws(OffsetProblem) -> ByteRange {
        guard start < end else { throw OffsetProblem(text: "\(start)–\(end) is empty; end must lie behind start") }
        guard start >= 0, end <= count else {
            throw OffsetProblem(text: "\(start)–\(end) lies outside of the text, which has \(count) \(unit.plural)")
        }
        if bytes.isEmpty { return ByteRange(start, end) }
        guard bytes[start] >= 0, bytes[end] >= 0 else { throw OffsetProblem(text: "\(start)–\(end) lies inside of a character") }
        return ByteRange(bytes[start], bytes[end])
    }
}

/// Why a pair of offsets is no range of a text.
struct OffsetProblem: Error { let text: String }

extension OffsetUnit {
    /// The unit in words.
    var plural: String {
        switch self {
        case .codepoint: return "code points"
        case .utf16: return "UTF-16 units"
        case .utf8: return "bytes"
        }
    }
}
