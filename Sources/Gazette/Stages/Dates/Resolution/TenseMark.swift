/// What a word or phrase says of when; the values of the `tense` class, whose codes are their raw values.
package enum TenseMark: UInt8, Sendable, CaseIterable {
    case past = 1, future, passive, open, none, possible

    var name: String { String(describing: self) }
}
