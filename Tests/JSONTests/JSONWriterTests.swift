import JSON
import Testing

@Suite("JSON writer") struct JSONWriterTests {
    private let value: JSONValue = ["b": [1, [], ["x": nil]], "a": [:], "ä": "é"]

    @Test("compact is one line without spaces, in the order given")
    func compact() {
        #expect(value.serialized() == #"{"b":[1,[],{"x":null}],"a":{},"ä":"é"}"#)
        #expect(value.serializedBytes() == Array(value.serialized().utf8))
    }

    @Test("pretty has two spaces a level and keeps empty ones on one line")
    func pretty() {
        let expected = """
            {
              "b": [
                1,
                [],
                {
                  "x": null
                }
              ],
              "a": {},
              "ä": "é"
            }
            """
        #expect(value.serialized(.pretty) == expected)
    }

    @Test("canonical sorts members by scalars and writes numbers in one form")
    func canonical() throws {
        let value = try JSONValue(parsing: #"{"b":1.0,"\ud83d\ude00":1,"\uffee":2,"a":{"d":1e2,"c":0.50},"":0,"aa":1}"#)
        #expect(
            value.serialized(.canonical)
                == "{\"\":0,\"a\":{\"c\":0.5,\"d\":100},\"aa\":1,\"b\":1,\"\u{FFEE}\":2,\"😀\":1}"
        )
    }

    @Test("parts of styles can be put together")
    func ownStyle() {
        let style = JSONStyle(indentation: 1, sortsMembers: true)
        #expect((["b": 1, "a": 2] as JSONValue).serialized(style) == "{\n \"a\": 2,\n \"b\": 1\n}")
    }

    @Test("quotes, backslashes and control characters are escaped, everything else is written as it is")
    func escapes() throws {
        let string = "\"\\/\u{8}\t\n\u{C}\r\u{0}\u{1F}\u{7F}é\u{2028}😀 long enough to be scanned"
        let text = JSONValue.string(string).serialized()
        #expect(text == "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u{7F}é\u{2028}😀 long enough to be scanned\"")
        #expect(try JSONValue(parsing: text) == .string(string))
    }
}
