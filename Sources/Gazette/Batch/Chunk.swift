/// Where a record comes from, for messages.
public struct Origin: Sendable, Hashable, CustomStringConvertible {
    public let path: String
    /// 1-based; nil where the record is the whole file.
    public let line: Int?

    public init(path: String, line: Int? = nil) { (self.path, self.line) = (path, line) }

    public var description: String { line.map { "\(path):\($0)" } ?? path }
}

/// An input that could not be annotated, and why.
public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    public let origin: Origin
    public let problem: String

    public init(origin: Origin, problem: String) { (self.origin, self.problem) = (origin, problem) }

    public var description: String { "\(origin): \(problem)" }
}

/// Some records that one worker annotates in one go.
struct Chunk: Sendable {
    enum Item: Sendable {
        /// A JSON object.
        case object(Range<Int>, Origin)
        /// A plain text and the id it gets.
        case text(Range<Int>, id: String, Origin)
        /// A row of separated values.
        case row(Range<Int>, RowHeader, Origin)
        case failure(Failure)
        /// A source's last record, if it had any, stands before.
        case endOfSource(Int, isMissing: Bool)
    }

    var bytes: [UInt8] = []
    var items: [Item] = []
    /// How much of the input it covers, decompressed.
    var inputBytes = 0
    /// How much was read from files for it.
    var bytesRead = 0
    /// Where the input behind it begins.
    var end = InputPosition()
}

/// A place between two records of a batch's input.
struct InputPosition: Sendable, Hashable {
    var source = 0
    /// In the decompressed source.
    var byte = 0
    /// How many lines end before it.
    var line = 0
}

/// What became of a chunk.
struct ChunkResult: Sendable {
    var output = JSONBuffer()
    var failures: [Failure] = []
    var warnings: [Failure] = []
    var summaries: [DocumentSummary] = []
    var inputBytes = 0
    /// Where the batch is timed.
    var times: StepTimes?
    var bytesRead = 0
    /// Where the records of a source end in the output; what follows belongs to the next.
    var sourceEnds: [SourceEnd] = []
    var end = InputPosition()
    /// Whether there was no memory to compress the output.
    var isUnpacked = false

    struct SourceEnd: Sendable, Hashable {
        var source: Int
        var output: Int
        /// Whether it could not be opened.
        var isMissing: Bool
    }
}

/// What was found in one document.
public struct DocumentSummary: Sendable, Hashable {
    /// Its id, otherwise its title; empty where it has neither.
    public let name: String
    public private(set) var bytes = 0
    public private(set) var sentences = 0
    public private(set) var tokens = 0
    /// By `EntityLabel`.
    public private(set) var entities = EntityLabel.allCases.map { _ in 0 }
    public private(set) var dates = 0
    public private(set) var numbers = 0
    public private(set) var stance = 0

    /// Nothing, to add to.
    public static let none = DocumentSummary()

    private init() { name = "" }

    init(_ article: Article, _ document: Document) {
        name = article.id.isEmpty ? article.title : article.id
        bytes = document.text.count
        sentences = document.sentences.count
        tokens = document.tokens.count
        for mention in document.entities { entities[Int(mention.label.rawValue)] += 1 }
        dates = document.dates.count
        numbers = document.numbers.count
        stance = document.stance.count
    }
    /// Adds what was found in another document.
    public static func += (sum: inout DocumentSummary, other: DocumentSummary) {
        sum.bytes += other.bytes
        sum.sentences += other.sentences
        sum.tokens += other.tokens
        for index in sum.entities.indices { sum.entities[index] += other.entities[index] }
        sum.dates += other.dates
        sum.numbers += other.numbers
        sum.stance += other.stance
    }
}
