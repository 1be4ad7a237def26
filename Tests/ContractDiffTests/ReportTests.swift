import ContractDiff
import JSON
import Testing

@Suite("Reports of a difference")
struct ReportTests {
    private static func report(for audience: Audience = .client, severities: String = "", lists: Bool = false) throws
        -> DifferenceReport
    {
        var difference = try ContractDifference(
            from: Documents.about("{ type: object, description: A, properties: { a: {}, 'x|y': {} } }", in: "response"),
            to: Documents.about(
                "{ type: object, description: B, properties: { a: { type: string }, b: { type: string } } }",
                in: "response"
            )
        )
        difference.apply(try SeverityOverrides(yaml: severities, file: "s.yaml"), sortedFor: audience)
        return DifferenceReport(
            difference,
            oldFile: "old_*.yaml",
            newFile: "new.yaml",
            audience: audience,
            listsDescriptions: lists
        )
    }

    @Test("the text tells the worst at length, the harmless in a line, and counts for both sides")
    func text() throws {
        #expect(
            try Self.report().text == """
                breaking  response-property-removed  response.200.value['x|y']
                          an answer no longer holds 'x|y' (anything); for a vendor risky
                          in /things/make
                          things.yaml:4:212  fingerprint be228006105427b2

                harmless  response-type-narrowed  response.200.value.a: the type is now string (was anything); for a vendor breaking
                harmless  response-property-added  response.200.value.b: an answer may hold 'b' (string); for a vendor harmless

                for a client: 1 breaking, 2 harmless
                for a vendor: 1 breaking, 1 risky, 1 harmless
                1 description has changed (--descriptions lists it)

                """
        )
    }

    @Test("the same for a vendor, with a decision and its reason, and one that fits nothing")
    func textForVendor() throws {
        let severities = "response-type-narrowed: { vendor: risky, reason: always was so }\nabcdef0123456789: ignored"
        #expect(
            try Self.report(for: .vendor, severities: severities, lists: true).text == """
                risky     response-property-removed  response.200.value['x|y']
                          an answer no longer holds 'x|y' (anything); for a client breaking
                          in /things/make
                          things.yaml:4:212  fingerprint be228006105427b2

                risky     response-type-narrowed  response.200.value.a
                          the type is now string (was anything); for a client harmless (decided: always was so)
                          in /things/make
                          things.yaml:4:209  fingerprint 9ee234d6dacca28d

                harmless  response-description-changed  response.200.value: the description has changed; for a client harmless
                harmless  response-property-added  response.200.value.b: an answer may hold 'b' (string); for a client harmless

                for a client: 1 breaking, 3 harmless
                for a vendor: 2 risky, 2 harmless
                s.yaml:2:1: no change has the fingerprint 'abcdef0123456789' (remove the line)

                """
        )
    }

    @Test("Markdown has a table for each severity, and escapes what would be taken for marks")
    func markdown() throws {
        #expect(
            try Self.report(severities: "response-type-narrowed: { client: risky, reason: '<b> | c' }").markdown == #"""
                # old\_\*.yaml → new.yaml

                For a client: 1 breaking, 1 risky, 1 harmless.  
                For a vendor: 1 breaking, 1 risky, 1 harmless.

                ## Breaking

                | place | change | operations | for a vendor | rule | fingerprint |
                |---|---|---|---|---|---|
                | `response.200.value['x\|y']` | an answer no longer holds 'x\|y' (anything) | /things/make | risky | `response-property-removed` | `be228006105427b2` |

                ## Risky

                | place | change | operations | for a vendor | rule | fingerprint |
                |---|---|---|---|---|---|
                | `response.200.value.a` | the type is now string (was anything) (decided: &lt;b> \| c) | /things/make | breaking | `response-type-narrowed` | `9ee234d6dacca28d` |

                ## Harmless

                | place | change | operations | for a vendor | rule | fingerprint |
                |---|---|---|---|---|---|
                | `response.200.value.b` | an answer may hold 'b' (string) | /things/make | harmless | `response-property-added` | `82b1e04d1637904c` |

                1 description has changed (--descriptions lists it).

                """#
        )
    }

    @Test("JSON has all listed changes, also the ignored ones, with both sides")
    func json() throws {
        let json = try Self.report(severities: "response-property-removed: ignored\n0123456789abcdef: ignored").json
        #expect(json["old"] == "old_*.yaml")
        #expect(
            json["summary"] == [
                "client": ["breaking": 0, "risky": 0, "harmless": 2, "ignored": 1],
                "vendor": ["breaking": 1, "risky": 0, "harmless": 1, "ignored": 1],
                "descriptions": 1,
            ]
        )
        #expect(
            json["unused_overrides"] == [
                ["key": "0123456789abcdef", "source": ["file": "s.yaml", "line": 2, "column": 1]]
            ]
        )
        let change = try #require(json["changes"]?[2])
        #expect(change["rule"] == "response-property-removed")
        #expect(change["client"] == "ignored")
        #expect(change["operations"] == [["path": "/things/make", "methods": ["POST"]]])
        #expect(change["place"] == "response.200.value['x|y']")
        #expect(
            change["old"]?["pointer"]
                == "#/paths/~1things~1make/post/responses/200/content/application~1json/schema/properties/value/properties/x|y"
        )
        #expect(change["old"]?["source"]?["line"] == 4)
        #expect(change["new"] == nil)
    }

    @Test("nothing is said when nothing has changed, or only what nobody wants to know of")
    func nothing() throws {
        let same = try Documents.about("{}", in: "response")
        let difference = try ContractDifference(from: same, to: same)
        let report = DifferenceReport(
            difference,
            oldFile: "a",
            newFile: "b",
            audience: .client,
            listsDescriptions: false
        )
        #expect(report.text == "nothing has changed\n")
        #expect(report.markdown == "# a → b\n\nNothing has changed.\n")
        let other = try Documents.about("{ title: T }", in: "response")
        let words = try ContractDifference(from: same, to: other)
        let remark = DifferenceReport(words, oldFile: "a", newFile: "b", audience: .client, listsDescriptions: false)
        #expect(remark.text == "nothing else has changed\n1 description has changed (--descriptions lists it)\n")
        #expect(!remark.hasChange(atLeast: .harmless))
    }

    @Test("whether some change is bad enough is asked for one side")
    func threshold() throws {
        #expect(try Self.report().hasChange(atLeast: .breaking))
        let forgiven = try Self.report(severities: "response-property-removed: harmless")
        #expect(!forgiven.hasChange(atLeast: .risky))
        #expect(
            try Self.report(for: .vendor, severities: "response-property-removed: harmless").hasChange(
                atLeast: .breaking
            )
        )
    }
}
