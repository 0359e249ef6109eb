import ArgumentParser
public import Gazette

extension Compression: ListedArgument {}
extension InputFormat: ListedArgument {}

/// Where `annotate` writes.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write, compressed if it ends in .gz or .zst; without it, standard output.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("Write a file for every input file, under the same names, to this folder.", valueName: "folder"))
    var outputDirectory: String?

    @Option(help: ArgumentHelp("Part the output into numbered files of at most this size, such as 100M.", valueName: "size"))
    var splitSize: ByteSize?

    @Option(help: "Compress the files of --output-directory: gzip or zstd.")
    var compress: Compression?

    @Flag(name: .shortAndLong, help: "Replace output that exists.")
    var force = false

    @Flag(help: "Go on where an interrupted run with the same arguments stopped; begin where there was none.")
    var resume = false

    @Option(help: ArgumentHelp("How much may be written before it is made safe for --resume.", valueName: "size", visibility: .hidden))
    var checkpointSize = ByteSize(bytes: 64 << 20)

    @Option(help: ArgumentHelp("Write what was done and what failed, as JSON, to this file.", valueName: "file"))
    var report: String?

    /// Nil for standard output and devices.
    var layout: OutputLayout? {
        if let outputDirectory { return .perSource(folder: outputDirectory, compression: compress) }
        guard let output, !OutputFile.isDevice(output) else { return nil }
        return splitSize.map { .split(path: output, bytes: $0.bytes) } ?? .one(path: output)
    }

    func check() throws {
        if output != nil, outputDirectory != nil { throw ValidationError("--output and --output-directory exclude each other") }
        if splitSize != nil, output == nil { throw ValidationError("--split-size needs --output") }
        if compress != nil, outputDirectory == nil {
            throw ValidationError("--compress needs --output-directory; --output is compressed by its ending")
        }
        if resume, layout == nil { throw ValidationError("--resume needs --output or --output-directory") }
        if resume, force { throw ValidationError("--resume and --force exclude each other") }
    }

    var beginning: RecordFiles.Beginning { resume ? .resume : force ? .replace : .refuse }
}
