import JSON
import Results
import SeamContract
import Testing

@testable import Conformance  // requests with their secrets never leave the target

@Suite("What a run exercises")
struct ExerciseTallyTests {
    private static let contract = Result {
        try Contract(
            text: """
                openapi: 3.0.3
                paths:
                  /a:
                    post: { responses: {} }
                    get:
                      parameters:
                        - { in: query, name: ids, schema: { type: array, items: { type: string } } }
                        - { in: query, name: with, schema: { type: object, properties: { b: { type: string } } } }
                      responses: {}
                  /b:
                    post:
                      responses:
                        "200":
                          description: fine
                          content:
                            application/json:
                              schema:
                                type: object
                                properties:
                                  kind: { type: string, enum: [one, two] }
                                  name: { type: string, nullable: true }
                """,
            file: "a.yaml"
        )
    }

    private func exercise(
        of path: String = "/a",
        _ exchanges: [(String, url: String, body: String?, answer: (Int, String)?)]
    ) throws -> OperationExercise {
        let operation = try #require(try Self.contract.get()[path])
        let tally = ExerciseTally()
        for (method, url, body, answer) in exchanges {
            let response = answer.map { IncomingResponse(status: $0.0, headers: [], body: Array($0.1.utf8)) }
            tally.note(
                OutgoingRequest(method: method, url: url, headers: [], body: body.map { Array($0.utf8) }, isRead: true),
                to: operation,
                response: response,
                json: response.flatMap { try? JSONValue(parsing: $0.body) }
            )
        }
        let exercises = tally.exercises(under: try Self.contract.get())
        #expect(exercises.count == 1)
        return try #require(exercises.first)
    }

    @Test("methods, parameters of body and query, statuses and fields are noted, each once")
    func notes() throws {
        let exercise = try exercise([
            ("POST", "http://x/a", #"{"ids":["1"],"with":{"b":1}}"#, (200, #"{"ok":true,"as":[{"id":1},{"n":[{}]}]}"#)),
            ("GET", "http://x/a?ids=1&ids=2&with.b=1&other=2&_strict=true", nil, (200, #"{"ok":true}"#)),
            ("GET", "http://x/a", nil, (500, "<html>")), ("GET", "http://x/a", nil, nil),
        ])
        #expect(
            exercise
                == OperationExercise(
                    operation: "/a",
                    callCount: 4,
                    methods: ["GET", "POST"],
                    parameters: ["/ids", "/with", "/with/b"],
                    answers: [
                        .init(status: 200, fields: ["/as", "/as/*/id", "/as/*/n", "/ok"], values: .init()),
                        .init(status: 500, fields: [], values: .init()),
                    ]
                )
        )
    }

    @Test("nulls are noted, and the words of what the contract lists and of the type of an error")
    func values() throws {
        let exercise = try exercise(
            of: "/b",
            [
                ("POST", "http://x/b", nil, (200, #"{"kind":"two","name":"Ann"}"#)),
                ("POST", "http://x/b", nil, (200, #"{"kind":"three","name":null,"more":[null]}"#)),
                ("POST", "http://x/b", nil, (404, #"{"error":{"type":"gone","message":"no"}}"#)),
            ]
        )
        #expect(
            exercise.answers.map(\.values) == [
                .init(nulls: ["/more/*", "/name"], words: ["/kind": ["three", "two"]]),
                .init(words: ["/error/type": ["gone"]]),
            ]
        )
    }

    @Test("an enumeration with ever other words is told no words of")
    func manyWords() throws {
        let exchanges = (0..<65).map { round in
            ("POST", url: "http://x/b", body: String?.none, answer: (200, "{\"kind\":\"w\(round)\"}") as (Int, String)?)
        }
        #expect(try exercise(of: "/b", exchanges).answers.map(\.values) == [.init()])
    }

    @Test("an endpoint that sends ever other members is noted up to a limit")
    func bounded() throws {
        let exchanges = (0..<30).map { round in
            let members = (0..<1000).map { "\"m\(round)-\($0)\":{\"x\":1}" }.joined(separator: ",")
            return ("GET", url: "http://x/a", body: String?.none, answer: (200, "{\(members)}") as (Int, String)?)
        }
        #expect(try exercise(exchanges).answers[0].fields.count == MemberTree.limit)
        let deep = String(repeating: #"{"a":"#, count: 200) + "1" + String(repeating: "}", count: 200)
        let long = "{\"" + String(repeating: "x", count: 1000) + "\":1}"
        let odd = try exercise([("GET", "http://x/a", nil, (200, deep)), ("GET", "http://x/a", nil, (201, long))])
        #expect(odd.answers[0].fields.count == 32)
        #expect(odd.answers[1].fields == [])
    }
}
