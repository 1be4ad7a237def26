import JSON
import Testing

@Suite("Options of the gate")
struct GateOptionTests {
    /// The options for a run with a value of each, none for a flag.
    private static let ofRuns: [String: String?] = [
        "--tag": "uniqueness", "--id": "identity-*", "--requirement": "UI-CREATE", "--profile": "nosuch",
        "--only": "shape",
        "--shard": "1/2", "--endpoint": "http://127.0.0.1:1", "--report": "junit=run.xml", "--label": "branch=x",
        "--concurrency": "8", "--timeout": "30", "--deadline": "1h", "--retry-budget": "1m", "--rate": "20/s",
        "--fixture": "acs_system_id=7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01",
        "--seed": "1", "--read-only": nil, "--allow-production": nil, "--redact": "a", "--redact-personal": nil,
    ]
    /// Those that count for re-runs, too.
    private static let ofReruns: Set = [
        "--endpoint", "--fixture", "--concurrency", "--timeout", "--deadline", "--retry-budget", "--rate",
        "--read-only",
        "--allow-production", "--redact", "--redact-personal",
    ]

    /// Some of the options with their values.
    private static func arguments(where isWanted: (String) -> Bool) -> [String] {
        ofRuns.filter { isWanted($0.key) }.flatMap { name, value in [name] + (value.map { [$0] } ?? []) }
    }

    @Test("every option for a run is refused when a kept run is judged, by its name, with the reason and the way out")
    func reading() async throws {
        let program = try Program()
        _ = try await program.run(SuiteFile.runOfOne)
        for isOfReruns in [true, false] {
            let names = Self.ofRuns.keys.filter { Self.ofReruns.contains($0) == isOfReruns }
            let result = try await program.run(["gate"] + Self.arguments(where: names.contains))
            #expect(result.status == 64 && result.output.isEmpty)
            #expect(result.errors.contains("have no effect when a kept run is judged"), "\(result.errors)")
            #expect(result.errors.contains(isOfReruns ? "--run or --rerun" : "--run"))
            let told = Set(result.errors.split { " ,\n".contains($0) }.map(String.init))
            #expect(names.allSatisfy(told.contains), "\(result.errors)")
        }
        let alone = try await program.run(["gate", "--profile", "nosuch"])
        #expect(alone.errors.contains("--profile has no effect when a kept run is judged"), "\(alone.errors)")
    }

    @Test("what chooses cases is refused with --rerun, which runs again what newly fails")
    func rerunning() async throws {
        let program = try Program()
        let names = Self.ofRuns.keys.filter { !Self.ofReruns.contains($0) }
        let result = try await program.run(["gate", "--rerun"] + Self.arguments(where: names.contains))
        #expect(result.status == 64)
        #expect(result.errors.contains("have no effect on --rerun"), "\(result.errors)")
        #expect(names.allSatisfy(result.errors.contains))
        let allowed = try await program.run(["gate", "--rerun"] + Self.arguments(where: Self.ofReruns.contains))
        #expect(allowed.status == 65, "there is no store yet: \(allowed.errors)")
    }

    @Test("no option for a run is missing from the list of those that are refused")
    func complete() async throws {
        let help = try await Program().run(["gate", "--experimental-dump-help"]).output
        let options = try JSONValue(parsing: help)["command"]?["arguments"]?.arrayValue ?? []
        let told = options.filter { $0["sectionTitle"] == "Options for --run and --rerun" }
            .compactMap { $0["preferredName"]?["name"]?.stringValue }.map { "--" + $0 }
        #expect(Set(told) == Set(Self.ofRuns.keys))
    }

    @Test(
        "what has no effect beside another option is refused, too",
        arguments: [
            ["--scenarios", "x.yaml"], ["--contract", "x.yaml"], ["--write-baseline", "x.yaml", "--explain"],
            ["--write-baseline", "x.yaml", "--format", "json"], ["--write-baseline", "x.yaml", "--baseline", "latest"],
            ["--run", "--write-baseline", "x.yaml", "--explain"],
        ]
    )
    func beside(_ arguments: [String]) async throws {
        let result = try await Program().run(["gate"] + arguments)
        #expect(result.status == 64)
        #expect(result.errors.contains("no effect"), "\(result.errors)")
    }

    @Test("an endpoint beside a kept run of the embedded server is refused, since its re-runs go there")
    func embedded() async throws {
        let program = try Program()
        _ = try await program.run(SuiteFile.runOfOne)
        let result = try await program.run(
            ["gate", "--rerun", "--scenarios", SuiteFile.creations, "--endpoint", "http://127.0.0.1:1"]
        )
        #expect(result.status == 64)
        #expect(result.errors.contains("was made against the embedded server"))
    }

    @Test("a gate that makes a run takes the shard that a scheduler names, and compares just that part of the suite")
    func shard() async throws {
        let program = try Program()
        _ = try await program.run(["run", SuiteFile.uniqueValues, "--label", "branch=main"])
        let arguments = ["gate", "--run", "--scenarios", SuiteFile.uniqueValues]
        let variables = ["CI_NODE_INDEX": "1", "CI_NODE_TOTAL": "3", "CI_PIPELINE_ID": "7"]
        let part = try await program.run(arguments, environment: variables)
        #expect(part.status == 0, "\(part.output)")
        let shown = try await program.run(["history", "show"])
        #expect(shown.output.contains("shard 1/3 of 7\n"))
        let wrong = try await program.run(arguments, environment: ["CI_NODE_TOTAL": "3"])
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("CI_NODE_TOTAL is set without CI_NODE_INDEX"))
    }

    @Test("a shard that no case belongs to does not shut the gate")
    func emptyShard() async throws {
        let program = try Program()
        let arguments = ["gate", "--run", "--scenarios", SuiteFile.creations, "--id", "identity-create-echo"]
        for number in 1...2 {
            let result = try await program.run(arguments + ["--shard", "\(number)/2"])
            #expect(result.status == 0, "\(result.output)\(result.errors)")
        }
    }
}
