import ArgumentParser
import Gazette
import GazetteEvaluation

/// Scores every gold set that a table of floors names, against these floors.
struct FloorCheck {
    /// The table of floors; the table of the sets, `SETS.tsv`, lies beside it.
    let path: String
    /// Where gold may lie.
    let folders: [String]
    let lexicon: Lexicon

    /// Prints the table and what is skipped; fails where something is below its floor.
    func run() throws {
        let sets = try GoldSet.read(String(path.reversed().drop { $0 != "/" }.reversed()) + "SETS.tsv")
        let floors = try Floor.read(path)
        if let stray = floors.first(where: { floor in !sets.contains { $0.name == floor.set } }) {
            throw GoldError(path, "set '\(stray.set)' is not in SETS.tsv")
        }
        var table = FloorTable()
        var skipped: [String] = []
        for set in sets {
            if let gold = set.located(in: folders) {
                table.add(try evaluation(of: gold, set.options), floors: floors.filter { $0.set == set.name })
            } else {
                skipped.append(set.name)
            }
        }
        print(table.text)
        if !skipped.isEmpty { printError("skipped, not in \(folders.joined(separator: ", ")): \(skipped.joined(separator: ", "))") }
        for problem in table.problems { printError(problem) }
        if !table.problems.isEmpty { throw ExitCode.failure }
    }

    private func evaluation(of path: String, _ arguments: [String]) throws -> Evaluation {
        let options = try ComparisonArguments.parse(arguments).options()
        let gold = try GoldFile(path: path).read()
        let compared = try Comparison(gold: gold, predicted: try MarkedText.annotating(gold, lexicon: lexicon), options: options)
        return Evaluation(compared, layers: options.layers)
    }
}
