import Foundation
import Testing

@Suite("Reports of runs")
struct ReportFormatTests {
    private static let few = SuiteFile.runOfCreations + ["--seed", "7"]

    @Test("a run leaves every report that is asked for, and a kept run is told in the same formats")
    func formats() async throws {
        let program = try Program()
        let beginnings = [
            "ctrf": "{\n  \"reportFormat\": \"CTRF\"", "sarif": "{\n  \"$schema\"",
            "github": "::notice title=seamcheck::",
            "markdown": "# seamcheck: conforms", "openmetrics": "# TYPE seamcheck_run info",
            "tap": "TAP version 14\n1..",
            "prometheus": "# HELP seamcheck_run_info", "badge": "{\n  \"schemaVersion\": 1",
        ]
        let requests = beginnings.keys.sorted().flatMap { ["--report", "\($0)=out/\($0)"] }
        let result = try await program.run(Self.few + requests + ["--report", "allure=out/allure-results"])
        #expect(result.status == 0, "\(result.errors)")
        for (format, beginning) in beginnings {
            #expect(try program.text(of: "out/\(format)").hasPrefix(beginning), "\(format)")
            let kept = try await program.run(["report", "--format", format])
            #expect(kept.status == 0 && kept.output.hasPrefix(beginning), "\(format)")
        }
        let results = try program.files(in: "out/allure-results").filter { $0.hasSuffix("-result.json") }
        #expect(results.count > 3)
        let again = try await program.run(["report", "--format", "allure", "--output", "out/allure-results"])
        #expect(again.status == 0)
        #expect(try program.files(in: "out/allure-results").filter { $0.hasSuffix("-result.json") } == results)
        #expect(try program.files(in: "out").count == beginnings.count + results.count + 1)
    }

    @Test("latencies are in the metrics of the run itself, not in those of what the store kept of it")
    func latencies() async throws {
        let program = try Program()
        _ = try await program.run(Self.few + ["--report", "prometheus=seamcheck.prom"])
        #expect(try program.text(of: "seamcheck.prom").contains("seamcheck_request_duration_seconds_count{"))
        let kept = try await program.run(["report", "--format", "prometheus"])
        #expect(kept.output.contains("seamcheck_cases{") && !kept.output.contains("request_duration"))
    }

    @Test("metrics replace the file as a whole: who has the old one open reads it to its end")
    func replaced() async throws {
        let program = try Program()
        try program.write("old\n", to: "seamcheck.prom")
        let (file, link) = ("seamcheck.prom", "link")
        try FileManager.default.linkItem(
            at: program.folder.appendingPathComponent(file),
            to: program.folder.appendingPathComponent(link)
        )
        let result = try await program.run(Self.few + ["--report", "prometheus=\(file)"])
        #expect(result.status == 0)
        #expect(try program.text(of: link) == "old\n")
        #expect(try program.text(of: file).hasPrefix("# HELP"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder.path).count == 3)
    }

    @Test("a new file of metrics can be read by another user, as the umask has it")
    func permissions() async throws {
        let program = try Program()
        _ = try await program.run(Self.few + ["--report", "prometheus=a.prom", "--report", "badge=a.json"])
        let modes = try ["a.prom", "a.json"].map { name in
            let path = program.folder.appendingPathComponent(name).path
            return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(modes[0] == modes[1])
    }

    @Test("annotations go to standard output when they are asked to")
    func standardOutput() async throws {
        let result = try await Program().run(Self.few + ["--report", "github=/dev/stdout"])
        #expect(result.status == 0)
        #expect(result.output.contains("\n::notice title=seamcheck::conforms"))
    }

    @Test("a format of several files needs a folder's name")
    func folder() async throws {
        let result = try await Program().run(["report", "--format", "allure"])
        #expect(result.status == 64)
        #expect(result.errors.contains("--output"))
    }

    @Test(
        "a place that can't be written is told before anything is sent",
        arguments: ["allure=file", "prometheus=.", "openmetrics=file/a.prom", "sarif=file/a.sarif"]
    )
    func unwritable(report: String) async throws {
        let program = try Program()
        try program.write("a", to: "file")
        let result = try await program.run(Self.few + ["--report", report])
        #expect(result.status == 74)
        #expect(result.errors.hasPrefix("seamcheck: can't write the report"))
        #expect(!result.output.contains("conforms"))
    }

    @Test(
        "a request that can't be understood is told with what there is",
        arguments: [
            ("pdf=x", "none of text, html, markdown, junit"), ("sarif", "name a file: sarif=FILE"),
            ("sarif=", "name a file"),
        ]
    )
    func unknown(request: String, message: String) async throws {
        let result = try await Program().run(Self.few + ["--report", request])
        #expect(result.status == 64)
        #expect(result.errors.contains("--report") && result.errors.contains(message))
    }

    @Test("help tells every format")
    func help() async throws {
        let result = try await Program().run(["help", "report"])
        let words = result.output.split { $0.isWhitespace }.joined(separator: " ")
        #expect(words.contains("openmetrics, prometheus, badge, ndjson"))
    }
}
