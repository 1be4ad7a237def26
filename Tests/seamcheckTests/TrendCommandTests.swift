import JSON
import Testing

@Suite("Trend of kept runs")
struct TrendCommandTests {
    private static let few = SuiteFile.runOfUniqueValues

    @Test("the trend of several runs is one page, or any other form")
    func forms() async throws {
        let program = try Program()
        for _ in 0..<2 { _ = try await program.run(Self.few) }
        let page = try await program.run(["report", "--trend", "--format", "html", "--output", "out/trend.html"])
        #expect(page.status == 0 && page.output.isEmpty)
        #expect(
            try program.text(of: "out/trend.html").contains("passed in the last of 2 nights, no failure is open</h1>")
        )
        let json = try await program.run(["report", "--trend", "--format", "json", "--last", "1"])
        let trend = try JSONValue(parsing: json.output)
        #expect(trend["nights"]?.arrayValue?.count == 1)
        #expect(trend["older_nights"]?.numberValue?.intValue == 1)
        let text = try await program.run(["report", "--trend"])
        #expect(text.output.hasSuffix("no failure is open\n"))
    }

    @Test(
        "what does not go together is refused",
        arguments: [
            (["--format", "json"], "add --trend"), (["--trend", "--format", "junit"], "a trend is not told as junit"),
            (["--trend", "latest"], "neither a run"), (["--trend", "--last", "0"], "--last"),
            (["--label", "a=b"], "--label is for --trend"), (["--format", "pdf"], "--format"),
        ]
    )
    func refused(arguments: [String], message: String) async throws {
        let result = try await Program().run(["report"] + arguments)
        #expect(result.status == 64)
        #expect(result.errors.contains(message), "\(result.errors)")
    }

    @Test("a label that no run has is told, and so is a store without runs")
    func nothing() async throws {
        let program = try Program()
        let missing = try await program.run(["report", "--trend"])
        #expect(missing.status != 0 && missing.errors.contains("seamcheck.sqlite"))
        _ = try await program.run(Self.few)
        let result = try await program.run(["report", "--trend", "--label", "branch=none"])
        #expect(result.status == 64)
        #expect(result.errors.contains("branch=none"))
    }
}
