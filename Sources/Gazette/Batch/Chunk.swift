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
        case failure(Failure)
    }

    var bytes: [UInt8] = []
    var items: [Item] = []
    /// How much of the input was read for it.
    var inputBytes = 0
}

/// What became of a chunk.
struct ChunkResult: Sendable {
    var output: [UInt8] = []
    var failures: [Failure] = []
    var warnings: [Failure] = []
    var summaries: [DocumentSummary] = []
    var inputBytes = 0
    /// Where the batch is timed.
    var times: StepTimes?
}

/// What was found in one document.
public struct DocumentSummary: Sendable, Hashable {
    public let id: String
    public let bytes: Int
    public let sentences: Int
    public let tokens: Int
    /// By `EntityLabel`.
    public let entities: [Int]
    public let dates: Int
    public let numbers: Int
    public let stance: Int

    init(_ article: Article, _ document: Document) {
        id = article.id
        bytes = document.text.count
        sentences = document.sentences.count
        tokens = document.tokens.count
        entities = EntityLabel.allCases.map { label in document.entities.reduce(0) { $0 + ($1.label == label ? 1 : 0) } }
        dates = document.dates.count
        numbers = document.numbers.count
        stance = document.stance.count
    }
}
