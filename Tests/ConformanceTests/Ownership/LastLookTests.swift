import JSON
import Results
import Scenarios
import Synchronization
import Testing

@testable import Conformance  // what looks is not public

@Suite("Last look")
struct LastLookTests {
    private typealias Answer = RoutedWire.Answer

    private static let mark = GeneratedValues.first(seed: 7, caseID: "a")
    private static let user: JSONValue = ["acs_user_id": "u1", "full_name": .string("Ann \(mark)")]
    private static let identity: JSONValue = [
        "user_identity_id": "i1", "user_identity_key": .string(mark), "acs_user_ids": [],
    ]

    /// A page of a list.
    private static func page(_ key: String, _ items: [JSONValue], next: JSONValue = .null) -> Answer {
        let pagination: JSONValue = ["has_next_page": .bool(next != .null), "next_page_cursor": next]
        return Answer(json: .object([key: .array(items), "pagination": pagination]))
    }

    /// What a look came to.
    private struct Look {
        let ownership: RunOwnership
        let questions: [String]
        let notes: [String]
        let journal: Journal
        let elapsed: Duration

        var cleanup: Cleanup { ownership.cleanup }
        var deletions: [String] { questions.filter { $0.contains("/delete ") } }
        var reasons: [String] { cleanup.leftovers.map(\.reason) }
    }

    /// A journal that counts.
    private final class Journal: CreationJournal {
        private let state = Mutex((intended: 0, settled: [Int64]()))
        var intended: Int { state.withLock(\.intended) }
        var settled: [Int64] { state.withLock(\.settled) }

        func intend(_ intents: [CreationIntent]) throws -> [Int64] {
            state.withLock { $0.intended += intents.count }
            return intents.map { _ in 100 }
        }

        func identify(_: Int64, parameter _: String, id _: String) throws {}
        func settle(_ entries: [Int64]) throws { state.withLock { $0.settled += entries } }
    }

    /// Looks at an endpoint that offers users and identities, after one case.
    private static func look(
        making paths: [String] = ["/acs/users/create"],
        isRepetition: Bool = false,
        _ prepare: (RunOwnership) -> Void = { _ in },
        at route: @escaping @Sendable (String, JSONValue) -> Answer
    ) async throws -> Look {
        var options = RunOptions()
        options.isRepetition = isRepetition
        let endpoint = try Endpoint(url: "http://127.0.0.1:9", credentials: Credentials(apiKey: "k"))
        let clock = RunClock.virtual()
        let redactor = endpoint.redactor(options.redaction)
        let (wire, recorder, journal) = (RoutedWire(route), EventRecorder(), Journal())
        let context = RunContext(
            endpoint: endpoint,
            catalogue: try TestSuite.catalogue.get(),
            contract: try TestSuite.contract.get(),
            options: options,
            seed: 7,
            clock: clock,
            transport: Transport(wire: wire, clock: clock),
            redactor: redactor,
            log: EventLog(redactor: redactor, sink: recorder.keep),
            halt: RunHalt(cleanupTimeout: options.cleanupTimeout),
            journal: journal
        )
        context.ownership.note(
            .init(caseID: "a", values: GeneratedValues(seed: 7, caseID: "a", count: 3), moment: context.ownership.now)
        )
        for path in paths { context.ownership.noteCreating(path, as: .own) }
        prepare(context.ownership)
        await LastLook(context: context).look()
        return Look(
            ownership: context.ownership,
            questions: wire.questions,
            notes: recorder.notes,
            journal: journal,
            elapsed: clock.elapsed()
        )
    }

    /// Whether something is asked for the first time.
    private static func isFirst(_ count: borrowing Mutex<Int>) -> Bool {
        count.withLock { count in
            count += 1
            return count == 1
        }
    }

    /// Something that a case has settled.
    private static func settled(_ id: String, _ outcome: Reclamation.Outcome = .deleted) -> Reclamation {
        let handle = Resource.Handle.id(parameter: "acs_user_id", value: id)
        let resource = Resource(namespace: Ledger.users, handle: handle, credential: .own)
        return Reclamation(
            name: resource.name,
            namespace: Ledger.users,
            resource: resource,
            outcome: outcome,
            entry: nil
        )
    }

