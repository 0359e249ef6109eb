import Foundation
import Gazette
import Testing

/// A row of corpora/cases: a text, what must be found in it and what must not.
struct Case: CustomTestStringConvertible {
    let file: String
    let name: String
    let text: String
    let date: String?
    /// By layer: annotations that must be there, each with the attributes that matter; `text` always.
    let find: [String: [[String: Any]]]
    /// By layer: texts that must not be annotated.
    let miss: [String: [String]]
    /// Layers in which nothing may be found beyond `find`.
    let complete: [String]

    var testDescription: String { "\(file): \(name)" }

    init?(_ line: Substring, file: String) {
        guard let row = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
            let name = row["name"] as? String, let text = row["text"] as? String
        else { return nil }
        (self.file, self.name, self.text) = (file, name, text)
        date = row["date"] as? String
        find = row["find"] as? [String: [[String: Any]]] ?? [:]
        miss = row["miss"] as? [String: [String]] ?? [:]
        complete = row["complete"] as? [String] ?? []
    }

    static let files = ["segmentation", "entities", "dates", "numbers", "stance", "quotations"]

    static func rows(of file: String) throws -> [Case] {
        let url = Project.root.appendingPathComponent("corpora/cases/\(file).jsonl")
        let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
        return try lines.enumerated().map { index, line in try #require(Case(line, file: file), "\(file).jsonl:\(index + 1) is no case") }
    }
}

@Suite struct CaseTests {
    @Test(arguments: Case.files) func everyCasePasses(file: String) throws {
        for row in try Case.rows(of: file) { try check(row) }
    }

    private func check(_ row: Case) throws {
        let record = try Project.record(row.text, date: row.date)
        let scalars = Array(row.text.unicodeScalars)
        for layer in Set(row.find.keys).union(row.miss.keys).union(row.complete) {
            let found = (record[layer] as? [Any] ?? []).map { annotation($0, scalars) }
            for wanted in row.find[layer] ?? [] {
                #expect(found.contains { agrees($0, wanted) }, "\(row.testDescription): \(layer) lack \(shown(wanted)); found \(found.map(shown))")
            }
            for text in row.miss[layer] ?? [] {
                #expect(!found.contains { $0["text"] as? String == text }, "\(row.testDescription): \(layer) have '\(text)': \(found.map(shown))")
            }
            if row.complete.contains(layer) {
                #expect(found.count == (row.find[layer] ?? []).count, "\(row.testDescription): \(layer) are \(found.map(shown))")
            }
        }
    }

    /// A pair of offsets becomes an annotation with its text.
    private func annotation(_ value: Any, _ scalars: [Unicode.Scalar]) -> [String: Any] {
        guard let pair = value as? [Int] else { return value as? [String: Any] ?? [:] }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[pair[0]..<pair[1]])
        return ["start": pair[0], "end": pair[1], "text": String(text)]
    }

    /// Whether an annotation has every wanted attribute; a nested one such as `counted` may be given by its text alone, null wants it absent.
    private func agrees(_ found: [String: Any], _ wanted: [String: Any]) -> Bool {
        wanted.allSatisfy { key, value in
            if value is NSNull { return found[key] == nil }
            let got = (found[key] as? [String: Any]).flatMap { value is [String: Any] ? nil : $0["text"] } ?? found[key]
            return got.map { "\($0)" == "\(value)" } ?? false
        }
    }

    private func shown(_ annotation: [String: Any]) -> String {
        annotation.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
}
