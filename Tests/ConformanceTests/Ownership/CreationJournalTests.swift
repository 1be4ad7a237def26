import Conformance
import Results
import Synchronization
import Testing

@Suite("Journal of a run")
struct CreationJournalTests {
    /// A journal that says what was written in it, in order.
    private final class Memory: CreationJournal {
        private struct State {
            var lines: [String] = []
            var intents: [CreationIntent] = []
        }

        private let state = Mutex(State())
        private let isFull: Bool

        /// A journal.
        ///
        /// - Parameter isFull: whether nothing can be written.
        init(isFull: Bool = false) {
            self.isFull = isFull
        }

        /// What was written, and what the endpoint received meanwhile.
        var lines: [String] { state.withLock(\.lines) }

        /// The creates that were written down.
        var intents: [CreationIntent] { state.withLock(\.intents) }

        func add(_ line: String) {
            state.withLock { $0.lines.append(line) }
        }

        func intend(_ intents: [CreationIntent]) throws -> [Int64] {
            if isFull { throw Full() }
            return state.withLock { state in
                intents.map { intent in
                    state.intents.append(intent)
                    let entry = Int64(state.intents.count)
                    state.lines.append("intend \(entry) \(intent.operation)")
                    return entry
                }
            }
        }

        func identify(_ entry: Int64, parameter: String, id: String) throws {
            if isFull { throw Full() }
            add("identify \(entry) \(parameter)")
        }

        func settle(_ entries: [Int64]) throws {
            if isFull { throw Full() }
            add("settle \(entries.map(String.init).joined(separator: " "))")
        }
    }

    private struct Full: Error, CustomStringConvertible {
        let description = "the disk is full"
    }

    private static func file(parallel: Int = 1) -> String {
        """
        scenarios:
          - id: create
            title: An identity can be made
            steps:
              - call: /user_identities/create
                body: { full_name: "${unique.name}" }
                \(parallel > 1 ? "parallel: \(parallel)" : "name: once")
                expect:
                  - status: [200, 400, 500]
                    proves: TR-STATUS-200
        """
    }

    private static func run(
        _ journal: Memory,
        _ yaml: String = file(),
        _ other: @escaping @Sendable (ScriptedServer.Received) -> ScriptedServer.Reaction? = { _ in nil }
    ) async throws -> TestRun {
        try await ScriptedServer.run({ request, _ in
            journal.add(request.target)
            return other(request) ?? TinySeam.reaction(to: request)
        }) { url, _ in try await TestRun.run(yaml, at: url, journal: journal) }
    }

    /// What is written when nothing is created by the calls that look for operations.
    private static let before = ["/workspaces/get", "intend 1 /user_identities/create", "settle 1"]

    @Test("A create is written down before it is sent, then its id, and it is taken out when it is deleted")
    func order() async throws {
        let journal = Memory()
        let run = try await Self.run(journal)
        let whole = [
            "intend 2 /user_identities/create", "/user_identities/create", "identify 2 user_identity_id",
            "/user_identities/get", "/user_identities/delete", "settle 2",
        ]
        #expect(journal.lines == Self.before + whole + ["/user_identities/list"])
        #expect(run.ending.reason == .complete)
    }

    @Test("It says all that is needed to find again what was made")
    func intents() async throws {
        let journal = Memory()
        let run = try await Self.run(journal)
        let intent = try #require(journal.intents.last)
        #expect(intent.operation == "/user_identities/create")
        #expect(intent.credential == "own")
        #expect(intent.seed == 7 && intent.caseID == "create")
        #expect(intent.values.map(\.parameter) == ["full_name"])
        let body = run.recorder.record(of: "create")?.exchanges.first?.request.body?.text
        #expect(body?.contains(intent.values.first?.text ?? "nothing") == true)
        #expect(intent.begin != nil)
        #expect(journal.intents.first?.caseID == "probe" && journal.intents.first?.values.count == 1)
    }

    @Test("Copies that are sent together are written down together")
    func copies() async throws {
        let journal = Memory()
        _ = try await Self.run(journal, Self.file(parallel: 3))
        let intents = (2...4).map { "intend \($0) /user_identities/create" }
        #expect(Array(journal.lines.dropFirst(Self.before.count).prefix(3)) == intents)
        #expect(journal.intents.count == 4)
    }

    /// What is answered to a create, and whether its entry is taken out.
    private static let answers: [(ScriptedServer.Reaction, isSettled: Bool)] = [
        (ScriptedServer.json(TinySeam.refusal, status: "400 Bad Request"), true),
        // The list shows that nothing was made.
        (ScriptedServer.json(TinySeam.refusal, status: "500 Oh"), true), (ScriptedServer.json("{"), true),
        // No response came: it may still be made.
        (.close, false),
    ]

    @Test("What was not made is taken out, and what may still come about stays", arguments: 0..<4)
    func refusals(number: Int) async throws {
        let (answer, isSettled) = Self.answers[number]
        let journal = Memory()
        let run = try await Self.run(journal) { $0.target == "/user_identities/create" ? answer : nil }
        #expect(journal.lines.contains("settle 2") == isSettled)
        #expect(!journal.lines.contains { $0.hasPrefix("identify") })
        #expect(run.ending.cleanup == Cleanup())
    }

    @Test("What is left stays")
    func leftovers() async throws {
        let journal = Memory()
        let refusal = ScriptedServer.json(TinySeam.refusal, status: "403 No")
        let run = try await Self.run(journal) { $0.target == "/user_identities/delete" ? refusal : nil }
        #expect(!journal.lines.contains("settle 2"))
        #expect(run.ending.cleanup?.left == 1)
    }

    @Test("When it can't be written, nothing is created, and the run stops")
    func full() async throws {
        let journal = Memory(isFull: true)
        let run = try await Self.run(journal)
        #expect(journal.lines == ["/workspaces/get"])
        #expect(run.ending.reason == .unwritable)
        #expect(run.ending.message == "the disk is full")
        #expect(run.recorder.record?.cases.isEmpty == true)
        #expect(run.recorder.record?.conclusion() == .notWritten)
    }
}
