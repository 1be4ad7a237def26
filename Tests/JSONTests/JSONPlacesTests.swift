import JSON
import Testing

@Suite("Places of parts of a text")
struct JSONPlacesTests {
    private static let text = #"""
        {"a" : [1, {"b\u0063": true},
          "é\ud83d\ude00 \"]", -1.5e3 ],
        	"d": {"\\": "}"}, "e": [], "f": null}
        """#

    @Test(
        "every part is found where it stands, columns counted in Unicode scalars",
        arguments: zip(
            ["", "/a", "/a/0", "/a/1", "/a/1/bc", "/a/2", "/a/3", "/d", #"/d/\"#, "/e", "/f"],
            ["1:1", "1:8", "1:9", "1:12", "1:24", "2:3", "2:24", "3:7", "3:14", "3:25", "3:34"]
        )
    )
    func places(pointer: String, place: String) throws {
        let pointer = try JSONPointer(parsing: pointer)
        #expect(JSONPlaces(of: [pointer], in: Array(Self.text.utf8))[pointer]?.description == place)
    }

    @Test("several parts are found together, and those that are not there are not")
    func several() throws {
        let pointers = try ["/f", "/a/1/bc", "/a/9", "/x", "", "/a/01"].map { try JSONPointer(parsing: $0) }
        let places = JSONPlaces(of: pointers, in: Array(Self.text.utf8))
        #expect(pointers.map { places[$0]?.description } == ["3:34", "1:24", nil, nil, "1:1", nil])
    }

    @Test("of members with one name the last counts, also for what is below")
    func duplicates() throws {
        let pointers = try ["/a", "/a/b", "/a/c"].map { try JSONPointer(parsing: $0) }
        let places = JSONPlaces(of: pointers, in: Array(#"{"a": {"b": 1}, "a": {"c": 2}}"#.utf8))
        #expect(pointers.map { places[$0]?.column } == [22, nil, 28])
    }

    @Test(
        "a text that is no JSON ends the search",
        arguments: ["", "{", "[1,", "{\"a\"", "{\"a\":", "[}", "[\"", "[\"\\", ",", "{\"a\" 1}", "[[[[", "]", "[1 2]"]
    )
    func noJSON(text: String) {
        let pointer = JSONPointer(tokens: ["5", "a"])
        #expect(JSONPlaces(of: [pointer, JSONPointer(tokens: ["a"])], in: Array(text.utf8))[pointer] == nil)
    }
}
