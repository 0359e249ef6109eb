import Foundation
import Gazette
import Testing

@testable import GazetteEvaluation

/// A mark in short: the text's first occurrence of a surface, with its label and value.
struct Short: Sendable, CustomTestStringConvertible {
    var surface: String
    var label = ""
    var value: String?
    var attributes: [String: String] = [:]

    init(_ surface: String, _ label: String = "", _ value: String? = nil, _ attributes: [String: String] = [:]) {
        (self.surface, self.label, self.value, self.attributes) = (surface, label, value, attributes)
    }

    func mark(in text: String) -> Mark {
        guard let range = text.range(of: surface) else { fatalError("'\(surface)' is not in '\(text)'") }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return Mark(ByteRange(start, start + surface.utf8.count), label: label, values: value.map { [$0] } ?? [], attributes: attributes)
    }

    var testDescription: String { "\(surface)/\(label)" }
}

extension MarkedText {
    static func make(_ text: String, _ layers: [Layer: [Short]], id: String = "1") -> MarkedText {
        MarkedText(id: id, text: Array(text.utf8), layers: layers.mapValues { $0.map { $0.mark(in: text) } })
    }
}

/// The scores of one text.
func evaluate(
    _ text: String, _ layer: Layer, gold: [Short], predicted: [Short], options: ComparisonOptions = ComparisonOptions()
) throws -> Evaluation {
    let compared = try Comparison(
        gold: [.make(text, [layer: gold])], predicted: [.make(text, [layer: predicted])], options: options)
    return Evaluation(compared)
}

extension Evaluation {
    func counts(_ layer: Layer, _ measure: String) -> Counts? { row(layer, measure)?.total.complete }
}

/// A folder that is gone when the test is.
final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("gazette-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var path: String { url.path }

    /// Writes a file and returns its path.
    @discardableResult func write(_ name: String, _ text: String) throws -> String {
        let file = url.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    func read(_ name: String, _ text: String, format: GoldFormat? = nil, unit: OffsetUnit? = nil) throws -> [MarkedText] {
        try GoldFile(path: try write(name, text), format: format, unit: unit).read()
    }
}

extension MarkedText {
    /// The marks of a layer as `surface/label`, in the order of the text.
    func shown(_ layer: Layer) -> [String] {
        (layers[layer] ?? []).sorted { $0.range < $1.range }.map { self[$0.range] + ($0.label.isEmpty ? "" : "/" + $0.label) }
    }
}
