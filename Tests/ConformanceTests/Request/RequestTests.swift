import JSON
import SeamContract
import Testing

@testable import Conformance  // query strings and gates are not public

@Suite("Query strings")
struct QueryStringTests {
    @Test(
        "Parameters are written as Seam's SDKs write them",
        arguments: [
            (#"{"b":1,"a":"x y+z"}"#, "a=x+y%2Bz&b=1&_strict=true"), (#"{"a":[1,2]}"#, "a=1&a=2&_strict=true"),
            (#"{"a":[]}"#, "a=&_strict=true"), (#"{"a":null}"#, "a=&_strict=true"), (#"{"a":""}"#, ""), ("{}", ""),
            (#"{"a":true,"b":{"d":2,"c":1}}"#, "a=true&b.c=1&b.d=2&_strict=true"),
            (#"{"é":"ü"}"#, "%C3%A9=%C3%BC&_strict=true"),
        ]
    )
    func parameters(json: String, expected: String) throws {
        let members = try JSONValue(parsing: json).objectValue?.members ?? []
        #expect(QueryString.parameters(members.map { ($0.key, $0.value) }).joined(separator: "&") == expected)
    }

    /// An operation with a parameter in each style.
    private static let operation = Result {
        try Contract(
            text: """
                openapi: 3.0.3
                paths:
                  /a:
                    get:
                      parameters:
                        - { in: query, name: list, schema: { type: array, items: { type: integer } } }
                        - { in: query, name: commas, explode: false, schema: { type: array, items: { type: string } } }
                        - { in: query, name: pairs, explode: false, schema: { type: object, properties: { n: { type: integer } } } }
                        - { in: query, name: spaces, style: spaceDelimited, schema: { type: array, items: { type: string } } }
                        - { in: query, name: pipes, style: pipeDelimited, schema: { type: array, items: { type: string } } }
                        - { in: query, name: deep, style: deepObject, schema: { type: object, properties: { n: { type: integer },
                            o: { type: object, properties: { s: { type: string } } } } } }
                        - { in: query, name: flat, style: form, schema: { type: object, properties: { r: { type: integer } } } }
                        - { in: query, name: json, content: { application/json: { schema: { type: object } } } }
                        - { in: query, name: dots, schema: { type: object, properties: { n: { type: integer } } } }
                      responses: {}
                """,
            file: "a.yaml"
        )["/a"]
    }

    @Test(
        "parameters are written in the style that the contract asks for, and read as what they were",
        arguments: [
            (#"{"list":[1,2]}"#, "list=1&list=2&_strict=true"), (#"{"list":[]}"#, "list=&_strict=true"),
            (#"{"commas":["a","b,c"]}"#, "commas=a,b%2Cc"), (#"{"commas":[]}"#, "commas="),
            (#"{"pairs":{"n":1}}"#, "pairs=n,1"), (#"{"spaces":["a","b"]}"#, "spaces=a+b"),
            (#"{"pipes":["a","b"]}"#, "pipes=a%7Cb"),
            (#"{"deep":{"n":1,"o":{"s":"x"}}}"#, "deep%5Bn%5D=1&deep%5Bo%5D%5Bs%5D=x"),
            (#"{"flat":{"r":1}}"#, "r=1&_strict=true"),
            (#"{"json":{"a":[1]}}"#, "json=%7B%22a%22%3A%5B1%5D%7D&_strict=true"),
            (#"{"dots":{"n":1}}"#, "dots.n=1&_strict=true"),
        ]
    )
    func styles(json: String, expected: String) throws {
        let operation = try #require(try Self.operation.get())
        let object = try #require(try JSONValue(parsing: json).objectValue)
        let query = QueryString.parameters(object.members.map { ($0.key, $0.value) }, of: operation).joined(
            separator: "&"
        )
        #expect(query == expected)
        // Once written, a comma of an item can't be told from one between items.
        if !expected.contains("%2C") { #expect(QueryParameters(query, of: operation).object == object) }
    }

    @Test("What a scenario writes out is sent in its order, an empty text kept")
    func written() {
        let pairs = QueryString.written([("b[]", "1"), ("a", ""), ("b[]", "2")])
        #expect(pairs == ["b%5B%5D=1", "a=", "b%5B%5D=2"])
    }

    @Test("A path keeps what may stand in one")
    func paths() {
        #expect(PercentEncoding.path("/a b/ü?x") == "/a%20b/%C3%BC%3Fx")
        #expect(PercentEncoding.path("/user_identities/create") == "/user_identities/create")
    }

    @Test("A gate lets all through together, and not before the last has come")
    func gate() async {
        let gate = Gate(count: 3)
        let passed = await withTaskGroup(of: Int.self) { group in
            for number in 0..<3 {
                group.addTask {
                    await gate.pass()
                    return number
                }
            }
            return await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(passed == [0, 1, 2])
    }
}
