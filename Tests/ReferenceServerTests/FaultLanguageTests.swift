import JSON
@testable import ReferenceServer
import Testing

@Suite("The language of faults")
struct FaultLanguageTests {
    /// A change, and what becomes of a value by it.
    struct Change: Sendable, CustomTestStringConvertible {
        let edit: JSONEdit
        let before: JSONValue
        let after: JSONValue

        var testDescription: String { "\(edit)" }
    }

    @Test(
        "an edit changes what is at its place, and nothing else",
        arguments: [
            Change(edit: .drop("a.b"), before: ["a": ["b": 1, "c": 2]], after: ["a": ["c": 2]]),
            Change(
                edit: .drop("a.*.b", where: .null),
                before: ["a": [["b": .null], ["b": 1]]],
                after: ["a": [[:], ["b": 1]]]
            ),
            Change(edit: .drop("a.1"), before: ["a": [1, 2, 3]], after: ["a": [1, 3]]),
            Change(edit: .drop("a.b"), before: ["c": 1], after: ["c": 1]),
            Change(edit: .replace("a", 2), before: ["a": 1], after: ["a": 2]),
            Change(edit: .replace("a", 2), before: ["b": 1], after: ["b": 1]),
            Change(edit: .replace("", [:]), before: ["b": 1], after: [:]),
            Change(edit: .set("a.b", 2), before: ["a": [:]], after: ["a": ["b": 2]]),
            Change(edit: .set("a.b", 2), before: [:], after: [:]),
            Change(edit: .rename("a", to: "b"), before: ["a": 1], after: ["b": 1]),
            Change(edit: .copy("a", to: "b"), before: ["a": 1], after: ["a": 1, "b": 1]),
            Change(edit: .copy("a", to: "b"), before: ["b": 1], after: ["b": 1]),
            Change(
                edit: .complete("*", with: ["b": .null]),
                before: [["b": 1], [:]],
                after: [["b": 1], ["b": .null]]
            ),
            Change(
                edit: .embed("a.*", as: "b", beside: ["c": 1]),
                before: ["a": [2]],
                after: ["a": [["b": 2, "c": 1]]]
            ),
            Change(edit: .double("a"), before: ["a": [1, 2]], after: ["a": [1, 1, 2, 2]]),
            Change(edit: .enclose("a"), before: ["a": 1], after: ["a": [1]]),
            Change(edit: .retype("a"), before: ["a": "1"], after: ["a": 1]),
            Change(edit: .retype("a"), before: ["a": ["x", "y"]], after: ["a": "x,y"]),
            Change(edit: .rewrite("a", .uppercased), before: ["a": "x"], after: ["a": "X"]),
            Change(edit: .rewrite("a", .uppercased), before: ["a": 1], after: ["a": 1]),
        ]
    )
    func edits(change: Change) {
        var value = change.before
        change.edit.apply(to: &value)
        #expect(value == change.after)
    }

    @Test(
        "a text is rewritten",
        arguments: [
            (.trimmed, "  a b ", "a b"), (.spacedOnce, " a   b ", "a b"), (.first(2), "abc", "ab"),
            (.composed, "e\u{301}", "\u{E9}"), (.cutAtAstral, "a\u{1F600}b", "a"),
            (.misdecoded, "\u{E9}", "\u{C3}\u{A9}"),
            (.ascii, "a\u{E9}", "a?"), (.salvaged, "{\"a\": 1, \"b\": ", "{\"a\": 1}"),
            (.salvaged, "{\"a\": 1}", "{\"a\": 1}"),
            (.moved(.seconds(60)), "2026-03-01T10:40:00Z", "2026-03-01T10:41:00.000Z"),
            (.moved(.seconds(60)), "tomorrow", "tomorrow"),
        ] as [(TextChange, String, String)]
    )
    func texts(change: TextChange, before: String, after: String) {
        #expect(Array(change.applied(to: before).unicodeScalars) == Array(after.unicodeScalars))
    }

    @Test(
        "a condition holds for what it says, and nothing else",
        arguments: [
            (.present, .null, true), (.present, nil, false), (.absent, nil, true), (.absent, .null, false),
            (.unset, nil, true), (.unset, .null, true), (.unset, "", false), (.null, .null, true), (.null, nil, false),
            (.empty, "", true), (.empty, [], true), (.empty, [:], true), (.empty, "a", false), (.empty, nil, false),
            (.contains("@"), "a@b", true), (.contains("@"), 1, false), (.ends("Z"), "10Z", true), (.digits, "12", true),
            (.digits, "+12", false), (.count(2...3), "ab", true), (.count(2...3), [1], false),
            (.astral, "\u{1F600}", true), (.astral, "\u{E9}", false), (.not(.null), "a", true),
            (.not(.null), nil, false),
        ] as [(Condition, JSONValue?, Bool)]
    )
    func conditions(condition: Condition, value: JSONValue?, holds: Bool) {
        #expect(condition.holds(for: value) == holds)
    }

    @Test("a fault shows in the calls of its scope alone")
    func scope() throws {
        let list = "/user_identities/list"
        let client = try Client(faults: [try #require(Fault.named("get-without-ok"))])
        #expect(client.send("GET", list).json?["ok"] == nil)
        #expect(client.send("POST", list, [:]).json?["ok"] == true)
    }

    @Test("a request is misread where the fault says so, and what is wrong with it is passed over")
    func requests() throws {
        let create = "/user_identities/create"
        let tolerant = try Client(faults: [try #require(Fault.named("accept-email-with-space"))])
        #expect(tolerant.send("POST", create, ["email_address": "a b@example.com"]).status == 200)
        #expect(tolerant.send("POST", create, ["email_address": "a"]).status == 400)
        let plus = try Client(faults: [try #require(Fault.named("plus-stays-plus"))])
        let id = try plus.identityID(["user_identity_key": "Jane+Doe"])
        let found = plus.send("GET", "/user_identities/get?user_identity_key=Jane+Doe").json?["user_identity"]
        #expect(found?["user_identity_id"] == id)
    }

    @Test("the credentials are looked at when the fault says so")
    func authorization() throws {
        let create = "/user_identities/create"
        let client = try Client(faults: [try #require(Fault.named("created-before-key"))])
        #expect(client.with("authorization", nil).send("POST", create, ["user_identity_key": "k"]).status == 401)
        #expect(client.send("POST", "/user_identities/get", ["user_identity_key": "k"]).status == 200)
        let open = try Client(faults: [try #require(Fault.named("open-workspace"))]).with("authorization", nil)
        #expect(open.send("POST", "/workspaces/get", [:]).status == 200)
        #expect(open.send("POST", create, [:]).status == 401)
    }
}
