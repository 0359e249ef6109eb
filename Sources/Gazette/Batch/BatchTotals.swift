/// What a batch has done so far.
public struct BatchTotals: Sendable, Hashable {
    public var documents = 0
    public var failures = 0
    public var warnings = 0
    /// Decompressed.
    public var inputBytes = 0
    /// As read from files.
    public var bytesRead = 0
    /// As written, compressed where that is asked for.
    public var outputBytes = 0

    /// In the order of a checkpoint's line.
    var numbers: [Int] {
        get { [documents, failures, warnings, inputBytes, bytesRead, outputBytes] }
        set {
            (documents, failures, warnings) = (newValue[0], newValue[1], newValue[2])
            (inputBytes, bytesRead, outputBytes) = (newValue[3], newValue[4], newValue[5])
        }
    }

    public init() {}
}
