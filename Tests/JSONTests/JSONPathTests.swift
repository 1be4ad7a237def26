import JSON
import Testing

@Suite("JSONPath") struct JSONPathTests {
    private let document: JSONValue = [
        "users": [
            ["name": "Ann", "mail": "ann@example.com", "age": 30], ["name": "Bob", "mail": nil, "age": 25.5],
            ["name": "Cleo", "tags": ["x", "y"]],
        ],
        "it's": ["\u{B}": 1], "limit": 26,
    ]

    @Test(
        "a query selects the values it says, in order",
        arguments: [
            ("$.users[*].name", ["Ann", "Bob", "Cleo"]), ("$.users[-1].name", ["Cleo"]),
            ("$.users[::2].name", ["Ann", "Cleo"]),
            ("$.users[::-1].name", ["Cleo", "Bob", "Ann"]), ("$.users[?@.mail == null].name", ["Bob"]),
            ("$.users[?!@.mail].name", ["Cleo"]), ("$.users[?@.age < $.limit].name", ["Bob"]),
            ("$.users[?match(@.mail, '[a-z]+@example\\\\.com')].name", ["Ann"]),
            ("$.users[?search(@.name, 'l')].name", ["Cleo"]), ("$.users[?length(@.name) == 3].name", ["Ann", "Bob"]),
            ("$.users[?count(@.*) >= 3].name", ["Ann", "Bob"]), ("$.users[?value(@..[1]) == 'y'].name", ["Cleo"]),
            ("$.users[0, 0]['name', \"age\"]", ["Ann", 30, "Ann", 30]), ("$..tags[1]", ["y"]), ("$.missing", []),
            ("$.users[?@.age == 30.0 || @.name == 'Cleo'].name", ["Ann", "Cleo"]), ("$.users[5:1]", []),
            ("$.users[::0]", []),
            ("$.users[?(@.name > 'A' && @.name <= 'Bob')].name", ["Ann", "Bob"]),
            ("$.users[?match(@.name, @.name)].name", ["Ann", "Bob", "Cleo"]),
        ] as [(String, [JSONValue])]
    )
    func selects(text: String, values: [JSONValue]) throws {
        let path = try JSONPath(text)
        #expect(try path.nodes(in: document).map(\.value) == values)
        #expect(path.description == text)
    }

    @Test("a node says its place as pointer and as normalized path")
    func places() throws {
        let node = try #require(try JSONPath("$.users[-2].name").nodes(in: document).first)
        #expect(node.pointer.description == "/users/1/name")
        #expect(node.normalizedPath == "$['users'][1]['name']")
        let escaped = try #require(try JSONPath("$[\"it's\"].*").nodes(in: document).first)
        #expect(escaped.normalizedPath == "$['it\\'s']['\\u000b']")
        #expect(try JSONPath(escaped.normalizedPath).nodes(in: document) == [escaped])
        #expect(node != escaped)
        #expect(try Set(JSONPath("$.users[0,0]").nodes(in: document)).count == 1)
    }

    @Test(
        "names and indices alone are singular",
        arguments: zip(
            ["$", "$.a[0]['b']", "$.*", "$..a", "$[0,1]", "$[0:1]", "$[?@.a]"],
            [true, true, false, false, false, false, false]
        )
    )
    func singular(text: String, isSingular: Bool) throws {
        #expect(try JSONPath(text).isSingular == isSingular)
    }

    @Test(
        "what is no query is refused with its column",
        arguments: [
            ("", "1: expected '$' at the begin, found the end"), ("a", "1: expected '$' at the begin, found 'a'"),
            ("$ ", "2: expected '.' or '[' or the end, found ' '"),
            ("$.", "3: expected a name or '*' after the dot; write other names as ['name'], found the end"),
            ("$[", "3: expected a quoted name, an index, a slice, '*' or '?', found the end"),
            ("$[0", "4: expected ',' or ']', found the end"), ("$[01]", "3: a number has no leading zero"),
            ("$[-0]", "3: '-0' is no index; write 0"),
            ("$[9007199254740992]", "3: 9007199254740992 is beyond the integers of ±(2^53 - 1)"),
            ("$['a]", "3: the string has no closing quote"),
            ("$['\\\"']", "4: unknown escape; write '\\\\' for a backslash"),
            ("$['\\ud800']", "4: lone surrogate; a character beyond U+FFFF needs a pair of '\\u' escapes"),
            ("$[?@.* == 1]", "4: expected one value, but this query may find many; use value() or count()"),
            ("$[?1]", "4: a literal is no condition; compare it with something"),
            ("$[?length(@.a)]", "4: a function that gives a value is no condition; compare it"),
            ("$[?match(@.a,'b') == true]", "4: expected a value, but this function tells only yes or no"),
            ("$[?nope(@)]", "4: unknown function 'nope'; there are length, count, match, search, value"),
            ("$[?count(1) == 1]", "10: count() takes a query"), ("$[?length() == 1]", "10: length() takes 1 argument"),
            ("$[?match(@.a) ]", "9: match() takes 2 arguments"),
            ("$[?@.a == abc]", "11: 'abc' is no literal; write a string in quotes, and '(' after a function"),
            ("$[?(@.a]", "8: expected '&&', '||' or ')', found ']'"),
        ]
    )
    func refuses(text: String, message: String) {
        let error = #expect(throws: JSONPathSyntaxError.self) { try JSONPath(text) }
        #expect(error?.description == message)
    }

    @Test("nesting is bounded")
    func nesting() {
        let parentheses = { (depth: Int) in
            "$[?" + String(repeating: "(", count: depth) + "@" + String(repeating: ")", count: depth) + "]"
        }
        #expect(throws: Never.self) { try JSONPath(parentheses(60)) }
        #expect(throws: JSONPathSyntaxError.self) { try JSONPath(parentheses(100_000)) }
        #expect(throws: JSONPathSyntaxError.self) { try JSONPath(String(repeating: "$[?", count: 100_000)) }
        #expect(throws: JSONPathSyntaxError.self) { try JSONPath("$[?" + String(repeating: "length(", count: 100_000)) }
    }

    @Test("queries written alike are equal")
    func equality() throws {
        #expect(try JSONPath("$.a") == JSONPath("$.a"))
        #expect(try JSONPath("$.a").hashValue == JSONPath("$.a").hashValue)
        #expect(try JSONPath("$.a") != JSONPath("$['a']"))
    }

    @Test("a descendant query goes through a deep value")
    func deepValue() throws {
        let value = try JSONValue(
            parsing: String(repeating: "[", count: 500) + "1" + String(repeating: "]", count: 500)
        )
        #expect(try JSONPath("$..[0]").nodes(in: value).count == 500)
        #expect(try JSONPath("$..*").nodes(in: value).last?.pointer.tokens.count == 500)
    }

    @Test(
        "a query whose parts multiply each other is stopped, also in a filter",
        arguments: ["$..*..*..*..*", "$..[?count(@..*..*) > 1]", "$..[?@..[?@..[?@..*]]]"]
    )
    func exhaustion(query: String) throws {
        let value = try JSONValue(
            parsing: String(repeating: "[1,", count: 500) + "1" + String(repeating: "]", count: 500)
        )
        let error = #expect(throws: JSONPathExhaustion.self) { try JSONPath(query).nodes(in: value) }
        #expect(error?.description.contains("more than 10000000 places") == true)
    }
}
