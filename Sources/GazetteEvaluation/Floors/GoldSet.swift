#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Gold that the project is measured on, by a name: where it lies and how it is compared.
public struct GoldSet: Sendable, Hashable {
    public let name: String
    /// A file or folder below one of the folders that hold gold.
    public let path: String
    /// Options of `gazette evaluate` that say how marks are compared.
    public let options: [String]

    /// Reads a table of `set`, `gold` and `options`.
    public static func read(_ path: String) throws -> [GoldSet] {
        try TableFile(path: path, columns: ["set", "gold", "options"]).rows().map { row in
            GoldSet(name: row.cells[0], path: row.cells[1], options: row.cells[2].split(separator: " ").map(String.init))
        }
    }

    /// The gold's path in the first folder that has it; nil where none has.
    public func located(in folders: [String]) -> String? {
        folders.map { $0 + "/" + path }.first { FileManager.default.fileExists(atPath: $0) }
    }
}
