import JSON
import Testing

@Suite("JSON text") struct JSONTextTests {
    @Test("a text is read with its members in order and its numbers as written")
    func readsValue() throws {
        let value = try JSONValue(
            parsing: #" {"b" : [1.50, -0, 1E+2, true, false, null, ""], "a":{"ä":"é\n😀\ud83d\ude00"}, "c":[], "d":{}} "#
        )
        #expect(value.objectValue?.keys == ["b", "a", "c", "d"])
        #expect(value["b"]?[0]?.numberValue?.text == "1.50")
        #expect(value["a"]?["ä"] == "é\n😀😀")
        #expect(value.serialized() == #"{"b":[1.50,-0,1E+2,true,false,null,""],"a":{"ä":"é\n😀😀"},"c":[],"d":{}}"#)
    }

    @Test("a repeated member is told with its place, and its last value counts")
    func duplicateMembers() throws {
        let text = try JSONText(parsing: Array("{\"x\":[0,{\"a\":1,\n \"b\":2,\"a\":3,\"\\u0061\":4}]}".utf8))
        #expect(text.value == ["x": [0, ["a": 4, "b": 2]]])
        #expect(text.duplicateMembers.map(\.pointer.description) == ["/x/1/a", "/x/1/a"])
        #expect(text.duplicateMembers.map(\.position.description) == ["2:8", "2:14"])
    }
}
