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
        /// How many cases there are, so that none is lost on the way.
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
                count: 121,
                excluded: ["cross-draft.json", "dependencies-compatibility.json", "format-assertion.json"]
            ),
            // In draft 4, 1.0 may be no integer; here it is one in all dialects.
            Part(folder: "draft4/optional", dialect: .draft4, count: 99, excluded: ["zeroTerminatedFloats.json"]),
            Part(
                folder: "draft2020-12/optional/format",
                dialect: .draft2020_12,
                count: 222,
                assertsFormats: true,
                files: ["date.json", "date-time.json", "email.json", "uri.json", "uuid.json", "unknown.json"]
            ),
            Part(
                folder: "draft4/optional/format",
                dialect: .draft4,
                count: 106,
                assertsFormats: true,
                files: ["date-time.json", "email.json", "uri.json", "unknown.json"]
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
        #expect(cases.count == part.count)
        #expect(failures == [])
        print("JSON Schema suite, \(part.testDescription): \(cases.count - failures.count) of \(cases.count)")
    }

    @Test("draft 4 comes out the same in the dialect of OpenAPI 3.0, but for the differences that are documented")
    func differences() throws {
        let remotes = try OfficialSuite.remotes().merging(Metaschemas.all()) { $1 }
        var found: [DialectDifference: Int] = [:]
        let cases = try OfficialSuite.cases(in: "draft4")
        for test in cases where !OfficialSuite.failures([test], .openAPI30, remotes: remotes).isEmpty {
            let difference = DialectDifference.first(in: test.schema, remotes: remotes)
            #expect(difference != nil, "\(test.name)")
            if let difference { found[difference, default: 0] += 1 }
        }
        for difference in DialectDifference.allCases {
            let row = DocumentedTable.rows(beginningWith: difference.rawValue).first
            #expect(row?.last == "\(found[difference] ?? 0)", "\(difference.rawValue)")
        }
        let count = found.values.reduce(0, +)
        #expect(count == 145)
        let counts = "\(cases.count - count) of \(cases.count), \(count) differ as listed"
        print("JSON Schema suite, draft4 as openAPI30: \(counts)")
    }
}