    @Test("With a given seed nothing is deleted and nothing is left to a sweep, whatever the first get says")
    func repetition() async throws {
        for first in [Answer(status: 500), .putOff, Answer(json: ["acs_user": Self.user])] {
            let count = Mutex(0)
            let look = try await Self.look(isRepetition: true) { path, _ in
                switch path {
                case "/acs/users/list": Self.page("acs_users", [Self.user])
                case "/acs/users/get" where Self.isFirst(count): first
                case "/acs/users/get": Answer(json: ["acs_user": Self.user])
                default: Answer()
                }
            }
            #expect(look.deletions == [])
            #expect(look.cleanup.left == 1)
            #expect(look.journal.intended == 0)
        }
    }

    @Test("What a list shows with a value of the run is deleted, each once, however often lists show it")
    func reclaimed() async throws {
        let look = try await Self.look { path, parameters in
            switch path {
            case "/acs/users/list":
                Self.page("acs_users", [Self.user, Self.user], next: parameters["page_cursor"] == nil ? "c" : "d")
            case "/acs/users/get": Answer(json: ["acs_user": Self.user])
            default: Answer()
            }
        }
        #expect(look.deletions == ["/acs/users/delete u1"])
        #expect(look.cleanup == Cleanup(created: 1, deleted: 1))
    }

    @Test("A list that can't be read to its end is told, what it showed counts, and the other lists are read")
    func unread() async throws {
        let bad = [Answer.putOff, Answer(status: 500), Answer(json: ["acs_users": "none"])]
        for answer in bad {
            let paths = ["/acs/users/create", "/user_identities/create"]
            let look = try await Self.look(making: paths) { path, parameters in
                switch path {
                case "/acs/users/list":
                    parameters["page_cursor"] == nil ? Self.page("acs_users", [Self.user], next: "c") : answer
                case "/user_identities/list": Self.page("user_identities", [Self.identity])
                case "/acs/users/get": Answer(json: ["acs_user": Self.user])
                case "/user_identities/get": Answer(json: ["user_identity": Self.identity])
                case "/user_identities/list_acs_users": Answer(json: ["acs_users": []])
                default: Answer()
                }
            }
            #expect(look.deletions == ["/acs/users/delete u1", "/user_identities/delete i1"])
            #expect(look.notes.count == 1)
            #expect(look.notes.first?.hasPrefix("the list /acs/users/list could not be read to its end") == true)
        }
    }

    @Test("A list that is put off for a second is asked again")
    func putOff() async throws {
        let count = Mutex(0)
        let look = try await Self.look { path, _ in
            switch path {
            case "/acs/users/list" where Self.isFirst(count): .putOff
            case "/acs/users/list": Self.page("acs_users", [Self.user])
            case "/acs/users/get": Answer(json: ["acs_user": Self.user])
            default: Answer()
            }
        }
        #expect(look.deletions == ["/acs/users/delete u1"])
        #expect(look.notes == [])
    }

    @Test("Only the run's own values count, not those that an access-system user mirrors of its identity")
    func mirrored() async throws {
        let mirror: JSONValue = [
            "acs_user_id": "u1", "full_name": "Bob", "user_identity_full_name": .string("Ann \(Self.mark)"),
        ]
        for outcome in [Reclamation.Outcome?.none, .notCreated, .deleted] {
            let look = try await Self.look { ownership in
                if let outcome { ownership.note(Self.settled("u1", outcome)) }
            } at: { path, _ in
                switch path {
                case "/acs/users/list": Self.page("acs_users", [mirror])
                case "/acs/users/get": Answer(json: ["acs_user": mirror])
                default: Answer()
                }
            }
            #expect(look.cleanup.left == 0)
            #expect(look.deletions == [])
        }
    }

    /// What `get` says of something that a list still shows after its deletion, and what is told of it.
    struct Rest: Sendable {
        let status: Int
        let shown: JSONValue
        var outcome = Reclamation.Outcome.deleted
        let reason: String?
    }

