import JSON
import Testing
import YAMLSource

@Suite("Places in JSON texts")
struct JSONPlaceTests {
    private static let text = """
        {"a" : [1, {"b\\u0063": true},
          "é\\ud83d\\ude00 \\"]", -1.5e3 ],
        \t"d": {}, "e": [], "f": null}
        """

    @Test(
        "every part is found where it stands, columns counted in Unicode scalars",
        arguments: [
            ([], "1:1"), (["a"], "1:8"), (["a", "0"], "1:9"), (["a", "1"], "1:12"), (["a", "1", "bc"], "1:24"),
            (["a", "2"], "2:3"), (["a", "3"], "2:24"), (["d"], "3:7"), (["e"], "3:16"), (["f"], "3:25"),
        ]
    )
    func places(tokens: [String], place: String) throws {
        let located = try #require(LocatedValue(json: Self.text, file: "x"))
        #expect(located.place(of: JSONPointer(tokens: tokens)).description == "x:\(place)")
    }

    @Test("the value is the one that the parser reads")
    func value() throws {
        let located = try #require(LocatedValue(json: Self.text, file: "x"))
        #expect(try located.json == JSONValue(parsing: Self.text))
    }

    @Test("of members with one name the last counts, and a text that is no JSON has no places")
    func oddTexts() throws {
        let twice = try #require(LocatedValue(json: #"{"a": 1, "b": 2, "a": 3}"#, file: "x"))
        #expect(twice["a"]?.place.column == 23)
        #expect(try twice.json == JSONValue(parsing: #"{"a": 3, "b": 2}"#))
        #expect(LocatedValue(json: "{,}", file: "x") == nil)
    }

    @Test("a long line costs no more than its length")
    func longLine() throws {
        let text = "[" + Array(repeating: #"{"a":"é"}"#, count: 20_000).joined(separator: ",") + "]"
        let located = try #require(LocatedValue(json: text, file: "x"))
        #expect(located.place(of: JSONPointer(tokens: ["19999"])).column == 2 + 19_999 * 10)
    }
}
