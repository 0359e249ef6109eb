import Gazette

/// A mark in its surroundings, on one line.
struct Excerpt {
    let text: [UInt8]
    let range: ByteRange

    private static let width = 40

    /// `… killed [46 deaths], including women …`
    var line: String {
        let start = boundary(Int(range.start) - Self.width, towards: 1)
        let end = boundary(Int(range.end) + Self.width, towards: -1)
        return (start > 0 ? "…" : "") + string(start..<Int(range.start)) + "[" + string(range.indices) + "]" + string(Int(range.end)..<end)
            + (end < text.count ? "…" : "")
    }

    private func string(_ range: Range<Int>) -> String {
        String(String(decoding: text[range], as: UTF8.self).map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }

    /// The nearest code-point boundary in a direction.
    private func boundary(_ index: Int, towards step: Int) -> Int {
        var index = min(max(0, index), text.count)
        while index > 0, index < text.count, text[index] & 0xC0 == 0x80 { index += step }
        return index
    }
}
