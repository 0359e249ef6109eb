/// Why one record cannot be annotated.
public struct RecordError: Error, Sendable, Hashable, CustomStringConvertible {
    public let problem: String
    /// The byte of the record at which it shows, 0-based.
    public let byte: Int?

    public init(_ problem: String, byte: Int? = nil) {
        self.problem = problem
        self.byte = byte
    }

    public var description: String { byte.map { "\(problem) at byte \($0)" } ?? problem }
}
