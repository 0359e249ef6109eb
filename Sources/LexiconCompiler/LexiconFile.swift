/// The bytes of one lexicon file under the name by which evidence cites it.
public struct LexiconFile: Sendable {
    /// Relative to the lexicon folder, such as `entities/countries.tsv`.
    public let name: String
    public let bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
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

    public var description: String { "\(file):\(line): \(severity == .warning ? "warning: " : "")\(message)" }
}

/// Every error that keeps a lexicon from being compiled.
public struct LexiconProblems: Error, Sendable, CustomStringConvertible {
    public let problems: [LexiconProblem]
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
