import JSON
import JSONSchema
import Testing

@Suite(
    "Official JSON Schema suite",
    .enabled(if: OfficialSuite.isPresent, "needs ../shared/data/json-schema-test-suite")
)
struct OfficialSuiteTests {
    /// A folder of the suite, and how it is run.
    struct Part: Sendable, CustomTestStringConvertible {
        let folder: String
        let dialect: SchemaDialect
        /// How many cases there are at least, so that none is lost on the way.
        let count: Int
        var assertsFormats = false
        /// The start of the names of cases that are about something else than what is supported.
        var excluded: [String] = []
        /// The only files to run; empty means all.
        var files: [String] = []
        var testDescription: String { "\(folder) as \(dialect)" }
    }

    @Test(
        "every case is decided as the suite says",
        arguments: [
            Part(folder: "draft2020-12", dialect: .draft2020_12, count: 1299),
            Part(folder: "draft2020-12", dialect: .openAPI31, count: 1299),
            Part(folder: "draft4", dialect: .draft4, count: 618),
            // Other drafts, `dependencies` in 2020-12 and formats that are not checked.
            Part(
                folder: "draft2020-12/optional",
                dialect: .draft2020_12,
                count: 120,
                excluded: ["cross-draft.json", "dependencies-compatibility.json", "format-assertion.json"]
            ),
            // In draft 4, 1.0 may be no integer; here it is one in all dialects.
            Part(folder: "draft4/optional", dialect: .draft4, count: 99, excluded: ["zeroTerminatedFloats.json"]),
            Part(
                folder: "draft2020-12/optional/format",
                dialect: .draft2020_12,
                count: 215,
                assertsFormats: true,
                files: ["date.json", "date-time.json", "email.json", "uri.json", "uuid.json", "unknown.json"]
            ),
        ]
    )
    func part(part: Part) throws {
        let cases = try OfficialSuite.cases(in: part.folder).filter { test in
            !part.excluded.contains(test.file) && (part.files.isEmpty || part.files.contains(test.file))
        }
        let remotes = try OfficialSuite.remotes().merging(Metaschemas.all()) { $1 }
        let failures = OfficialSuite.failures(
            cases,
            part.dialect,
            remotes: remotes,
            assertsFormats: part.assertsFormats
        )
        #expect(cases.count >= part.count)
        #expect(failures == [], "\(cases.count - failures.count) of \(cases.count) cases")
    }
}
