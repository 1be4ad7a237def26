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

    @Test("every escape of RFC 8259 section 7 is read")
    func escapes() throws {
        let value = try JSONValue(parsing: #""\"\\\/\b\f\n\r\t\u00e9\uD834\uDD1E""#)
        #expect(value == "\"\\/\u{8}\u{C}\n\r\té\u{1D11E}")
    }

    @Test("an error says what is wrong and where, in bytes, line and column")
    func position() {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: "{\n \"é\": tru,\n}") }
        #expect(error?.description == "2:10: expected 'true', found ','")
        #expect(error?.position.offset == 12)
    }

    @Test(
        "what breaks the grammar is refused with its place",
        arguments: [
            ("", "1:1: expected a value, found the end of the text"),
            ("[1,]", "1:4: expected a value, found ']'"),
            ("[1 2]", "1:4: expected ',' or ']' in the array, found '2'"),
            ("{\"a\" 1}", "1:6: expected ':' after the member name, found '1'"),
            ("{\"a\":1,}", "1:8: expected a member name in double quotes, found '}'"),
            ("{a:1}", "1:2: expected a member name or '}', found 'a'"),
            ("{\"a\":1", "1:7: expected ',' or '}' in the object, found the end of the text"),
            ("1 1", "1:3: expected nothing more behind the value, found '1'"),
            ("01", "1:1: a number has no leading zero"),
            ("-", "1:2: expected a digit, found the end of the text"),
            ("1.", "1:3: expected a digit, found the end of the text"),
            ("1e+", "1:4: expected a digit, found the end of the text"),
            ("\"a", "1:1: the string has no closing '\"'"),
            ("\"a\nb\"", "1:3: control character 0x0A in a string; write it as an escape"),
            ("\"\\x\"", "1:2: unknown escape; write '\\\\' for a backslash"),
            ("\"\\u12g4\"", "1:2: expected four hexadecimal digits after '\\u'"),
            ("\"\\ud800\"", "1:2: lone surrogate; a character beyond U+FFFF needs a pair of '\\u' escapes"),
            ("\"\\udc00\\ud800\"", "1:2: lone surrogate; a character beyond U+FFFF needs a pair of '\\u' escapes"),
            ("\u{FEFF}1", "1:1: a byte order mark is not allowed before JSON (RFC 8259 section 8.1)"),
            ("nul", "1:4: expected 'null', found the end of the text"),
            ("\u{0}", "1:1: expected a value, found 0x00"),
        ]
    )
    func refuses(text: String, message: String) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text) }
        #expect(error?.description == message)
    }

    @Test(
        "bytes that are not UTF-8 are refused where they begin",
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xFF],
        ] as [[UInt8]]
    )
    func invalidUTF8(bytes: [UInt8]) {
        for prefix in ["", "é\\n", "12345678"] {
            let text = Array("[\"\(prefix)".utf8) + bytes + Array("\"]".utf8)
            let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text) }
            #expect(error?.position.offset == 2 + prefix.utf8.count)
            #expect(error?.message.hasSuffix("is not UTF-8 here") == true)
        }
    }

    @Test(
        "the first and last characters of each UTF-8 length are read",
        arguments: [0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF]
    )
    func boundsOfUTF8(value: UInt32) throws {
        let string = String(Character(try #require(Unicode.Scalar(value))))
        #expect(try JSONValue(parsing: "\"\(string)\"") == .string(string))
        #expect(try JSONValue(parsing: "{\"\(string)\":\"\\n\(string)\"}")[string] == .string("\n" + string))
    }

    @Test("arrays and objects are read up to the depth limit, and refused beyond")
    func depthLimit() throws {
        let deep = { (depth: Int) in
            Array(repeatElement("[", count: depth).joined().utf8) + Array(repeating: 0x5D, count: depth)
        }
        #expect(try JSONText(parsing: deep(512)).duplicateMembers.isEmpty)
        let error = #expect(throws: JSONSyntaxError.self) { try JSONText(parsing: deep(513)) }
        #expect(error?.description == "1:513: nested deeper than 512 arrays and objects")
        #expect(throws: JSONSyntaxError.self) { try JSONText(parsing: Array("[{}]".utf8), depthLimit: 1) }
        #expect(throws: JSONSyntaxError.self) { try JSONText(parsing: deep(100_000), depthLimit: .max) }
        let deepest = try JSONText(parsing: deep(JSONText.greatestDepth), depthLimit: .max).value
        #expect(try JSONText(parsing: deepest.serializedBytes(), depthLimit: .max).value == deepest)
    }

    @Test("long strings, numbers, and many names are read as they are")
    func largeTexts() throws {
        let digits = String(repeating: "9", count: 100_000)
        #expect(try JSONValue(parsing: digits).numberValue?.text == digits)
        let text = String(repeating: "\\u0041b\\\\", count: 20_000)
        #expect(try JSONValue(parsing: "\"\(text)\"").stringValue?.utf8.count == 60_000)
        let members = (0..<20_000).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
        let object = try JSONValue(parsing: "{\(members)}")
        #expect(object.objectValue?.count == 20_000)
        #expect(object["k19999"] == 19_999)
        #expect(object["k20000"] == Optional.none)
    }
}
