import JSON
import Scenarios
import Testing

@Suite("Expectations") struct ExpectationTests {
    static let envelope: JSONValue = ["error": ["type": "invalid_input", "message": "no"], "ok": false]

    @Test(
        "a status is one of those written",
        arguments: [("200", 200, 201), ("[400, 404]", 404, 401), ("4xx", 499, 500)]
    )
    func status(_ claim: String, good: Int, bad: Int) throws {
        #expect(try messages("status: \(claim)", Suite.answer(good)) == [])
        let words = claim.contains(",") ? "400 or 404" : claim
        #expect(try messages("status: \(claim)", Suite.answer(bad)) == ["status: expected \(words), found \(bad)"])
    }

    @Test("rejected asks for a 4xx, whatever the body says")
    func rejected() throws {
        #expect(try messages("rejected: true", Suite.answer(409, body: Self.envelope)) == [])
        #expect(try messages("rejected: true", Suite.answer(422, body: nil)) == [])
        #expect(try messages("rejected: true", Suite.answer(200)) == ["status: expected 4xx, found 200"])
        #expect(
            try messages("rejected: true", Suite.answer(500, body: Self.envelope))
                == ["status: expected 4xx, found 500 (\"invalid_input: no\")"]
        )
    }

    @Test("rejected with statuses takes only these")
    func rejectedWithStatus() throws {
        #expect(try messages("rejected: [400, 404]", Suite.answer(404, body: Self.envelope)) == [])
        #expect(
            try messages("rejected: 404", Suite.answer(400, body: Self.envelope))
                == ["status: expected 404, found 400 (\"invalid_input: no\")"]
        )
    }

    @Test("a header is found whatever its case, and several of a name are joined")
    func header() throws {
        let answer = Suite.answer(headers: [("Content-Type", "application/json"), ("x-a", "1"), ("X-A", "2")])
        #expect(try messages("header: {content-type: {starts-with: application/json}}", answer) == [])
        #expect(
            try messages("header: {X-A: '1, 2', seam-request-id: {present: true}}", answer)
                == ["header seam-request-id: expected present, found absent"]
        )
    }

    @Test("the time of an exchange has a limit")
    func within() throws {
        #expect(try messages("within: 30s", Suite.answer(elapsed: .seconds(30))) == [])
        #expect(
            try messages("within: 30s", Suite.answer(elapsed: .milliseconds(30_001)))
                == ["time: expected within 30s, found 30001ms"]
        )
    }

    @Test("a template can be compared with another value")
    func value() throws {
        #expect(try messages("'${saved}': kept", Suite.answer()) == [])
        #expect(
            try messages("'${saved}': {not: '${saved}'}", Suite.answer())
                == [#"${saved}: expected not "kept", found "kept""#]
        )
    }

    @Test("all claims of an expectation are told, in their order")
    func soft() throws {
        let claims = try messages("{status: 201, $.ok: false, $.a: 1}", Suite.answer())
        #expect(claims.map { $0.prefix(6) } == ["status", "$.ok: ", "$.a: e"])
    }

    @Test("a body that is not there has no members")
    func noBody() throws {
        #expect(try messages("$.ok: true", Suite.answer(body: nil)) == ["$.ok: expected true, found absent"])
        #expect(try messages("$.users[*]: []", Suite.answer(body: nil)) == ["$.users[*]: expected [], found absent"])
    }

    @Test("of parallel copies so many are accepted and the rest rejected")
    func outcomes() throws {
        let good = Suite.answer()
        let refused = Suite.answer(409, body: Self.envelope)
        let expectation = try expectation("outcomes: {accepted: 1, rejected: rest}", more: "parallel: 3")
        #expect(expectation.mismatches(inAll: [refused, good, refused]) == [])
        #expect(
            Self.texts(expectation.mismatches(inAll: [good, good, refused]))
                == ["outcomes: expected 1 of 3 accepted, found 2 accepted"]
        )
        #expect(
            Self.texts(expectation.mismatches(inAll: [good, Suite.answer(500), refused]))
                == ["outcomes: expected 2 of 3 rejected, found 1 rejected"]
        )
        #expect(
            Self.texts(expectation.mismatches(inAll: [good, nil, refused]))
                == ["outcomes: expected 2 of 3 rejected, found 1 rejected"]
        )
        #expect(expectation.mismatches(inAll: [Suite.answer(404, body: nil), good, refused]) == [])
    }

    @Test("an expectation proves its own id, or that of the scenario; a step without any is a precondition")
    func proofs() throws {
        let item = try Suite.onlyCase(
            """
            scenarios:
              - id: a
                title: t
                proves: UI-ECHO
                steps:
                  - call: user_identities.create
                  - call: user_identities.create
                    expect:
                      - status: 200
                      - $.a: 1
                        proves: UI-UNIQ-PHONE
                        because: it is said so
            """
        )
        let first = try Suite.call(item.steps.first).expectations
        #expect(first.map(\.isPrecondition) == [true])
        let second = try Suite.call(item.steps.last).expectations
        #expect(second.map(\.proves) == [["UI-ECHO"], ["UI-UNIQ-PHONE"]])
        #expect(second.map(\.because) == [nil, "it is said so"])
        #expect(item.requirementIDs == ["UI-ECHO", "UI-UNIQ-PHONE"])
    }

    /// The mismatches of an answer as text.
    private func messages(_ claim: String, _ answer: Answer) throws -> [String] {
        Self.texts(try expectation(claim).mismatches(in: answer, scope: Suite.scope(["saved": "kept"])))
    }

    private static func texts(_ mismatches: [Mismatch]) -> [String] {
        mismatches.map { "\($0.subject): expected \($0.expected), found \($0.actual)" }
    }

    /// An expectation as it stands in a scenario.
    private func expectation(_ claim: String, more: String = "name: a step") throws -> Scenarios.Expectation {
        let item = try Suite.onlyCase(
            """
            scenarios:
              - id: a
                title: t
                proves: UI-ECHO
                steps:
                  - call: user_identities.create
                    \(more)
                    save: {saved: $.s}
                    expect:
                      - \(claim)
            """
        )
        return try #require(try Suite.call(item.steps.first).expectations.first)
    }
}
