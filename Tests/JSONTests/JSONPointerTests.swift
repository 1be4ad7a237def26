import JSON
import Testing

@Suite("JSON Pointer") struct JSONPointerTests {
    private let document: JSONValue = [
        "foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8,
    ]

    @Test(
        "the examples of RFC 6901 section 5 find their values",
        arguments: [
            ("/foo", ["bar", "baz"]), ("/foo/0", "bar"), ("/", 0), ("/a~1b", 1), ("/c%d", 2), ("/e^f", 3), ("/g|h", 4),
            ("/i\\j", 5), ("/k\"l", 6), ("/ ", 7), ("/m~0n", 8),
        ] as [(String, JSONValue)]
    )
    func examples(text: String, value: JSONValue) throws {
        let pointer = try JSONPointer(parsing: text)
        #expect(document[pointer] == value)
        #expect(pointer.description == text)
    }

    @Test("the empty pointer is the whole value")
    func whole() throws {
        #expect(try JSONPointer(parsing: "").tokens.isEmpty)
        #expect(document[JSONPointer()] == document)
        #expect(JSONPointer().description.isEmpty)
    }

    @Test(
        "what is not there, and an index with a leading zero or a sign, finds nothing",
        arguments: [
            "/foo/2", "/foo/00", "/foo/01", "/foo/-", "/foo/-1", "/foo/+1", "/foo/ 1", "/foo/", "/foo/0/x", "/x", "//",
            "/foo/99999999999999999999",
        ]
    )
    func absence(text: String) throws {
        #expect(document[try JSONPointer(parsing: text)] == Optional.none)
    }

    @Test("tokens are escaped when appended, and read back")
    func appending() throws {
        let pointer = JSONPointer().appending("a/b~1").appending(3).appending("~01").appending("")
        #expect(pointer.description == "/a~1b~01/3/~001/")
        #expect(try JSONPointer(parsing: pointer.description) == pointer)
        #expect(try JSONPointer(parsing: pointer.description).hashValue == pointer.hashValue)
    }

    @Test(
        "a text that is no pointer is refused with its place",
        arguments: [
            ("foo", "1: expected '/' before the first token of 'foo'"),
            ("/a~", "3: expected '~0' for '~' or '~1' for '/'"),
            ("/~0é/b~2~1", "7: expected '~0' for '~' or '~1' for '/'"),
        ]
    )
    func refuses(text: String, message: String) {
        let error = #expect(throws: JSONPointerSyntaxError.self) { try JSONPointer(parsing: text) }
        #expect(error?.description == message)
    }

    @Test("places with differently composed names differ")
    func scalars() {
        #expect(JSONPointer(tokens: ["\u{E9}"]) != JSONPointer(tokens: ["e\u{301}"]))
    }
}
