import Gazette

/// What was measured on the gold sets, beside the floors and what other programs reach.
public struct FloorTable: Sendable {
    private var table = TextTable(rows: [["set", "layer", "measure", "measured", "floor", "", "peers"]], leftColumns: [0, 1, 2, 5, 6])
    /// What lies below its floor, one sentence each.
    public private(set) var problems: [String] = []

    public init() {}

    /// Holds a set's scores against its floors.
    public mutating func add(_ evaluation: Evaluation, floors: [Floor]) {
        for floor in floors {
            let threshold = floor.threshold
            let problem = threshold.problem(in: evaluation)
            if let problem { problems.append("\(floor.set): \(problem)") }
            table.rows.append([
                floor.set, threshold.layer.rawValue, threshold.measureName, Percent.text(threshold.ratio(in: evaluation)),
                Percent.text(threshold.percent / 100), problem == nil ? "" : "below", floor.peers,
            ])
        }
    }

    public var text: String { table.lines.joined(separator: "\n") }
}