    static let rests = [
        Rest(status: 200, shown: user, reason: "its deletion was accepted, and a list and get still show it"),
        Rest(
            status: 200,
            shown: user,
            outcome: .gone,
            reason: "it was said not to be there, and a list and get still show it"
        ),
        Rest(
            status: 500,
            shown: .null,
            reason: "its deletion was accepted, a list still shows it, and get does not tell (it answered 500)"
        ),
        Rest(
            status: 200,
            shown: ["acs_user_id": "u2", "full_name": "Bob"],
            reason: "its deletion was accepted, a list still shows it, and get does not tell (it showed another id)"
        ),
        Rest(status: 200, shown: ["acs_user_id": "u2", "full_name": .string(mark)], reason: nil),
        Rest(status: 200, shown: ["acs_user_id": "u1", "full_name": "Bob"], reason: nil),
        Rest(status: 404, shown: .null, reason: nil),
    ]

    @Test(
        "What is still there is counted once, written into the journal, and it is told what happened",
        arguments: rests
    )
    func undeleted(rest: Rest) async throws {
        let look = try await Self.look {
            $0.note(Self.settled("u1", rest.outcome))
        } at: { path, _ in
            switch path {
            case "/acs/users/list": Self.page("acs_users", [Self.user, Self.user])
            case "/acs/users/get": Answer(status: rest.status, json: ["acs_user": rest.shown])
            default: Answer()
            }
        }
        #expect(look.reasons == [rest.reason].compactMap(\.self))
        #expect(look.cleanup.left == (rest.reason == nil ? 0 : 1))
        #expect(look.cleanup.created == 1)
        #expect(look.journal.intended == look.cleanup.left)
    }

    @Test("Each thing that get did not tell of is asked for again")
    func asksAgain() async throws {
        let asked = Mutex<[String]>([])
        let things = ["u1", "u2", "u3"]
        let look = try await Self.look { ownership in
            for id in things { ownership.note(Self.settled(id)) }
        } at: { path, parameters in
            let id = parameters["acs_user_id"]?.stringValue ?? ""
            switch path {
            case "/acs/users/list":
                return Self.page(
                    "acs_users",
                    things.map { ["acs_user_id": .string($0), "full_name": .string(Self.mark)] }
                )
            case "/acs/users/get":
                let isFirst = asked.withLock { asked in
                    defer { asked.append(id) }
                    return !asked.contains(id)
                }
                return isFirst || id == "u1" ? Answer(status: 500) : .gone
            default: return Answer()
            }
        }
        #expect(look.cleanup.leftovers.flatMap(\.names) == ["/acs/users u1"])
    }

    @Test("What was left without a known id is the thing that a list shows of its case, and its entry is settled")
    func found() async throws {
        let look = try await Self.look { ownership in
            let lost = Reclamation(
                name: "what /acs/users/create made",
                namespace: Ledger.users,
                resource: nil,
                outcome: .left("no response shows its id, and it can't be searched for"),
                entry: 9,
                isUnfound: true
            )
            ownership.note(lost, of: "a")
        } at: { path, _ in
            switch path {
            case "/acs/users/list": Self.page("acs_users", [Self.user])
            case "/acs/users/get": Answer(json: ["acs_user": Self.user])
            default: Answer()
            }
        }
        #expect(look.deletions == ["/acs/users/delete u1"])
        #expect(look.cleanup.created == 1 && look.cleanup.deleted == 1 && look.cleanup.left == 0)
        #expect(look.journal.settled == [9])
    }

    @Test("Lists of users are read when identities were created in access systems, with each credential of the run")
    func kinds() async throws {
        let ownership = RunOwnership()
        ownership.noteCreating("/user_identities/create", sending: ["acs_system_ids": ["s1"]], as: .otherWorkspace)
        #expect(
            ownership.makings
                == [Ledger.users, Ledger.identities].flatMap { namespace in
                    [OwnerCredential.own, .otherWorkspace].map {
                        RunOwnership.Making(namespace: namespace, credential: $0)
                    }
                }
        )
        ownership.noteCreating("/acs/access_groups/add_user", sending: ["user_identity_id": "i1"], as: .own)
        #expect(ownership.makings.count == 4)
    }

    @Test("Of each list no more items are looked at than the bound says")
    func bound() async throws {
        let strangers: [JSONValue] = (0...LastLook.itemLimit).map { ["acs_user_id": .string("s\($0)")] }
        let look = try await Self.look { path, _ in
            switch path {
            case "/acs/users/list": Self.page("acs_users", strangers + [Self.user])
            case "/acs/users/get": Answer(json: ["acs_user": Self.user])
            default: Answer()
            }
        }
        #expect(look.deletions == [])
        #expect(look.notes.count == 1)
    }
}
