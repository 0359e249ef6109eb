/// The failures of a batch as JSON objects, one a line, in a file: there may be more of them than memory holds.
public final class FailureList {
    private let file: PartialFile

    /// The list lies beside the report that it is for.
    init(report: String, from length: Int = 0) throws(FileError) { file = try PartialFile(path: Self.path(report), from: length) }

    /// For a batch that is not resumed.
    public convenience init(report: String) throws(FileError) { try self.init(report: report, from: 0) }

    var length: Int { file.length }

    public func append(_ failure: Failure) throws(FileError) {
        var json = JSONBuffer()
        json.append("{\"file\":")
        json.appendString(failure.origin.path)
        if let line = failure.origin.line { json.append(raw: ",\"line\":\(line)") }
        json.append(",\"reason\":")
        json.appendString(failure.problem)
        json.append("}\n")
        try file.write(json.bytes[...])
    }

    func synchronize() throws(FileError) { try file.synchronize() }

    /// Appends all failures to a report, with commas between them.
    public func copy(to report: OutputFile) throws(FileError) {
        var endsLine = false
        try file.read { piece throws(FileError) in
            var bytes: [UInt8] = []
            for byte in piece {
                if endsLine { bytes += [UInt8(ascii: ","), 0x0A] }
                endsLine = byte == 0x0A
                if !endsLine { bytes.append(byte) }
            }
            try report.write(bytes)
        }
    }

    public func remove() { PartialFile.remove(file.path) }

    /// Removes what a batch that was killed at its very end has left.
    static func remove(report: String) { PartialFile.remove(path(report)) }

    private static func path(_ report: String) -> String { report + ".failures" }
}
