/// The least that a measure must reach on a set of gold.
public struct Floor: Sendable, Hashable {
    /// The name of a gold set.
    public let set: String
    public let threshold: Threshold
    /// What other programs reach, in words.
    public let peers: String

    /// Reads a table of `set`, `layer`, `measure`, `floor` in percent and `peers`. A measure is one of the layer's, with `.recall` or `.precision` behind it
    /// where not F1 counts.
    public static func read(_ path: String) throws -> [Floor] {
        try TableFile(path: path, columns: ["set", "layer", "measure", "floor", "peers"]).rows().map { row in
            do {
                return Floor(set: row.cells[0], threshold: try Threshold("\(row.cells[1]).\(row.cells[2])=\(row.cells[3])"), peers: row.cells[4])
            } catch {
                throw GoldError("\(path):\(row.line)", "\(error)")
            }
        }
    }
}
