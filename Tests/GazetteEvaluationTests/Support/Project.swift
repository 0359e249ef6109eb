import Foundation

/// The checkout that the tests run in.
enum Project {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let corpora = root.appendingPathComponent("corpora")
}

extension [Unicode.Scalar] {
    /// The text between two offsets in code points; empty where they hold none.
    func text(_ start: Int, _ end: Int) -> String {
        guard 0 <= start, start < end, end <= count else { return "" }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: self[start..<end])
        return String(text)
    }
}
