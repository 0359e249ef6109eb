#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
public import Gazette

/// Reads the lexicon files of a folder.
public enum LexiconFolder {
    /// Every `.tsv` file below a folder, named by its path inside.
    public static func files(in folder: String) throws(FileError) -> [LexiconFile] {
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            throw FileError(path: folder, problem: "the folder cannot be read")
        }
        let names = paths.filter { $0.hasSuffix(".tsv") }.sorted()
        guard !names.isEmpty else { throw FileError(path: folder, problem: "the folder has no .tsv file") }
        var files: [LexiconFile] = []
        for name in names { files.append(LexiconFile(name: name, bytes: try InputFile.contents(of: folder + "/" + name))) }
        return files
    }

    /// The allowed keys of the `source` column, from the SOURCES.md beside the folder; nil where there is none.
    public static func sources(beside folder: String) -> Set<String>? {
        let path = URL(fileURLWithPath: folder).standardizedFileURL.deletingLastPathComponent().path + "/SOURCES.md"
        guard let bytes = try? InputFile.contents(of: path) else { return nil }
        return SourceCheck.keys(in: String(decoding: bytes, as: UTF8.self))
    }
}
