#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
public import Gazette

/// Keeps what users' lexicons compile to, so that the next start maps it.
///
/// A file's name is the digest of all that went into it; its content is checked before it is used, and made anew when it is damaged.
public struct LexiconCache: Sendable {
    /// Files beyond these go, those first that have not been written or used for the longest time.
    static let mostFiles = 8

    let folder: String

    public init(folder: String) { self.folder = folder }

    /// The folder for the program's files in the user's own for caches: `$XDG_CACHE_HOME` or `~/.cache`, on a Mac `~/Library/Caches`.
    public static func standardFolder(environment: [String: String]) -> String? {
        if let caches = environment["XDG_CACHE_HOME"], caches.hasPrefix("/") { return caches + "/gazette" }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        #if os(macOS)
            return home + "/Library/Caches/gazette"
        #else
            return home + "/.cache/gazette"
        #endif
    }

    /// The lexicon that has been kept under a digest; nil where there is none or it is damaged.
    func lexicon(_ digest: String) -> Lexicon? {
        guard let lexicon = try? Lexicon(path: path(digest), isVerified: true), lexicon.digest == digest else { return nil }
        try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path(digest))
        return lexicon
    }

    /// Keeps an image; another program that reads the folder sees it whole or not at all.
    func keep(_ image: [UInt8], digest: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let file = try OutputFile(path: path(digest), replacing: true)
        try file.write(image)
        try file.finish(isDurable: false)
        removeOldest()
    }

    private func path(_ digest: String) -> String { "\(folder)/\(digest)\(Self.ending)" }

    private static let ending = ".gazette"

    private func removeOldest() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let files = names.filter { $0.hasSuffix(Self.ending) }.map { name in
            (
                path: "\(folder)/\(name)",
                date: (try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.modificationDate] as? Date) ?? .distantPast
            )
        }
        for file in files.sorted(by: { $0.date > $1.date }).dropFirst(Self.mostFiles) { try? FileManager.default.removeItem(atPath: file.path) }
    }
}

extension Lexicon {
    /// A lexicon with users' files over it, a later file over an earlier one, taken from the cache where it has them.
    ///
    /// Throws `LexiconProblems` where a file is wrong. `warn` is told why the result could not be kept.
    public static func overlaying(
        _ base: Lexicon, with files: [LexiconFile], cache: LexiconCache?, warn: (String) -> Void
    ) throws -> Lexicon {
        let digest = LexiconCompiler.digest(of: files, over: base)
        if let kept = cache?.lexicon(digest) { return kept }
        let image = try LexiconCompiler.compile(files, over: base)
        guard let cache else { return try Lexicon(image: image) }
        do { try cache.keep(image, digest: digest) } catch { warn("the compiled lexicon is not kept: \(error)") }
        return try cache.lexicon(digest) ?? Lexicon(image: image)
    }
}
