import Foundation
import Testing

@Suite("Independent scorers")
struct OracleTests {
    private static let python = Project.root.appendingPathComponent(".build/oracles/bin/python").path
    private static let program = Project.root.appendingPathComponent(".build/release/gazette").path
    private static let isReady = [python, program].allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

    @Test(
        "seqeval and nervaluate give the same scores for entities",
        .enabled(if: isReady, "make test installs seqeval and nervaluate where that is possible"))
    func entities() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.python)
        process.arguments = [Project.root.appendingPathComponent("Tests/Oracles/ner_oracle.py").path, Self.program]
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, output)
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(text)")
        #expect(text == "360 scores agree\n")
    }
}
