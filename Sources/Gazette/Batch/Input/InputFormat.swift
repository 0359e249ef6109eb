/// How the records of a file are laid out.
public enum InputFormat: String, Sendable, Hashable, CaseIterable {
    /// The whole file is one article's text.
    case text = "txt"
    /// An array of objects, or objects one behind the other.
    case json
    /// An object a line.
    case jsonLines = "jsonl"
    /// Rows of fields under a row of names (RFC 4180), parted by commas or tabs.
    case csv, tsv

    /// The endings that announce a format.
    private static let byEnding: [(String, InputFormat)] = [
        (".txt", .text), (".json", .json), (".jsonl", .jsonLines), (".ndjson", .jsonLines), (".csv", .csv), (".tsv", .tsv),
    ]

    /// The endings of files that are read from folders, each also with an ending of `Compression`.
    public static let endings = byEnding.map(\.0)

    /// The format that a name announces, and how many of its last characters do so.
    static func announced(by name: String) -> (format: InputFormat, ending: Int)? {
        for (ending, format) in byEnding where name.hasSuffix(ending) && name.utf8.count > ending.utf8.count { return (format, ending.count) }
        return nil
    }
}

/// Something to read articles from.
public struct InputSource: Sendable, Hashable {
    /// Nil for standard input.
    public let path: String?
    /// Its name below the folder that was asked for, or its own.
    public let name: String
    public let format: InputFormat
    public let compression: Compression?
    /// The name without the endings that tell format and compression.
    public let id: String

    /// JSON Lines, as they come.
    public static let standardInput = InputSource(format: .jsonLines)

    /// Standard input in another format.
    public init(format: InputFormat) { (path, name, self.format, compression, id) = (nil, "standard input", format, nil, "standard input") }

    /// A file whose name tells format and compression; a format that is given goes before, and other files are text.
    public init(path: String, name: String, format: InputFormat? = nil) {
        (self.path, self.name) = (path, name)
        compression = Compression(name: name)
        let plain = compression.map { String(name.dropLast($0.ending.count)) } ?? name
        let announced = InputFormat.announced(by: plain)
        self.format = format ?? announced?.format ?? .text
        id = announced.map { String(plain.dropLast($0.ending)) } ?? plain
    }

    /// Whether files of this name are articles, as folders are read.
    public static func isArticle(_ name: String) -> Bool {
        let plain = Compression(name: name).map { String(name.dropLast($0.ending.count)) } ?? name
        return InputFormat.announced(by: plain) != nil
    }
}
