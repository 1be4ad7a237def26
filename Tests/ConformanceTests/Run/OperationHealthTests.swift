import Conformance
import Results
import Synchronization
import Testing

@Suite("Operations that never work")
struct OperationHealthTests {
    /// A kind of case.
    private enum Kind: String, CaseIterable {
        /// It changes what its set-up made.
        case setUp = "set-up"
        /// It reads what it changed.
        case reading
        /// It is about a create.
        case act
        /// It is about a refusal.
        case refusal
    }

    /// Five cases of each of some kinds.
    private static func cases(_ kinds: [Kind]) -> String {
        let scenarios = kinds.flatMap { kind in
            let (head, steps) = parts(of: kind)
            return
                (1...5).map { number in
                    """
                      - id: \(kind.rawValue)-\(number)
                        title: Number \(number)
                        \(head)
                        steps:
                    \(steps.map { "      - \($0)" }.joined(separator: "\n"))
                    """
                }
        }
        return "scenarios:\n" + scenarios.joined(separator: "\n")
    }

    private static func parts(of kind: Kind) -> (head: String, steps: [String]) {
        let update = #"{ call: /user_identities/update, body: { user_identity_id: "${id}" }, \#(accepted) }"#
        let get = #"{ call: /user_identities/get, body: { user_identity_id: "${id}" }, \#(accepted) }"#
        return switch kind {
        case .setUp:
            (
                #"given: [{ call: /user_identities/create, body: { full_name: "${unique.name}" }, "#
                    + "save: { id: $.user_identity.user_identity_id } }]",
                [update]
            )
        case .reading: ("fixtures: { id: \(TinySeam.id) }", [update, get])
        case .act:
            ("tags: []", [#"{ call: /user_identities/create, body: { full_name: "${unique.name}" }, \#(accepted) }"#])
        case .refusal: ("tags: []", ["{ call: /user_identities/create, body: { full_name: 5 }, \(refused) }"])
        }
    }

    private static let accepted = "expect: [{ status: 200, proves: UI-ECHO }]"
    private static let refused = "expect: [{ rejected: true, proves: UI-V-TYPES }]"

    /// A run against an endpoint that answers an operation so, and how often that was called.
    private static func run(
        _ path: String,
        kinds: [Kind] = Kind.allCases,
        answers answer: @escaping @Sendable (ScriptedServer.Received) -> ScriptedServer.Reaction
    ) async throws -> (run: TestRun, callCount: Int) {
        let script: ScriptedServer.Script = { request, _ in
            switch request.target {
            case path: answer(request)
            case "/user_identities/update": ScriptedServer.json(#"{"ok":true}"#)
            case "/user_identities/create" where request.body.contains("5"): refusal
            default: TinySeam.reaction(to: request)
            }
        }
        return try await ScriptedServer.run(script) { url, server in
            let options = RunOptions(concurrency: 1)
            let run = try await TestRun.run(cases(kinds), at: url, options: options, clock: .virtual())
            return (run, server.received.count { $0.target == path })
        }
    }

    private static let refusal = ScriptedServer.json(TinySeam.refusal, status: "400 Bad Request")
    private static let crash = ScriptedServer.json(
        #"{"error":{"type":"boom","message":"boom"},"ok":false}"#,
        status: "500 Oh"
    )

    /// The verdicts of the five cases of a kind.
    private static func verdicts(_ kind: String, in run: TestRun) -> [Verdict?] {
        (1...5).map { run.recorder.record(of: "\(kind)-\($0)")?.result?.verdict }
    }

    @Test("An operation that answers nothing but 500 blocks three cases, and the others are skipped because of it")
    func crashes() async throws {
        let (run, callCount) = try await Self.run("/user_identities/create") { _ in Self.crash }
        #expect(Self.verdicts("set-up", in: run) == [.blocked, .blocked, .blocked, .skipped, .skipped])
        for kind in ["act", "refusal"] {
            #expect(Self.verdicts(kind, in: run) == Array(repeating: .skipped, count: 5))
        }
        #expect(Self.verdicts("reading", in: run) == Array(repeating: .passed, count: 5))
        let cause = Cause(operation: "/user_identities/create", evidence: "answered 500 boom")
        let skipped = try #require(run.recorder.record(of: "set-up-4")?.result)
        #expect(skipped.reason == "because of /user_identities/create: answered 500 boom")
        #expect(skipped.cause == cause)
        #expect(skipped.untested == ["UI-ECHO"])
        #expect(run.recorder.record(of: "set-up-1")?.result?.cause == cause)
        #expect(callCount == 3)
        #expect(run.recorder.record?.conclusion() == .doesNotConform)
    }

    @Test("What is about the operation itself is tried all the same when it refuses, or refuses what it should")
    func refuses() async throws {
        let (refusing, _) = try await Self.run("/user_identities/create") { _ in Self.refusal }
        #expect(Self.verdicts("set-up", in: refusing).last == .skipped)
        #expect(Self.verdicts("act", in: refusing) == Array(repeating: .failed, count: 5))
        #expect(Self.verdicts("refusal", in: refusing) == Array(repeating: .passed, count: 5))
    }

    @Test("What an operation never shows after an act skips the cases that want to read it")
    func unreadable() async throws {
        let notFound = ScriptedServer.json(TinySeam.refusal, status: "404 Not Found")
        let (run, callCount) = try await Self.run("/user_identities/get", kinds: [.reading]) { _ in notFound }
        #expect(Self.verdicts("reading", in: run) == [.failed, .failed, .failed, .skipped, .skipped])
        let result = try #require(run.recorder.record(of: "reading-5")?.result)
        #expect(result.reason == "because of /user_identities/get: answered 404 not_found")
        #expect(callCount == 3)
    }

    @Test("An operation that worked once is never a cause")
    func worksOnce() async throws {
        let creates = Mutex(0)
        let (run, _) = try await Self.run("/user_identities/create") { request in
            let number = creates.withLock { count in
                count += 1
                return count
            }
            return number == 3 ? TinySeam.reaction(to: request) : Self.crash
        }
        #expect(Self.verdicts("set-up", in: run) == [.blocked, .blocked, .passed, .blocked, .blocked])
        #expect(Self.verdicts("act", in: run) == Array(repeating: .blocked, count: 5))
        #expect(run.recorder.response(of: "/user_identities/create", "TR-NEVER-500")?.result?.verdict == .failed)
    }

    @Test("An operation that breaks every connection is a cause too")
    func breaksConnections() async throws {
        let (run, _) = try await Self.run("/user_identities/get", kinds: [.reading]) { _ in
            .send("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", thenClose: true)
        }
        #expect(Self.verdicts("reading", in: run) == [.error, .error, .error, .skipped, .skipped])
        #expect(run.recorder.record?.conclusion() == .unreachable)
    }
}
