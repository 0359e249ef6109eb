#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A path with `*`, `?` and `[…]` in its parts (POSIX fnmatch), and `**` for any folders in between.
struct PathPattern {
    private let root: String
    private let parts: [String]

    init(_ pattern: String) {
        root = pattern.hasPrefix("/") ? "/" : ""
        parts = pattern.split(separator: "/").map(String.init)
    }

    static func isPattern(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }

    /// What there is, in the order of the bytes, each once.
    func matches() -> [String] {
        var found: Set<String> = []
        match(root, parts[...], &found)
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func match(_ prefix: String, _ rest: ArraySlice<String>, _ found: inout Set<String>) {
        guard let part = rest.first else {
            if !prefix.isEmpty { found.insert(String(prefix.dropLast(prefix.hasSuffix("/") && prefix.count > 1 ? 1 : 0))) }
            return
        }
        if part == "**" {
            match(prefix, rest.dropFirst(), &found)
            for folder in folders(prefix) { match(prefix + folder + "/", rest, &found) }
        } else if !Self.isPattern(part) {
            if FileManager.default.fileExists(atPath: prefix + part) { match(prefix + part + "/", rest.dropFirst(), &found) }
        } else {
            for name in names(prefix) where fnmatch(part, name, FNM_PERIOD) == 0 { match(prefix + name + "/", rest.dropFirst(), &found) }
        }
    }

    private func names(_ prefix: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: prefix.isEmpty ? "." : prefix)) ?? []
    }

    /// Folders that are no symbolic links and do not begin with a dot.
    private func folders(_ prefix: String) -> [String] {
        names(prefix).filter { name in
            var isFolder = false
            guard !name.hasPrefix("."), FileManager.default.fileExists(atPath: prefix + name, isDirectory: &isFolder), isFolder else { return false }
            return (try? FileManager.default.destinationOfSymbolicLink(atPath: prefix + name)) == nil
        }
    }
}
