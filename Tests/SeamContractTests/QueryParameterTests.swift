import JSON
import SeamContract
import Testing

@Suite("Parameters in a query")
struct QueryParameterTests {
    private static let text = """
        openapi: 3.0.3
        paths:
          /a:
            get:
              parameters:
                - { in: query, name: ids, schema: { type: array, items: { type: integer } } }
                - { in: query, name: at, schema: { type: string, nullable: true } }
                - { in: query, name: hard, schema: { type: boolean } }
                - { in: query, name: with, schema: { type: object, properties: { n: { type: number }, s: { type: string },
                    deep: { type: object, properties: { b: { type: boolean } } },
                    list: { type: array, items: { type: integer } } } } }
                - { in: query, name: commas, style: form, explode: false, schema: { type: array, items: { type: integer } } }
                - { in: query, name: spaces, style: spaceDelimited, schema: { type: array, items: { type: string } } }
                - { in: query, name: pipes, style: pipeDelimited, explode: true, schema: { type: array, items: {} } }
                - { in: query, name: deep, style: deepObject, schema: { type: object, properties: { n: { type: integer } } } }
                - { in: query, name: flat, style: form, schema: { type: object, properties: { r: { type: integer }, g: {} } } }
                - { in: query, name: pairs, explode: false, schema: { type: object, properties: { r: { type: integer } } } }
                - { in: query, name: json, content: { application/json: { schema: { type: object } } } }
              responses: {}
        """

    private func operation() throws -> Contract.Operation {
        try #require(try Contract(text: Self.text, file: "a.yaml")["/a"])
    }

    @Test("the style of a parameter is the one that is written, else Seam's")
    func styles() throws {
        let operation = try operation()
        let styles = ["ids", "commas", "spaces", "pipes", "deep", "flat", "pairs", "json"].map {
            operation.parameterType($0)?.style
        }
        #expect(
            styles == [
                .seam, .form(explodes: false), .joined(by: " "), .form(explodes: true), .deepObject,
                .form(explodes: true), .form(explodes: false), .json,
            ]
        )
    }

    @Test(
        "a query is read by the contract's types and styles",
        arguments: [
            ("ids=1&ids=2&_strict=true", ["ids": [1, 2]]),
            ("ids[]=1&ids%5B%5D=2", ["ids": [1, 2]]),
            ("ids=", ["ids": []]),
            ("ids=1,2", ["ids": [1, 2]]), ("ids=1,2&_strict=true", ["ids": ["1,2"]]), ("ids[]=1&_strict=true", [:]),
            ("at=&hard=true", ["at": nil, "hard": true]),
            ("hard=maybe", ["hard": "maybe"]),
            ("with.n=1.5&with.s=a+b&with.deep.b=false", ["with": ["n": 1.5, "s": "a b", "deep": ["b": false]]]),
            ("with.list=1&with.list=2&with.other=3", ["with": ["list": [1, 2], "other": "3"]]),
            ("commas=1,2", ["commas": [1, 2]]),
            ("commas=", ["commas": []]),
            ("spaces=a%20b+c", ["spaces": ["a", "b", "c"]]),
            ("pipes=a&pipes=b|c", ["pipes": ["a", "b|c"]]),
            ("deep[n]=1&deep%5Bo%5D%5Bp%5D=x", ["deep": ["n": 1, "o": ["p": "x"]]]),
            ("r=1&g=a", ["flat": ["r": 1, "g": "a"]]),
            ("pairs=r,1,x,y", ["pairs": ["r": 1, "x": "y"]]),
            ("json=%7B%22a%22:1%7D", ["json": ["a": 1]]),
            ("json=%7B", ["json": "{"]),
            ("other=1", [:]),
            ("", [:]),
        ] as [(String, JSONObject)]
    )
    func reading(query: String, expected: JSONObject) throws {
        let parameters = QueryParameters(query, of: try operation())
        #expect(parameters.object == expected)
        #expect(parameters.problems == [])
    }

    @Test(
        "what is wrong with how parameters are written is told",
        arguments: zip(
            ["a=%ZZ", "a=%FF", "%", "at=1&at=2"],
            Array(repeating: "the query is not form-encoded UTF-8, or has more than 10000 parameters", count: 3)
                + ["the parameter at is repeated, but is no array"]
        )
    )
    func broken(query: String, problem: String) throws {
        #expect(QueryParameters(query, of: try operation()).problems == [problem])
    }

    @Test("names that nest without end are not followed")
    func endless() throws {
        let name = "with" + String(repeating: ".a", count: 100_000)
        #expect(QueryParameters(name + "=1", of: try operation()).object.keys == [])
    }
}
