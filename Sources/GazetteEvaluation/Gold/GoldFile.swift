#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
public import Gazette

/// Gold or predictions from a file or a folder.
public struct GoldFile: Sendable {
    public let path: String
    /// The format; without it, the one that name and contents suggest.
    public let format: GoldFormat?
    /// What offsets count, where the format does not say so itself.
    public let unit: OffsetUnit?

    public init(path: String, format: GoldFormat? = nil, unit: OffsetUnit? = nil) {
        (self.path, self.format, self.unit) = (path, format, unit)
    }

    /// The texts in the order of the file, a folder's in the order of its names.
    public func read() throws -> [MarkedText] {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw GoldError(path, "no such file or folder") }
        return isFolder ? try readFolder() : try readFile(path)
    }

    private func readFolder() throws -> [MarkedText] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: path).sorted()
        let annotations = names.filter { $0.hasSuffix(".ann") }
        if format == .brat || format == nil && !annotations.isEmpty {
            return try annotations.map { try BratGold(unit: unit ?? .codepoint).read(annotations: path + "/" + $0) }
        }
        let files = names.filter { name in Self.endings.contains { name.hasSuffix($0.ending) } }
        if files.isEmpty {
            throw GoldError(path, "no gold in this folder; files that end in \(Self.endings.map(\.ending).joined(separator: ", ")) are read")
        }
        return try files.flatMap { try readFile(path + "/" + $0) }
    }

    private static let endings: [(ending: String, format: GoldFormat)] = [
        (".jsonl", .records), (".ndjson", .records), (".conll", .conll), (".bio", .conll), (".iob", .conll), (".conllu", .conllu), (".tml", .timeml),
    ]

    private func readFile(_ path: String) throws -> [MarkedText] {
        if path.hasSuffix(".ann") { return [try BratGold(unit: unit ?? .codepoint).read(annotations: path)] }
        let bytes = try InputFile.contents(of: path)
        if let invalid = UTF8Validation.firstInvalidByte(in: bytes, 0..<bytes.count) { throw GoldError(path, "invalid UTF-8 at byte \(invalid)") }
        let format = format ?? Self.endings.first { path.hasSuffix($0.ending) }?.format
        switch format {
        case .conll: return try ColumnGold(path: path).read(bytes)
        case .conllu: return try TreebankGold(path: path).read(bytes)
        case .timeml: return [try TimeMLGold(path: path).read(bytes)]
        case .brat: throw GoldError(path, "brat's gold is a folder or an .ann file")
        case .records, .recognizers, .duckling: return try readLines(bytes, path)
        case nil: throw GoldError(path, "unknown ending; --format says what it is: \(GoldFormat.allCases.map(\.rawValue).joined(separator: ", "))")
        }
    }

    private func readLines(_ bytes: [UInt8], _ path: String) throws -> [MarkedText] {
        var texts: [MarkedText] = []
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
            let origin = "\(path):\(index + 1)"
            do {
                let record = try JSONValue(bytes, line.startIndex..<line.endIndex)
                if let text = try read(record, origin, texts.count) { texts.append(text) }
            } catch let error as RecordError { throw GoldError(origin, error.description) }
        }
        return texts
    }

    private func read(_ record: JSONValue, _ origin: String, _ index: Int) throws(GoldError) -> MarkedText? {
        switch format ?? Self.format(of: record) {
        case .recognizers: return try RecognizersGold(origin: origin).read(record)
        case .duckling: return try DucklingGold(origin: origin).read(record)
        default: return try RecordGold(origin: origin, unit: unit).read(record, fallbackID: String(index + 1))
        }
    }

    private static func format(of record: JSONValue) -> GoldFormat {
        guard record["expect"] != nil else { return .records }
        return record["section"] != nil ? .duckling : .recognizers
    }
}
