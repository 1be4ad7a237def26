import Foundation
import JSON
import JSONSchema
import Reports
import Results
import Testing

@Suite("Rules of report formats")
struct FormatRuleTests {
    @Test("CTRF keeps the rules of its specification", arguments: ReportRun.allCases)
    func ctrf(run: ReportRun) throws {
        let report = try JSONValue(parsing: try run.report(.ctrf).text)
        #expect(try violations(of: report, against: "ctrf-rules.json") == [])
        let summary = try #require(report["results"]?["summary"])
        let tests = try #require(report["results"]?["tests"]?.arrayValue)
        let count = { (name: String) in Int(summary[name]?.numberValue?.text ?? "") }
        #expect(count("tests") == tests.count)
        for status in ["passed", "failed", "skipped", "pending", "other"] {
            #expect(count(status) == tests.count { $0["status"] == .string(status) })
        }
        let ids = tests.compactMap { $0["id"]?.stringValue }
        #expect(ids.count == tests.count && Set(ids).count == ids.count)
    }

    @Test("SARIF keeps the rules of its schema and of code scanning", arguments: ReportRun.allCases)
    func sarif(run: ReportRun) throws {
        let report = try JSONValue(parsing: try run.report(.sarif).text)
        #expect(try violations(of: report, against: "sarif-rules.json") == [])
        let rules = try #require(report["runs"]?[0]?["tool"]?["driver"]?["rules"]?.arrayValue)
        let results = try #require(report["runs"]?[0]?["results"]?.arrayValue)
        for result in results {
            let index = try #require(Int(result["ruleIndex"]?.numberValue?.text ?? ""))
            #expect(rules[index]["id"] == result["ruleId"])
        }
        let prints = results.compactMap { $0["partialFingerprints"]?["primaryLocationLineHash"]?.stringValue }
        #expect(Set(prints).count == results.count)
    }

    @Test("JSON reports have no null", arguments: ReportRun.allCases, [ReportFormat.ctrf, .sarif, .badge, .allure])
    func noNull(run: ReportRun, format: ReportFormat) throws {
        let texts =
            switch try run.report(format) {
            case .file(let bytes): [String(decoding: bytes, as: UTF8.self)]
            case .folder(let files):
                files.filter { $0.name.hasSuffix(".json") }.map { String(decoding: $0.bytes, as: UTF8.self) }
            }
        for text in texts { #expect(!hasNull(try JSONValue(parsing: text))) }
    }

    @Test("no two tests of a report have one name within one class", arguments: ReportRun.allCases)
    func unique(run: ReportRun) throws {
        let ctrf = try JSONValue(parsing: try run.report(.ctrf).text)
        let tests = try #require(ctrf["results"]?["tests"]?.arrayValue)
        #expect(
            Set(tests.map { ($0["suite"] ?? .null).serialized() + ($0["name"]?.stringValue ?? "") }).count
                == tests.count
        )
        let junit = try run.report(.junit).text
        let cases = junit.matches(of: /<testcase name="([^"]*)" classname="([^"]*)"/).map { "\($0.1) \($0.2)" }
        #expect(!cases.isEmpty && Set(cases).count == cases.count)
    }

    @Test("the same run gives the same bytes", arguments: ReportRun.allCases, ReportFormat.allCases)
    func deterministic(run: ReportRun, format: ReportFormat) throws {
        #expect(try run.report(format) == run.report(format))
    }

    private func hasNull(_ value: JSONValue) -> Bool {
        switch value {
        case .null: true
        case .array(let items): items.contains(where: hasNull)
        case .object(let object): object.members.contains { hasNull($0.value) }
        case .bool, .number, .string: false
        }
    }

    /// What a report breaks of rules that are written down as a JSON Schema.
    private func violations(of report: JSONValue, against name: String) throws -> [String] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        let rules = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        let document = try JSONValue(parsing: rules)
        let compiler = SchemaCompiler(document: document, dialect: .draft2020_12, assertsFormats: true)
        return try compiler.schema().validate(report).violations.map(\.description)
    }
}
