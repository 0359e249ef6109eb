import Gazette

/// Reads entities from brat's standoff files: `T1⇥PER 0 5⇥text`, and ids from `N1⇥Reference T1 scheme:value⇥name` (brat standoff format).
///
/// A discontinuous mark counts from its first to its last character. Relations, events and attributes are not compared.
struct BratGold {
    let unit: OffsetUnit

    func read(annotations path: String) throws -> MarkedText {
        let text = try contents(String(path.dropLast(".ann".count)) + ".txt")
        let lines = String(decoding: try contents(path), as: UTF8.self).split(whereSeparator: \.isNewline)
        let offsets = OffsetTable(text: text, unit: unit)
        var marks: [String: Mark] = [:]
        var ids: [String: String] = [:]
        for (index, line) in lines.enumerated() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count >= 2 else { continue }
            let words = fields[1].split(separator: " ")
            if line.hasPrefix("T") {
                marks[String(fields[0])] = try mark(words, offsets, "\(path):\(index + 1)")
            } else if line.hasPrefix("N"), words.count >= 3 {
                ids[String(words[1])] = String(words[2])
            }
        }
        for (name, id) in ids { marks[name]?.id = id }
        let name = path.split(separator: "/").last.map { String($0.dropLast(".ann".count)) } ?? path
        return MarkedText(id: name, text: text, layers: [.entities: Array(marks.values)])
    }

    private func contents(_ path: String) throws -> [UInt8] {
        let bytes = try InputFile.contents(of: path)
        guard UTF8Validation.firstInvalidByte(in: bytes, 0..<bytes.count) == nil else { throw GoldError(path, "invalid UTF-8") }
        return bytes
    }

    /// `PER 0 5` or `PER 0 5;8 10`.
    private func mark(_ words: [Substring], _ offsets: OffsetTable, _ origin: String) throws(GoldError) -> Mark {
        let numbers = words.dropFirst().flatMap { $0.split(separator: ";") }.map { Int($0) }
        guard let label = words.first, numbers.count >= 2, let start = numbers.first ?? nil, let end = numbers.last ?? nil else {
            throw GoldError(origin, "a label, a start and an end are wanted")
        }
        do { return Mark(try offsets.range(start, end), label: String(label)) } catch { throw GoldError(origin, error.text) }
    }
}
