import JSON
import Testing

@Suite("JSON value") struct JSONValueTests {
    private let value: JSONValue = ["n": nil, "b": true, "i": 3, "f": 1.5, "s": "x\(1)", "a": [1, "2"], "o": [:]]

    @Test("each sort of value is told apart and opened by its own property")
    func sorts() {
        #expect(value.objectValue?.map(\.value.kind) == [.null, .boolean, .number, .number, .string, .array, .object])
        #expect(value["n"]?.isNull == true)
        #expect(value["b"]?.boolValue == true)
        #expect(value["i"]?.numberValue?.intValue == 3)
        #expect(value["f"]?.numberValue?.doubleValue == 1.5)
        #expect(value["s"]?.stringValue == "x1")
        #expect(value["a"]?.arrayValue?.count == 2)
        #expect(value["s"]?.objectValue == nil && value["o"]?.arrayValue == nil && value["o"]?.stringValue == nil)
        #expect(value["b"]?.isNull == false && value["s"]?.boolValue == nil && value["s"]?.numberValue == nil)
    }

    @Test("what is not there is nil")
    func absence() {
        #expect(value["x"] == Optional.none)
        #expect(value["a"]?[2] == Optional.none)
        #expect(value["a"]?[-1] == Optional.none)
        #expect(value["a"]?["0"] == Optional.none)
        #expect(value[0] == Optional.none)
    }

    @Test("equal values hash alike: members in any order, numbers by value")
    func equality() throws {
        let left = try JSONValue(parsing: #"{"a":[1,{"x":1.0,"y":null}],"b":"é"}"#)
        let right = try JSONValue(parsing: #"{"b":"\u00e9","a":[1e0,{"y":null,"x":1}]}"#)
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left.serialized(.canonical) == right.serialized(.canonical))
    }

    @Test(
        "values that differ are not equal",
        arguments: [
            ("[1,2]", "[2,1]"), ("{\"a\":1}", "{\"a\":2}"), ("{\"a\":1}", "{\"b\":1}"),
            ("{\"a\":1}", "{\"a\":1,\"b\":1}"),
            ("1", "\"1\""), ("0", "false"), ("null", "[]"), ("[]", "{}"), ("\"\u{E9}\"", "\"e\u{301}\""),
            ("true", "false"),
            ("{\"\u{E9}\":1}", "{\"e\u{301}\":1}"),
        ]
    )
    func inequality(left: String, right: String) throws {
        #expect(try JSONValue(parsing: left) != JSONValue(parsing: right))
        #expect(try JSONText(parsing: Array(left.utf8)) != JSONText(parsing: Array(right.utf8)))
    }

    @Test("a value describes itself as JSON")
    func description() {
        #expect("\(value)" == #"{"n":null,"b":true,"i":3,"f":1.5,"s":"x1","a":[1,"2"],"o":{}}"#)
    }
}

@Suite("JSON object") struct JSONObjectTests {
    @Test("setting replaces in place, appends, or removes", arguments: [3, 100])
    func setting(count: Int) {
        var object = JSONObject()
        for place in 0..<count {
            object["k\(place)"] = .number(JSONNumber(place))
        }
        object["k1"] = "new"
        object["k0"] = Optional.none
        object["missing"] = Optional.none
        object["last"] = .null
        #expect(object.keys == (1..<count).map { "k\($0)" } + ["last"])
        #expect(object["k1"] == "new")
        #expect(object["k2"] == 2)
        #expect(object["k0"] == Optional.none)
        #expect(object["k\(count - 1)"] == .number(JSONNumber(count - 1)))
        #expect(object["last"] == .some(.null))
    }

    @Test("of two members with one name in a literal the last counts, in the place of the first")
    func literal() {
        let object: JSONObject = ["a": 1, "b": 2, "a": 3]
        #expect(object.map(\.key) == ["a", "b"])
        #expect(object["a"] == 3)
        #expect(object[1] == JSONObject.Member(key: "b", value: 2))
        #expect(object.isEmpty == false && JSONObject().isEmpty)
    }

    @Test("large objects are equal in any order, and hash alike")
    func largeObjects() {
        var forward = JSONObject()
        var backward = JSONObject()
        for place in 0..<1000 {
            forward["k\(place)"] = .number(JSONNumber(place))
            backward["k\(999 - place)"] = .number(JSONNumber(999 - place))
        }
        #expect(forward == backward)
        #expect(forward.hashValue == backward.hashValue)
        backward["k500"] = 0
        #expect(forward != backward)
    }

    @Test("names are compared scalar by scalar")
    func names() {
        var object: JSONObject = ["\u{E9}": 1]
        object["e\u{301}"] = 2
        #expect(object.count == 2)
        #expect(object["\u{E9}"] == 1)
    }
}
