import JSON
import SeamContract
import Testing

@Suite("Stable hashes")
struct StableHashTests {
    @Test(
        "texts have the published FNV-1a values",
        arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")]
    )
    func published(text: String, hash: String) {
        #expect(StableHash(text).hexadecimal == hash)
    }

    @Test("JSON values hash alike when only the order of members differs")
    func values() {
        func hash(_ value: JSONValue) -> UInt64 {
            var hash = StableHash()
            hash.feed(value)
            return hash.value
        }
        #expect(hash(["a": 1, "b": [true, nil]]) == hash(["b": [true, nil], "a": 1]))
        #expect(hash(["a": 1]) != hash(["a": "1"]))
        #expect(hash(["ab", "c"]) != hash(["a", "bc"]))
        #expect(hash([[], 1]) != hash([[1]]))
    }
}
