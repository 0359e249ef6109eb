import Foundation

/// The program under test: $GAZETTE, otherwise the release build where there is one, otherwise the debug build.
enum Program {
    struct Outcome {
        var status: Int32
        var output: Data
        var errors: String

        var lines: [Substring] { String(decoding: output, as: UTF8.self).split(separator: "\n") }

        var records: [[String: Any]] {
            lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        }
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func path(_ configuration: String) -> String { root.appendingPathComponent(".build/\(configuration)/gazette").path }

    static let release = path("release")
    static let debug = path("debug")
    private static let given = ProcessInfo.processInfo.environment["GAZETTE"]
    static let standard = given ?? (FileManager.default.fileExists(atPath: release) ? release : debug)
    /// Whether both builds are there and not those of another time, as they may be where the program is given.
    static let hasBothBuilds = given == nil && [release, debug].allSatisfy { FileManager.default.fileExists(atPath: $0) }
    static let image = root.appendingPathComponent(".build/release/en.gazette").path
    static let seeds = root.appendingPathComponent("seeds").path

    /// Runs the program and waits for it.
    static func run(_ arguments: [String], input: Data = Data(), program: String = standard) throws -> Outcome {
        let folder = try Folder()
        try input.write(to: URL(fileURLWithPath: folder.path("stdin")))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        let words = ([program] + arguments).map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }.joined(separator: " ")
        process.arguments = ["-c", "\(words) < '\(folder.path("stdin"))' > '\(folder.path("stdout"))' 2> '\(folder.path("stderr"))'"]
        try process.run()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus,
            output: try Data(contentsOf: URL(fileURLWithPath: folder.path("stdout"))),
            errors: try String(contentsOfFile: folder.path("stderr"), encoding: .utf8))
    }

    /// Runs a shell command in which `$GAZETTE` is the program.
    static func shell(_ command: String) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", command]
        process.environment = ProcessInfo.processInfo.environment.merging(["GAZETTE": standard, "SEEDS": seeds]) { $1 }
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        let messages = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: data, errors: String(decoding: messages, as: UTF8.self))
    }
}

/// A folder that is gone when the test is.
final class Folder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("gazette-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    @discardableResult func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: url.appendingPathComponent(name))
        return path(name)
    }

    @discardableResult func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}
