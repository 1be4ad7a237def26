import Foundation
import JSON
import Testing

@Suite("Runs")
struct RunTests {
    @Test("a seed that is used for the first time finds nothing that an earlier run has left")
    func freshSeed() async throws {
        let result = try await Program().run([
            "run", "--seed", "5", SuiteFile.uniqueValues, "--id", "identity-unique-letter-case[*",
            "--report", "ndjson=run.ndjson",
        ])
        #expect(result.status == 0)
        #expect(!(result.output + result.errors).contains("left something"))
    }

    @Test("the embedded server conforms, and the run leaves the page, the JUnit file, the events and the store")
    func embedded() async throws {
        let program = try Program()
        let result = try await program.run([
            "run", "--report", "html=reports/run.html", "--report", "junit=reports/run.xml",
            "--report", "ndjson=reports/run.ndjson",
        ])
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains("conforms"))
        #expect(try program.text(of: "reports/run.html").contains("<!doctype html>"))
        #expect(try program.text(of: "reports/run.xml").contains("<testsuites"))
        #expect(try program.text(of: "reports/run.ndjson").split(separator: "\n").count > 100)
        let history = try await program.run(["history", "runs"])
        #expect(history.output.contains("conforms"))
    }

    @Test("two runs with one seed send the same values")
    func seed() async throws {
        let arguments = ["run", SuiteFile.creations, "--seed", "7", "--report", "ndjson=run.ndjson"]
        var emails: [Set<String>] = []
        for _ in 0..<2 {
            let program = try Program()
            _ = try await program.run(arguments)
            let text = try program.text(of: "run.ndjson")
            emails.append(Set(text.matches(of: /[a-z0-9.+-]+@example\.com/).map { String($0.output) }))
        }
        #expect(!emails[0].isEmpty)
        #expect(emails[0] == emails[1])
    }

    @Test("serve and run --endpoint agree with the embedded run")
    func serveAndRun() async throws {
        let program = try Program()
        let server = try await ServedEndpoint()
        let result = try await program.run(["run", SuiteFile.creations], environment: server.variables)
        await server.stop()
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("conforms"))
    }

    @Test(
        "a breach in the server turns the run red with the right requirement named",
        arguments: [
            ("drop-acs-user-ids", SuiteFile.creations, "UI-SCHEMA-BASE"),
            ("accept-second-email", SuiteFile.uniqueValues, "UI-UNIQ-EMAIL"),
        ]
    )
    func breach(fault: String, file: String, requirement: String) async throws {
        let program = try Program()
        let server = try await ServedEndpoint(faults: [fault])
        let result = try await program.run(["run", file], environment: server.variables)
        await server.stop()
        #expect(result.status == 1)
        #expect(result.output.contains(requirement))
    }

    @Test("--dry-run lists the cases and sends nothing")
    func dryRun() async throws {
        let program = try Program()
        let result = try await program.run(["run", "--dry-run"])
        #expect(result.status == 0)
        #expect(result.output.split(separator: "\n").count >= 60)
        #expect(throws: (any Error).self) { try program.text(of: "reports/seamcheck.sqlite") }
    }

    @Test("the shards of a suite are its cases, each once")
    func shards() async throws {
        let all = try await Program().run(["run", "--dry-run"]).output.split(separator: "\n")
        var parts: [Substring] = []
        for number in 1...3 {
            parts += try await Program().run(["run", "--dry-run", "--shard", "\(number)/3"]).output.split(
                separator: "\n"
            )
        }
        let ids = { (lines: [Substring]) in lines.map { $0.prefix { $0 != " " } }.sorted() }
        #expect(ids(parts) == ids(all))
    }

    @Test("the schema that the program prints is JSON and names the parts of a scenario")
    func schema() async throws {
        let result = try await Program().run(["scenarios", "schema"])
        let schema = try JSONValue(parsing: result.output)
        #expect(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema")
        #expect(result.output.contains("\"eventually\""))
    }
}
