/// Why gold or predictions cannot be read or compared.
public struct GoldError: Error, Sendable, Hashable, CustomStringConvertible {
    /// File, and line where there is one.
    public let origin: String
    public let problem: String

    public init(_ origin: String, _ problem: String) {
        self.origin = origin
        self.problem = problem
    }

    public var description: String { "\(origin): \(problem)" }
}
