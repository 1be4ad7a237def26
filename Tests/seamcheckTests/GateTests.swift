import Foundation
import JSON
import TestEndpoint
import Testing

@Suite("The gate of a change")
struct GateTests {
    private static let cases = SuiteFile.runOfUniqueValues
    private static let gateRun = ["gate", "--run", "--scenarios", SuiteFile.threeCases]

    @Test("a change that breaks nothing passes, one that breaks a must does not, and the reasons are told")
    func answers() async throws {
        let program = try Program()
        _ = try await program.run(Self.cases + ["--label", "branch=main"])
        _ = try await program.run(Self.cases + ["--label", "branch=good"])
        let open = try await program.run(["gate"])
        #expect(open.status == 0, "\(open.output)\(open.errors)")
        #expect(open.output.hasPrefix("gate open: nothing new is broken since run "))

        let healthy = try await ServedEndpoint()
        _ = try await program.run(Self.cases + ["--label", "branch=main"], environment: healthy.variables)
        await healthy.stop()
        let server = try await ServedEndpoint(faults: ["accept-second-email"])
        _ = try await program.run(Self.cases + ["--label", "branch=bad"], environment: server.variables)
        await server.stop()
        let shut = try await program.run(["gate"])
        #expect(shut.status == 1)
        #expect(
            shut.output.hasPrefix(
                "gate shut: new failures (1)\n  identity-value-unique[email]: passed → failed, breaks"
            )
        )
        let explained = try await program.run(["gate", "--explain"])
        #expect(explained.output.contains(#/  holds   complete run: (\d+) of \1 cases/#))
        #expect(explained.output.contains("  broken  new failures: 1"))
    }

    @Test("the run that was written last is judged, though the clock of one before it was ahead, and it is named")
    func clockAhead() async throws {
        let program = try Program()
        _ = try await program.run(Self.cases + ["--label", "branch=main"])
        try program.change("reports/seamcheck.sqlite", by: "UPDATE run SET startedAt = startedAt + 86400000000000")
        let server = try await ServedEndpoint(faults: ["accept-second-email"])
        _ = try await program.run(Self.cases + ["--label", "branch=main"], environment: server.variables)
        await server.stop()
        let listed = try await program.run(["history", "runs", "--format", "json"])
        let latest = try #require(try JSONValue(parsing: listed.output)[0])
        let id = try #require(latest["id"]?.stringValue)
        let start = try #require(latest["started_at"]?.stringValue)
        let endpoint = try #require(server.variables["SEAM_ENDPOINT"])
        let shut = try await program.run(["gate"])
        #expect(shut.status == 1, "\(shut.output)")
        #expect(shut.output.contains("\njudged run \(id) of \(start), \(endpoint)\n"))
        let told = try JSONValue(parsing: try await program.run(["gate", "--format", "json"]).output)["run"]
        #expect(told?["id"]?.stringValue == id && told?["endpoint"]?.stringValue == endpoint)
    }

    @Test("a run is never compared with itself: the latest before a gate that runs the suite is not its own")
    func ownBaseline() async throws {
        let program = try Program()
        _ = try await program.run(Self.cases)
        let itself = try await program.run(["gate", "--baseline", "latest"])
        #expect(itself.status == 64)
        #expect(itself.errors.contains("can't be compared with itself"))

        let server = try await ServedEndpoint(faults: ["accept-second-email"])
        let arguments = Self.gateRun + ["--baseline", "latest"]
        let shut = try await program.run(arguments, environment: server.variables)
        await server.stop()
        #expect(shut.status == 1)
        #expect(shut.output.contains("gate shut: new failures (1)"))
    }

    @Test("of hundreds of reasons the first are shown, and all with --explain")
    func manyReasons() async throws {
        let program = try Program()
        _ = try await program.run(["run", SuiteFile.uniqueValues, SuiteFile.creations, "--label", "branch=main"])
        _ = try await program.run(Self.cases)
        let short = try await program.run(["gate"])
        let explained = try await program.run(["gate", "--explain"])
        #expect(short.status == 1)
        #expect(short.output.contains("more (`--explain` shows them all)"))
        #expect(short.output.split(separator: "\n").count == 24)
        #expect(explained.output.split(separator: "\n").count > 24)
    }

    @Test("without a run there is nothing to decide, and the message says what to do")
    func nothing() async throws {
        let result = try await Program().run(["gate"])
        #expect(result.status == 65)
        #expect(result.errors.contains("seamcheck run"))
    }

    @Test("an old failure on both sides leaves it open, and a new one beside it is told alone")
    func oldFailure() async throws {
        let program = try Program()
        let old = try await ServedEndpoint(faults: ["accept-second-email"])
        _ = try await program.run(Self.cases + ["--label", "branch=main"], environment: old.variables)
        let same = try await program.run(Self.gateRun, environment: old.variables)
        await old.stop()
        #expect(same.status == 0, "\(same.output)\(same.errors)")
        let worse = try await ServedEndpoint(faults: ["accept-second-email", "accept-second-phone"])
        let shut = try await program.run(Self.gateRun, environment: worse.variables)
        await worse.stop()
        #expect(shut.status == 1)
        #expect(shut.output.contains("\n  identity-value-unique[phone]: passed → failed"))
        #expect(!shut.output.contains("[email]"))
    }

    @Test("what fails by chance leaves it open after some re-runs, which are kept with the run")
    func chance() async throws {
        let program = try Program()
        let server = try await ServedEndpoint()
        _ = try await program.run(Self.cases + ["--label", "branch=main"], environment: server.variables)
        let port = try #require(server.variables["SEAM_ENDPOINT"].flatMap { URL(string: $0)?.port })
        let spoiled = #"{"error":{"type":"internal_error","message":"spoiled"},"ok":false}"#
        let result = try await TestEndpoint.withRunning(
            .answers(
                TestEndpoint.response(
                    "500 Internal Server Error",
                    contentType: "application/json",
                    body: Array(spoiled.utf8)
                )
            ),
            to: RequestSelection(text: "@example.com", count: 1),
            before: port
        ) { proxy in
            try await program.run(
                Self.gateRun + ["--explain"],
                environment: server.variables.merging(["SEAM_ENDPOINT": proxy.url]) { $1 }
            )
        }
        await server.stop()
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        // The server error, and the case that could not be judged because of it.
        #expect(result.output.contains(", and 2 cases failed by chance\n"))
        #expect(result.errors.contains("again  passed  identity-value-unique["))
        #expect(result.errors.contains("again  passed  every-response[/user_identities/create,TR-NEVER-500]"))
        let kept = try await program.run(["gate", "--format", "json"])
        let reruns = try JSONValue(parsing: kept.output)["reruns"]
        #expect(kept.status == 0)
        #expect(reruns?[0]?["conclusion"] == "by chance")
    }

    @Test("a kept run whose failure is no chance is run again, and stays shut; with another suite it can't be")
    func rerun() async throws {
        let program = try Program()
        _ = try await program.run(Self.cases + ["--label", "branch=main"])
        let server = try await ServedEndpoint(faults: ["accept-second-email"])
        _ = try await program.run(Self.cases, environment: server.variables)
        let read = try await program.run(["gate"])
        #expect(read.output.contains("so re-runs would tell (`--rerun`)"))
        let cut = try await program.run(
            ["gate", "--rerun", "--scenarios", SuiteFile.threeCases, "--rate", "1/h", "--deadline", "1s"],
            environment: server.variables
        )
        #expect(cut.status == 1)
        #expect(cut.errors.contains("as often as it takes: the run reached its deadline of 1s"))
        let again = try await program.run(
            ["gate", "--rerun", "--scenarios", SuiteFile.threeCases],
            environment: server.variables
        )
        await server.stop()
        #expect(again.status == 1)
        #expect(again.output.contains("held never: broken with"))
        #expect(again.output.contains("so it is broken)"))
        #expect(try await program.run(["gate"]).output == again.output)
        try program.write("scenarios: []\n", to: "own.yaml")
        let other = try await program.run(
            ["gate", "--rerun", "--scenarios", "own.yaml"],
            environment: server.variables
        )
        #expect(other.status == 64 || other.status == 65, "\(other.errors)")
    }

    @Test("a baseline file that was written from a run allows what the run broke, and nothing else")
    func baselineFile() async throws {
        let program = try Program()
        let server = try await ServedEndpoint(faults: ["accept-second-email"])
        _ = try await program.run(Self.cases, environment: server.variables)
        await server.stop()
        let written = try await program.run(["gate", "--write-baseline", "known.yaml"])
        #expect(written.status == 0)
        #expect(written.output.contains(#/^known.yaml: 1 of \d+ cases of run /#))
        let text = try program.text(of: "known.yaml")
        #expect(text.contains(#/tested: \d\d\n/#))
        #expect(text.contains("requirement: \"UI-UNIQ-EMAIL\", fingerprint: \""))
        let open = try await program.run(["gate", "--baseline-file", "known.yaml"])
        #expect(open.status == 0, "\(open.output)\(open.errors)")
        try program.write(text.replacing("\n  - ", with: "\n  # - ") + "  []\n", to: "none.yaml")
        #expect(try await program.run(["gate", "--baseline-file", "none.yaml"]).status == 1)
    }

    @Test("a baseline file that is wrong ends it with 65 and the place")
    func wrongFile() async throws {
        let program = try Program()
        _ = try await program.run(Self.cases)
        try program.write("version: 1\ntested: 3\nfailures: [{ case: a, breaks: b }]\n", to: "known.yaml")
        let result = try await program.run(["gate", "--baseline-file", "known.yaml"])
        #expect(result.status == 65)
        #expect(result.errors.contains("known.yaml:3:23: unknown key 'breaks'"))
        #expect(try await program.run(["gate", "--baseline-file", "gone.yaml"]).status == 65)
    }

    @Test("an endpoint that can't be reached ends a gate that runs the suite with 69")
    func unreachable() async throws {
        let result = try await Program().run(
            Self.gateRun,
            environment: ["SEAM_ENDPOINT": "http://127.0.0.1:1", "SEAM_API_KEY": "seam_test_key"]
        )
        #expect(result.status == 69, "\(result.output)\(result.errors)")
    }

    @Test("a profile in the policy that there is not is a fault of that file")
    func unknownProfile() async throws {
        let program = try Program()
        _ = try await program.run(Self.cases)
        try program.write("gate: { profile: cor }", to: "seamcheck.yaml")
        let result = try await program.run(["gate"])
        #expect(result.status == 65)
        #expect(result.errors.contains("seamcheck.yaml: 'profile': there is no profile 'cor' (did you mean 'core'?)"))
    }

    @Test(
        "options that do not go together are refused",
        arguments: [
            ["--run", "latest"], ["--run", "--rerun"], ["--baseline", "a", "--baseline-file", "b"],
            ["--label", "branch=x"],
        ]
    )
    func usage(options: [String]) async throws {
        #expect(try await Program().run(["gate"] + options).status == 64)
    }
}
