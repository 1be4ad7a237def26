import ContractDiff
import Testing
import YAMLSource

@Suite("Severities that somebody has decided")
struct SeverityOverrideTests {
    private static func difference(_ yaml: String, for audience: Audience = .client) throws -> ContractDifference {
        var difference = try ContractDifference(
            from: Documents.about("{ type: object, properties: { a: {} } }", in: "response"),
            to: Documents.about("{ type: object, properties: { b: {} }, maxProperties: 5 }", in: "response")
        )
        difference.apply(try SeverityOverrides(yaml: yaml, file: "severities.yaml"), sortedFor: audience)
        return difference
    }

    @Test("a rule can be judged otherwise, for both sides or for one")
    func byRule() throws {
        let changes = try Self.difference(
            """
            response-property-removed: harmless
            response-property-added: { client: risky, reason: our parser is strict }
            """
        ).changes
        #expect(
            changes.map { "\($0.rule.id) \($0.impact.client) \($0.impact.vendor)" } == [
                "response-property-added risky harmless",
                "response-size-tightened harmless breaking",
                "response-property-removed harmless harmless",
            ]
        )
        #expect(changes.map(\.reason) == ["our parser is strict", nil, nil])
    }

    @Test("a single change can be judged otherwise, whatever is said of its rule")
    func byFingerprint() throws {
        let fingerprint = try #require(try Self.difference("").changes.first).fingerprint
        let changes = try Self.difference(
            """
            response-property-removed: harmless
            "\(fingerprint)": { severity: ignored, vendor: breaking, reason: nobody read it }
            """,
            for: .vendor
        ).changes
        let change = try #require(changes.first { $0.fingerprint == fingerprint })
        #expect(change.impact.client == .ignored)
        #expect(change.impact.vendor == .breaking)
        #expect(change.reason == "nobody read it")
    }

    @Test("a fingerprint that no change has is told with its place, and a rule that no change is under is not")
    func unused() throws {
        let difference = try Self.difference("response-type-changed: risky\n0123456789abcdef: ignored\n")
        #expect(
            difference.unusedOverrides.map { "\($0.place): \($0.key)" } == ["severities.yaml:2:1: 0123456789abcdef"]
        )
    }

    @Test("all that is wrong is told at once, with places and what to write instead")
    func problems() {
        let error = #expect(throws: SeverityError.self) {
            try SeverityOverrides(
                yaml: """
                    response-proprety-removed: harmless
                    response-type-changed: harmles
                    response-enum-added: { severty: risky, reason: 5 }
                    ABCDEF: [risky]
                    """,
                file: "s.yaml"
            )
        }
        #expect(
            error?.description == """
                s.yaml:1:1: unknown rule 'response-proprety-removed' (did you mean 'response-property-removed'?)
                s.yaml:2:24: unknown severity 'harmles' (did you mean 'harmless'?)
                s.yaml:3:24: unknown key 'severty' (did you mean 'severity'?)
                s.yaml:3:48: 'reason' must be a string, not number
                s.yaml:4:1: unknown rule 'ABCDEF' (write a rule's id, or a fingerprint of 16 digits)
                s.yaml:4:9: a severity must be a string, not array
                """
        )
    }

    @Test(
        "a file that decides nothing, is no object or no YAML is told so",
        arguments: [
            (
                "response-enum-added: { reason: why }",
                "s.yaml:1:22: nothing is decided for 'response-enum-added' (write severity, client or vendor)"
            ),
            ("- risky", "s.yaml:1:1: severities must be an object, not array"),
            ("a: b: c", "s.yaml:1:5: mapping values are not allowed in this context"),
        ]
    )
    func unusable(yaml: String, message: String) {
        let error = #expect(throws: SeverityError.self) { try SeverityOverrides(yaml: yaml, file: "s.yaml") }
        #expect(error?.description == message)
    }

    @Test("an empty file decides nothing")
    func empty() throws {
        #expect(try Self.difference("# nothing yet\n").unusedOverrides == [])
    }
}
