/// A value for each of a few tokens of a document, a blank one for all others.
///
/// To forget them costs what they are, not what the document is long.
struct TokenNotes<Value: BitwiseCopyable> {
    private let blank: Value
    private var values: [Value] = []
    /// The tokens that have been noted since the last reset.
    private var noted: [Int32] = []

    init(blank: Value) { self.blank = blank }

    /// Forgets all values and makes room for so many tokens.
    mutating func reset(count: Int) {
        for index in noted { values[Int(index)] = blank }
        noted.removeAll(keepingCapacity: true)
        values.makeRoom(for: count, blank)
    }

    subscript(index: Int) -> Value { values[index] }

    mutating func note(_ value: Value, at index: Int) {
        values[index] = value
        noted.append(Int32(truncatingIfNeeded: index))
    }

    /// Changes a value that has been noted before.
    mutating func change(_ value: Value, at index: Int) { values[index] = value }
}
