#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Gazette

/// The files that the named paths stand for, in the order of the paths, a folder's in the order of their names.
struct InputSources {
    static let endings = [".txt", ".json", ".jsonl", ".ndjson"]

    private(set) var sources: [InputSource] = []
    private(set) var failures: [Failure] = []

    init(paths: [String]) {
        for path in paths { add(path) }
    }

    /// The size of all files; nil where standard input is among the sources.
    var totalBytes: Int? {
        var total = 0
        for source in sources {
            guard case .file(let path, _) = source, let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int else {
                return nil
            }
            total += size
        }
        return total
    }

    private mutating func add(_ path: String) {
        if path == "-" { return sources.append(.standardInput) }
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return fail(path, "no such file or folder")
        }
        if isFolder {
            addFolder(path)
        } else {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            sources.append(.file(path: path, id: Self.withoutEnding(name)))
        }
    }

    private mutating func addFolder(_ path: String) {
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: path) else { return fail(path, "the folder cannot be read") }
        let files = names.filter { name in Self.endings.contains { name.hasSuffix($0) } }.sorted()
        if files.isEmpty { return fail(path, "no article in this folder; files that end in \(Self.endings.joined(separator: ", ")) are read") }
        let root = path.hasSuffix("/") ? path : path + "/"
        sources += files.map { .file(path: root + $0, id: Self.withoutEnding($0)) }
    }

    private mutating func fail(_ path: String, _ problem: String) {
        failures.append(Failure(origin: Origin(path: path), problem: problem))
    }

    private static func withoutEnding(_ name: String) -> String {
        endings.first { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }.map { String(name.dropLast($0.count)) } ?? name
    }
}
