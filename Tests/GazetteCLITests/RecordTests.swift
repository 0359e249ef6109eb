import Foundation
import Testing

/// Records as later tools read them.
@Suite struct RecordTests {
    @Test(arguments: ["codepoint", "utf16", "utf8"]) func pythonSlicesTheSeeds(unit: String) throws {
        let python = try Program.shell("command -v python3")
        try #require(python.status == 0, "python3 is needed to check the records")
        let check = Program.root.appendingPathComponent("Tests/Oracles/offsets.py").path
        let outcome = try Program.shell("\"$GAZETTE\" annotate \"$SEEDS\"/*.txt \"$SEEDS\"/articles.jsonl --offsets \(unit) | python3 '\(check)'")
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
        #expect(outcome.lines.first?.hasPrefix("48 records, ") == true)
    }

    @Test func sameBytesWithAnyJobs() throws {
        let one = try Program.run(["annotate", Program.seeds, "--jobs", "1"])
        for jobs in ["2", "7"] { #expect(try Program.run(["annotate", Program.seeds, "--jobs", jobs]).output == one.output) }
        #expect(one.lines.count == 48)
    }

    @Test(.enabled(if: Program.hasBothBuilds))
    func debugAndReleaseAgree() throws {
        let arguments = ["annotate", Program.seeds + "/articles.jsonl", "--image", Program.image]
        #expect(try Program.run(arguments, program: Program.debug).output == Program.run(arguments, program: Program.release).output)
    }

    @Test func streamAnswersWhileTheInputPauses() throws {
        let outcome = try Program.shell(
            """
            coproc GAZ { "$GAZETTE" stream --layers tokens; }
            echo '{"text":"one"}' >&"${GAZ[1]}"
            read -t 5 -u "${GAZ[0]}" first && echo "$first"
            echo '{"text":"two"}' >&"${GAZ[1]}"
            read -t 5 -u "${GAZ[0]}" second && echo "$second"
            """)
        #expect(outcome.lines.count == 2)
        #expect(outcome.lines.last?.hasPrefix(#"{"text":"two","tokens":[[0,3]],"#) == true)
    }

    @Test func explainSaysWhatIsANameAndWhatIsNone() throws {
        let text = Data("Reading is fun, and it costs nothing. Reuters said so.".utf8)
        let lines = try Program.run(["explain", "-", "--no-evidence-table"], input: text).lines
        let refused = try #require(lines.firstIndex(of: "    Reading\tno name"))
        #expect(lines[refused + 1].hasPrefix("          Reading GPE -"))
        let chosen = try #require(lines.firstIndex { $0.hasPrefix("    Reuters\tORG gazette:org/reuters (Reuters)\t") })
        #expect(lines[chosen + 1].hasPrefix("        * Reuters ORG "))
    }
}
