import JSON
import Scenarios
import Testing

@Suite("Matchers") struct MatcherTests {
    /// A matcher, a value that matches, and one that does not with what is said about it.
    struct Sample: Sendable, CustomTestStringConvertible {
        let matcher: String
        let good: JSONValue
        let bad: JSONValue?
        let message: String
        var testDescription: String { matcher }

        init(_ matcher: String, _ good: JSONValue, not bad: JSONValue?, _ message: String) {
            self.matcher = matcher
            self.good = good
            self.bad = bad
            self.message = message
        }
    }

    static let literals = [
        Sample("42", 42, not: 43, "/v: expected 42, found 43"),
        Sample("jane", "jane", not: "Jane", #"/v: expected "jane", found "Jane""#),
        Sample("null", nil, not: 0, "/v: expected null, found 0"),
        Sample("[1, {a: 2}]", [1, ["a": 2]], not: [1], #"/v: expected [1,{"a":2}], found [1]"#),
        Sample("'${saved}'", "kept", not: "lost", #"/v: expected "kept", found "lost""#),
        Sample("{equals: {a: 1}}", ["a": 1], not: [:], #"/v: expected {"a":1}, found {}"#),
    ]

    static let texts = [
        Sample("{type: string}", "", not: 1, "/v: expected of type string, found 1"),
        Sample("{type: [integer, \"null\"]}", 1, not: true, "/v: expected of type integer or null, found true"),
        Sample(
            "{format: uuid}",
            "c359cba2-8ef2-47fc-bee0-1c7c2a886339",
            not: "c359",
            #"/v: expected text in the format uuid, found "c359""#
        ),
        Sample("{pattern: 'b+c'}", "abbc", not: "ac", #"/v: expected text matching b+c, found "ac""#),
        Sample("{pattern: '^${saved}$'}", "kept", not: "kept!", #"/v: expected text matching ^kept$, found "kept!""#),
        Sample(
            "{pattern: '(a+)+$'}",
            "aa",
            not: .string(String(repeating: "a", count: 42) + "!"),
            #"/v: expected text matching (a+)+$, found "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!""#
        ),
        Sample("{starts-with: ab}", "abc", not: "ba", #"/v: expected text starting with "ab", found "ba""#),
        Sample("{contains: bc}", "abcd", not: "acbd", #"/v: expected containing "bc", found "acbd""#),
    ]

    static let comparisons = [
        Sample("{greater-than: 1}", 2, not: 1, "/v: expected greater than 1, found 1"),
        Sample("{at-least: 15}", 15, not: 14, "/v: expected at least 15, found 14"),
        Sample("{less-than: 10}", 9, not: 10, "/v: expected less than 10, found 10"),
        Sample("{at-most: 10}", 10, not: 11, "/v: expected at most 10, found 11"),
        Sample("{at-most: 10}", 10, not: "9", #"/v: expected at most 10, found "9""#),
        Sample(
            "{greater-than: '2026-01-01T00:00:00Z'}",
            "2026-01-01T01:00:00.001+01:00",
            not: "2026-01-01T01:00:00+01:00",
            #"/v: expected greater than "2026-01-01T00:00:00Z", found "2026-01-01T01:00:00+01:00""#
        ),
        Sample(
            "{same-instant-as: '2026-01-01T00:00:00Z'}",
            "2026-01-01T02:00:00.000+02:00",
            not: "2026-01-01T02:00:00Z",
            #"/v: expected the same instant as "2026-01-01T00:00:00Z", found "2026-01-01T02:00:00Z""#
        ),
        Sample(
            "{near: {to: '${now}', within: 5m}}",
            "2026-08-22T11:55:00Z",
            not: "2026-08-22T12:05:00.001Z",
            #"/v: expected within 5m of "2026-08-22T12:00:00.000Z", found "2026-08-22T12:05:00.001Z""#
        ),
    ]

    static let collections = [
        Sample("{count: 2}", [1, 2], not: [1], "/v: expected 2 in number, found 1 in [1]"),
        Sample("{count: {at-least: 1}}", ["a": 1], not: [:], "/v: expected at least 1 in number, found 0 in {}"),
        Sample("{count: {at-most: 3}}", "äöü", not: "abcd", #"/v: expected at most 3 in number, found 4 in "abcd""#),
        Sample("{count: {at-least: 1, at-most: 2}}", [1], not: 1, "/v: expected 1 to 2 in number, found 1"),
        Sample("{contains: 2}", [1, 2], not: [1], "/v: expected containing 2, found [1]"),
        Sample("{contains: {type: string}}", [1, "a"], not: [1], "/v: expected containing of type string, found [1]"),
        Sample("{contains: name}", ["name": 1], not: ["nam": 1], #"/v: expected containing "name", found {"nam":1}"#),
        Sample(
            "{set-equals: [1, 2, 2]}",
            [2, 1, 2],
            not: [1, 2, 1],
            "/v: expected in any order [1,2,2], found [1,2,1]"
        ),
        Sample("{each: {type: integer}}", [1, 2], not: [1, "a"], #"/v/1: expected of type integer, found "a""#),
        Sample("{none: {less-than: 0}}", [0, 1], not: [0, -1], "/v/1: expected not less than 0, found -1"),
        Sample("{unique: true}", [1, 2], not: [1, 2, 1], "/v/2: expected no item that is equal to another, found 1"),
    ]

    static let logic = [
        Sample("{not: 1}", 2, not: 1, "/v: expected not 1, found 1"),
        Sample("{not: 1}", 2, not: nil, ": expected not 1, found absent"),
        Sample("{any-of: [1, {type: string}]}", "a", not: 2, "/v: expected 1 or of type string, found 2"),
        Sample("{any-of: [{absent: true}, null]}", nil, not: 2, "/v: expected absent or null, found 2"),
        Sample("{present: true}", nil, not: nil, ": expected present, found absent"),
        Sample("{type: string}", "a", not: nil, ": expected of type string, found absent"),
        Sample("{same-as: $.other}", "twin", not: "x", #"/v: expected the same as $.other, "twin", found "x""#),
        Sample("{same-as: '${saved}'}", "kept", not: "x", #"/v: expected "kept", found "x""#),
        Sample("{type: string, count: 1}", "a", not: "ab", #"/v: expected 1 in number, found 2 in "ab""#),
    ]

    @Test(
        "each operator accepts what it should and says what is wrong with the rest",
        arguments: literals + texts + comparisons + collections + logic
    )
    func operators(_ sample: Sample) throws {
        let expectation = try expectation("$.v: \(sample.matcher)")
        #expect(try messages(expectation, ["v": sample.good, "other": "twin"]) == [])
        var body = JSONObject()
        body["v"] = sample.bad
        body["other"] = "twin"
        #expect(try messages(expectation, .object(body)) == [sample.message])
    }

    @Test("absent holds without the member only")
    func absent() throws {
        let expectation = try expectation("$.v: {absent: true}")
        #expect(try messages(expectation, [:]) == [])
        #expect(try messages(expectation, ["v": nil]) == ["/v: expected absent, found null"])
    }

    @Test("a path that is not singular gives the array of what it finds, and each item keeps its place")
    func severalNodes() throws {
        let body: JSONValue = ["users": [["id": "a"], ["id": 2], [:]]]
        #expect(try messages(expectation("$.users[*].id: {count: 2}"), body) == [])
        #expect(
            try messages(expectation("$.users[*].id: {each: {type: string}}"), body)
                == ["/users/1/id: expected of type string, found 2"]
        )
        #expect(try messages(expectation("$.nobody[*].id: []"), body) == [])
    }

    @Test("templates may stand in a path")
    func templatedPath() throws {
        let body: JSONValue = ["users": [["id": "kept", "n": 1], ["id": "x", "n": 2]]]
        #expect(try messages(expectation("\"$.users[?@.id == '${saved}'].n\": [1]"), body) == [])
    }

    @Test("what is shown of a value is cut")
    func boundedExcerpts() throws {
        let body: JSONValue = ["v": .string(String(repeating: "x", count: 10_000))]
        let text = try #require(try messages(expectation("$.v: 1"), body).first)
        #expect(text.count < 200)
        #expect(text.hasSuffix("…"))
    }

    @Test(
        "two long values are shown from where they differ",
        arguments: [
            ("\"$.v\": '${saved}'", ""), ("$.v: {same-as: '$.saved'}", "the same as $.saved, "),
        ]
    )
    func differingExcerpts(claim: String, words: String) throws {
        func value(_ last: JSONValue, count: Int) -> JSONValue {
            var object = JSONObject()
            for number in 0..<count { object["a,\"\(number)"] = "{[,\\" }
            object["token"] = last
            return .object(object)
        }
        func messages(_ last: JSONValue, not other: JSONValue, count: Int) throws -> [String] {
            let saved = value(last, count: count)
            let body: JSONValue = ["v": value(other, count: count), "saved": saved]
            return try self.messages(expectation(claim), body, saved: saved)
        }
        #expect(
            try messages("kept", not: "kept not", count: 20)
                == [#"/v: expected \#(words)…"token":"kept"}, found …"token":"kept not"}"#]
        )
        #expect(
            try messages("kept", not: "kept not", count: 0)
                == [#"/v: expected \#(words){"token":"kept"}, found {"token":"kept not"}"#]
        )
    }

    @Test("of a long array only the first twenty items are told")
    func boundedNumber() throws {
        let body: JSONValue = ["v": .array(Array(repeating: 0, count: 1000))]
        #expect(try messages(expectation("$.v: {each: 1}"), body).count == 20)
    }

    /// An expectation as it stands in a scenario.
    private func expectation(_ claim: String) throws -> Scenarios.Expectation {
        let item = try Suite.onlyCase(
            """
            scenarios:
              - id: a
                title: t
                steps:
                  - call: user_identities.create
                    save: {saved: $.s}
                    expect:
                      - \(claim)
                        proves: UI-ECHO
            """
        )
        return try #require(try Suite.call(item.steps.first).expectations.first)
    }

    private func messages(
        _ expectation: Scenarios.Expectation,
        _ body: JSONValue,
        saved: JSONValue = "kept"
    ) throws -> [String] {
        try expectation.mismatches(in: Suite.answer(body: body), scope: Suite.scope(["saved": saved])).map {
            "\($0.place?.description ?? ""): expected \($0.expected), found \($0.actual)"
        }
    }
}
