import JSON
import JSONSchema
import Testing

@Suite("Official JSON Schema suite", .enabled(if: OfficialSuite.isPresent, "the suite is not at hand"))
struct OfficialSuiteTests {
    @Test(
        "every required case of a dialect is decided as the suite says",
        arguments: [
            (SchemaDialect.draft2020_12, "draft2020-12"), (.openAPI31, "draft2020-12"), (.draft4, "draft4"),
        ]
    )
    func required(dialect: SchemaDialect, folder: String) throws {
        let cases = try OfficialSuite.cases(in: folder)
        let failures = OfficialSuite.failures(cases, dialect, remotes: try OfficialSuite.remotes())
        #expect(failures == [], "\(cases.count - failures.count) of \(cases.count) cases")
    }
}
