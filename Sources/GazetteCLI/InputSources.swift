#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
import Gazette

/// The files that the named paths stand for, in the order of the paths, a folder's in the order of their names.
struct InputSources {
    private(set) var sources: [InputSource] = []
    private(set) var failures: [Failure] = []
    private let format: InputFormat?

    /// Paths may be files, folders, patterns and `-`; every list names further files and folders. A format that is given is that of all.
    init(paths: [String], lists: [String] = [], format: InputFormat? = nil) {
        self.format = format
        for path in paths { add(path, isPattern: true) }
        for list in lists { addList(list) }
    }

    /// The size of all files; nil where standard input is among the sources.
    static func totalBytes(_ sources: [InputSource]) -> Int? {
        var total = 0
        for source in sources {
            guard let size = source.fileSize else { return nil }
            total += size
        }
        return total
    }

    private mutating func add(_ path: String, isPattern: Bool) {
        if path == "-", isPattern { return sources.append(InputSource(format: format ?? .jsonLines)) }
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            return isPattern && PathPattern.isPattern(path) ? addMatches(path) : fail(path, "no such file or folder")
        }
        if isFolder {
            addFolder(path)
        } else {
            sources.append(InputSource(path: path, name: path.split(separator: "/").last.map(String.init) ?? path, format: format))
        }
    }

    private mutating func addMatches(_ pattern: String) {
        let matches = PathPattern(pattern).matches()
        if matches.isEmpty { fail(pattern, "nothing matches this pattern") }
        for path in matches { add(path, isPattern: false) }
    }

    private mutating func addFolder(_ path: String) {
        let tree = FolderTree(path)
        for folder in tree.unreadable { fail(folder, "the folder cannot be read") }
        let names = tree.files.filter(InputSource.isArticle)
        if names.isEmpty, tree.unreadable.isEmpty {
            let endings = InputFormat.endings.joined(separator: ", ")
            return fail(path, "no article in this folder; files that end in \(endings), or these with .gz or .zst, are read")
        }
        let root = path.hasSuffix("/") ? path : path + "/"
        sources += names.map { InputSource(path: root + $0, name: $0, format: format) }
    }

    /// Names end with NUL where there is one, otherwise with a line feed.
    private mutating func addList(_ list: String) {
        do {
            let bytes = try InputFile.contents(of: list == "-" ? "/dev/stdin" : list)
            let names = bytes.split(separator: bytes.contains(0) ? 0 : 0x0A)
            for name in names { add(String(decoding: name, as: UTF8.self), isPattern: false) }
        } catch {
            fail(list, error.problem)
        }
    }

    private mutating func fail(_ path: String, _ problem: String) {
        failures.append(Failure(origin: Origin(path: path), problem: problem))
    }
}

/// The files below a folder. Names that begin with a dot are passed over, and folders that are symbolic links.
struct FolderTree {
    /// Below the folder, in the order of their bytes.
    private(set) var files: [String] = []
    private(set) var unreadable: [String] = []

    init(_ root: String) {
        add("", root)
        files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private mutating func add(_ prefix: String, _ folder: String) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return unreadable.append(folder) }
        for name in names where !name.hasPrefix(".") {
            let path = folder + "/" + name
            var isFolder = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
            if !isFolder {
                files.append(prefix + name)
            } else if (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) == nil {
                add(prefix + name + "/", path)
            }
        }
    }
}
