public import Gazette

/// The bytes of one lexicon file under the name by which evidence cites it.
public struct LexiconFile: Sendable {
    /// Relative to the lexicon folder, such as `entities/countries.tsv`.
    public let name: String
    public let bytes: [UInt8]
    public let kind: Kind

    public enum Kind: Sendable {
        /// A table of the project: every column, sorted, with sources.
        case project
        /// A user's table: a surface and a label are enough.
        case user
        /// A user's patterns, an object a line, as spaCy's EntityRuler reads them.
        case patterns
    }

    public init(name: String, bytes: [UInt8], kind: Kind = .project) {
        (self.name, self.bytes, self.kind) = (name, bytes, kind)
    }

    public init(name: String, text: String, kind: Kind = .project) { self.init(name: name, bytes: Array(text.utf8), kind: kind) }

    /// Reads a user's file: patterns where its name ends in `.jsonl`, otherwise a table.
    public init(userPath path: String) throws(FileError) {
        self.init(name: path, bytes: try InputFile.contents(of: path), kind: path.hasSuffix(".jsonl") ? .patterns : .user)
    }
}

/// What is wrong in a lexicon file, and where.
public struct LexiconProblem: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Severity: String, Sendable { case error, warning }

    public let file: String
    /// 1-based; the header is line 1.
    public let line: Int
    public let severity: Severity
    public let message: String

    public init(file: String, line: Int, severity: Severity = .error, message: String) {
        self.file = file
        self.line = line
        self.severity = severity
        self.message = message
    }

    /// The same problem of a file that is named from outside of its folder.
    public func within(_ folder: String) -> LexiconProblem {
        LexiconProblem(file: folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)", line: line, severity: severity, message: message)
    }

    public var description: String { "\(file):\(line): \(severity == .warning ? "warning: " : "")\(message)" }
}

/// Every error that keeps a lexicon from being compiled.
public struct LexiconProblems: Error, Sendable, CustomStringConvertible {
    public let problems: [LexiconProblem]
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
