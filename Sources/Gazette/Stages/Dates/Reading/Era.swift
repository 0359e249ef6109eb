/// The values of the `era` class, whose codes are their raw values.
enum Era: UInt8, Sendable {
    case before = 1, after

    static let names = ["BC", "AD"]
}
