/// The lines of a file as ranges of its bytes, without their ends (LF, or CR LF), a last empty one left out.
struct TextLines {
    let bytes: [UInt8]
    let ranges: [Range<Int>]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var ranges: [Range<Int>] = []
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        for index in start..<bytes.count where bytes[index] == 0x0A {
            ranges.append(start..<index)
            start = index + 1
        }
        if start < bytes.count { ranges.append(start..<bytes.count) }
        self.ranges = ranges
    }

    /// Whether a line has nothing but white space in it.
    func isBlank(_ line: Int) -> Bool { bytes[ranges[line]].allSatisfy { $0 <= 0x20 } }

    /// The fields of a line that tabs part; nil where it is not UTF-8.
    func fields(_ line: Int) -> [String]? {
        var fields: [String] = []
        let range = content(line)
        var start = range.lowerBound
        for index in range where bytes[index] == 0x09 {
            guard let field = String(validating: bytes[start..<index], as: UTF8.self) else { return nil }
            fields.append(field)
            start = index + 1
        }
        guard let field = String(validating: bytes[start..<range.upperBound], as: UTF8.self) else { return nil }
        return fields + [field]
    }

    /// Where a line stands without its end.
    func content(_ line: Int) -> Range<Int> {
        let range = ranges[line]
        return !range.isEmpty && bytes[range.upperBound - 1] == 0x0D ? range.lowerBound..<range.upperBound - 1 : range
    }
}
