/// Which files a batch writes.
public enum OutputLayout: Sendable, Hashable {
    case one(path: String)
    /// A file for every source, in a folder, under the source's name.
    case perSource(folder: String, compression: Compression?)
    /// Numbered files of at most so many bytes each, unless one record has more; compressed ones are cut between blocks of records.
    case split(path: String, bytes: Int)

    /// How the files are compressed.
    public var compression: Compression? {
        switch self {
        case .one(let path), .split(let path, _): Compression(name: path)
        case .perSource(_, let compression): compression
        }
    }

    /// Where the journal lies.
    var journal: String {
        switch self {
        case .one(let path), .split(let path, _): path + ".journal"
        case .perSource(let folder, _): folder + "/.gazette.journal"
        }
    }

    /// The paths of the files.
    func names(for sources: [InputSource]) throws(FileError) -> OutputNames {
        switch self {
        case .one(let path): return .one(path)
        case .split(let path, _):
            let ending = [".jsonl", ".ndjson", ".json", ""].flatMap { [$0 + (compression?.ending ?? "")] }.first { path.hasSuffix($0) } ?? ""
            return .numbered(stem: String(path.dropLast(ending.count)), ending: ending)
        case .perSource(let folder, let compression):
            return .listed(try Self.names(for: sources, in: folder, ending: ".jsonl" + (compression?.ending ?? "")))
        }
    }

    /// `news/a.txt` becomes `news/a.jsonl`; `news/a.txt.jsonl` where there is a `news/a.csv` too.
    private static func names(for sources: [InputSource], in folder: String, ending: String) throws(FileError) -> [String] {
        var uses: [String: Int] = [:]
        for source in sources { uses[source.id, default: 0] += 1 }
        var taken: [String: InputSource] = [:]
        var names: [String] = []
        for source in sources {
            let name = "\(folder)/\(uses[source.id, default: 0] > 1 ? source.name : source.id)\(ending)"
            if let other = taken.updateValue(source, forKey: name) {
                throw FileError(path: name, problem: "it would hold both \(other.path ?? other.name) and \(source.path ?? source.name)")
            }
            names.append(name)
        }
        return names
    }
}

/// The path of every output file by its number.
enum OutputNames: Sendable, Hashable {
    case one(String)
    case listed([String])
    case numbered(stem: String, ending: String)

    subscript(number: Int) -> String {
        switch self {
        case .one(let path): return path
        case .listed(let paths): return paths[number]
        case .numbered(let stem, let ending):
            let digits = String(number + 1)
            return stem + "-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits + ending
        }
    }

    /// A file that is there already.
    var existing: String? {
        switch self {
        case .listed(let paths): paths.first { Folder.holds($0) }
        default: Folder.holds(self[0]) ? self[0] : nil
        }
    }
}
