import Conformance
import ReferenceServer
import Results
import Synchronization
import Testing

@Suite("What a step may change")
struct OwnershipRunTests {
    private typealias Received = ScriptedServer.Received

    /// A file with one case, or several that differ in their number.
    private static func file(
        _ head: String = "tags: []",
        given: [String] = [],
        steps: [String],
        cleanup: [String] = [],
        count: Int = 1
    ) -> String {
        let parts = [("given", given), ("steps", steps), ("cleanup", cleanup)].filter { !$0.1.isEmpty }
        let lists = parts.map { "    \($0.0): [\($0.1.joined(separator: ", "))]" }.joined(separator: "\n")
        let scenarios = (1...count).map { number in
            """
              - id: change\(number > 1 ? "-\(number)" : "")
                title: Something is changed
                \(head)
            \(lists)
            """
        }
        return "scenarios:\n" + scenarios.joined(separator: "\n")
    }

    private static let accepted = "expect: [{ status: 200, proves: UI-ECHO }]"
    private static let create =
        #"{ call: /user_identities/create, body: { full_name: "${unique.name}" }, "#
        + "save: { id: $.user_identity.user_identity_id } }"
    private static let update = #"{ call: /user_identities/update, body: { user_identity_id: "${id}" }, \#(accepted) }"#
    private static let delete = #"{ call: /user_identities/delete, body: { user_identity_id: "${id}" }, \#(accepted) }"#

    private static func literal(_ verb: String, id: String = TinySeam.id) -> String {
        "{ call: /user_identities/\(verb), body: { user_identity_id: \(id) }, \(accepted) }"
    }

    private static let notFound = ScriptedServer.json(TinySeam.refusal, status: "404 Not Found")

    /// A run against ``TinySeam``, which does not show any more what was deleted, but for what a test says.
    private static func run(
        _ yaml: String,
        clock: RunClock = .system,
        options: RunOptions = RunOptions(concurrency: 1, probeTimeout: .seconds(30)),
        seesProbes: Bool = false,
        _ other: @escaping @Sendable (Received) -> ScriptedServer.Reaction? = { _ in nil }
    ) async throws -> (run: TestRun, received: [Received]) {
        let isDeleted = Mutex(false)
        let script: ScriptedServer.Script = { request, _ in
            if let reaction = other(request) { return reaction }
            if request.target == "/user_identities/delete", !request.isProbe { isDeleted.withLock { $0 = true } }
            if request.target == "/user_identities/get", isDeleted.withLock(\.self) { return notFound }
            let done = ["/user_identities/update", "/user_identities/merge"].contains(request.target)
            return done ? ScriptedServer.json(#"{"ok":true}"#) : TinySeam.reaction(to: request)
        }
        return try await ScriptedServer.run(script, seesProbes: seesProbes) { url, server in
            (try await TestRun.run(yaml, at: url, options: options, clock: clock), server.received)
        }
    }

    private static func result(_ run: TestRun, _ id: String = "change") throws -> CaseResult {
        try #require(run.recorder.record(of: id)?.result)
    }

    @Test(
        "What a scenario names by itself is not changed when it is there: that is the scenario's fault, in every case"
    )
    func literals() async throws {
        let (run, received) = try await Self.run(Self.file(steps: [Self.literal("delete")], count: 2))
        for id in ["change", "change-2"] {
            let record = try #require(run.recorder.record(of: id))
            let finding = try #require(record.findings.first)
            #expect(record.result?.verdict == .error)
            #expect(record.result?.reason == "user_identities.delete: the scenario would change what is not its own")
            #expect(finding.code == "ownership.refused")
            #expect(
                finding.message.hasSuffix(
                    "/user_identities/delete was not sent: user_identity_id \(TinySeam.id) was not created by this run "
                        + "(create it in the scenario, or name it under 'fixtures')"
                )
            )
        }
        #expect(!received.contains { $0.target == "/user_identities/delete" })
        #expect(run.recorder.record?.conclusion() == .invalidScenario)
        #expect(run.ending.cleanup == Cleanup())
    }

    @Test("What it names as a fixture may be changed, and the runner does not clean it up")
    func fixtures() async throws {
        let yaml = Self.file("fixtures: { id: \(TinySeam.id) }", steps: [Self.update, Self.delete])
        let (run, received) = try await Self.run(yaml)
        #expect(try Self.result(run).verdict == .passed)
        let targets = received.map(\.target).filter { $0 != "/workspaces/get" }
        #expect(targets.prefix(2) == ["/user_identities/update", "/user_identities/delete"])
        #expect(targets.count { $0 == "/user_identities/delete" } == 1)
        #expect(run.ending.cleanup == Cleanup())
    }

    @Test("What is not there may be named: nothing can come of it")
    func absent() async throws {
        let step =
            "{ call: /user_identities/delete, body: { user_identity_id: \(TinySeam.id) }, expect: [{ rejected: true, proves: UI-ECHO }] }"
        let (run, received) = try await Self.run(Self.file(steps: [step])) { request in
            request.target == "/workspaces/get" ? nil : Self.notFound
        }
        #expect(try Self.result(run).verdict == .passed)
        #expect(received.map(\.target).suffix(2) == ["/user_identities/get", "/user_identities/delete"])
        let phases = run.recorder.record(of: "change")?.exchanges.map(\.phase)
        #expect(phases == [.ownership, .steps])
    }

    @Test("What a response gave is not changed: nothing shows that the case created it")
    func given() async throws {
        let get =
            "{ call: /user_identities/get, body: { user_identity_id: \(TinySeam.id) }, save: { id: $.user_identity.user_identity_id } }"
        let (run, received) = try await Self.run(Self.file(given: [get], steps: [Self.update]))
        let result = try Self.result(run)
        #expect(result.verdict == .blocked)
        #expect(result.reason.contains("can't be shown to be created by this run: no create of this case has made it"))
        #expect(!received.contains { $0.target == "/user_identities/update" })
    }

    @Test("What was created without a generated value is left, and a step that would change it is the scenario's fault")
    func unmarked() async throws {
        let create = Self.create.replacing("${unique.name}", with: "A")
        let (run, received) = try await Self.run(Self.file(given: [create], steps: [Self.update]))
        let record = try #require(run.recorder.record(of: "change"))
        #expect(record.result?.verdict == .error)
        #expect(record.findings.map(\.code) == ["ownership.refused"])
        #expect(record.findings.first?.message.contains("create it with a value such as ${unique.name}") == true)
        #expect(
            received.map(\.target).filter { $0 != "/workspaces/get" } == [
                "/user_identities/create", "/user_identities/list",
            ]
        )
        #expect(run.ending.cleanup?.left == 1)
        #expect(run.ending.cleanup?.leftovers.first?.reason.hasPrefix("its create sent no generated value") == true)
    }

    @Test("A thing is looked at before it is changed first, and again before it is deleted, and no oftener")
    func looks() async throws {
        let yaml = Self.file(given: [Self.create], steps: [Self.update, Self.update, Self.update, Self.delete])
        let (run, _) = try await Self.run(yaml)
        let exchanges = try #require(run.recorder.record(of: "change")?.exchanges)
        let phases = exchanges.map(\.phase).filter { $0 != .graph }
        #expect(phases == [.given, .ownership, .steps, .steps, .steps, .ownership, .steps])
        #expect(
            exchanges.filter { $0.phase == .ownership }.map(\.operation) == [
                "/user_identities/get", "/user_identities/get",
            ]
        )
        #expect(exchanges.filter { $0.phase == .ownership }.map(\.step) == ["ownership", "ownership"])
        #expect(run.ending.cleanup == Cleanup(created: 1, deleted: 1))
    }

    @Test("These looks are not judged")
    func lookIsNotJudged() async throws {
        let gets = Mutex(0)
        let (run, _) = try await Self.run(Self.file(given: [Self.create], steps: [Self.update])) { request in
            guard request.target == "/user_identities/get" else { return nil }
            gets.withLock { $0 += 1 }
            return ScriptedServer.json(
                TinySeam.identity(for: request).replacing(#""errors":[],"#, with: ""),
                headers: ""
            )
        }
        #expect(gets.withLock(\.self) == 2)
        #expect(try Self.result(run).verdict == .passed)
        #expect(run.recorder.record(of: "change")?.findings == [])
        #expect(run.recorder.record?.cases.flatMap(\.drifts) == [])
    }

    @Test("What shows a moment later is waited for")
    func late() async throws {
        let gets = Mutex(0)
        let (run, _) = try await Self.run(Self.file(given: [Self.create], steps: [Self.update]), clock: .virtual()) {
            request in
            guard request.target == "/user_identities/get" else { return nil }
            let number = gets.withLock { count in
                count += 1
                return count
            }
            return number <= 4 ? Self.notFound : nil
        }
        #expect(try Self.result(run).verdict == .passed)
        #expect(gets.withLock(\.self) == 6)
        #expect(run.ending.cleanup == Cleanup(created: 1, deleted: 1))
    }

    @Test("What never shows is waited for five times a case, in three cases, and holds up the change with its cause")
    func never() async throws {
        let (run, received) = try await Self.run(
            Self.file(given: [Self.create], steps: [Self.update], count: 5),
            clock: .virtual()
        ) { $0.target == "/user_identities/get" ? Self.notFound : nil }
        for number in 1...5 {
            let result = try Self.result(run, number > 1 ? "change-\(number)" : "change")
            #expect(result.verdict == .blocked)
            #expect(result.reason.hasSuffix("get does not find it, although its create was accepted"))
            #expect(result.cause == Cause(operation: "/user_identities/get", evidence: "answered 404 not_found"))
        }
        // In each of the first three cases five times before the change, then once; and once at the end of each case.
        #expect(received.count { $0.target == "/user_identities/get" } == 3 * 5 + 2 * 1 + 5)
        #expect(!received.contains { ["/user_identities/update", "/user_identities/delete"].contains($0.target) })
        #expect(run.ending.cleanup?.created == 5 && run.ending.cleanup?.left == 5)
    }

    @Test("Cases that read are skipped because of an operation that showed nothing before changes")
    func causesSkips() async throws {
        let read = "{ call: /user_identities/list, body: { limit: 1 }, expect: [{ status: 200, proves: UI-ECHO }] }"
        let get = Self.literal("get")
        let yaml =
            Self.file(given: [Self.create], steps: [Self.update], count: 3) + "\n"
            + Self.file(steps: [read, get]).replacing("scenarios:\n", with: "").replacing(
                "id: change",
                with: "id: reads"
            )
        let (run, _) = try await Self.run(yaml, clock: .virtual()) {
            $0.target == "/user_identities/get" ? Self.notFound : nil
        }
        let result = try Self.result(run, "reads")
        #expect(result.verdict == .skipped)
        #expect(result.reason == "because of /user_identities/get: answered 404 not_found")
    }

    @Test("An endpoint that can't show what was created makes changes not applicable, and what was created is left")
    func notOffered() async throws {
        let yaml =
            Self.file(given: [Self.create], steps: [Self.update]) + "\n"
            + Self.file(steps: [Self.create.replacing("save:", with: "\(Self.accepted), save:")])
            .replacing("scenarios:\n", with: "").replacing("id: change", with: "id: creates")
        let (run, received) = try await Self.run(yaml, seesProbes: true) { request in
            if request.target == "/user_identities/get" { return ScriptedServer.json("{}", status: "405 No") }
            return request.isProbe ? ScriptedServer.json(TinySeam.refusal, status: "400 Bad Request") : nil
        }
        let result = try Self.result(run)
        #expect(result.verdict == .notApplicable)
        #expect(
            result.reason
                == "/user_identities/get is not offered (405), so nothing shows that this run created what a step changes"
        )
        #expect(try Self.result(run, "creates").verdict == .passed)
        #expect(!received.contains { $0.target == "/user_identities/update" && !$0.isProbe })
        let left = try #require(run.ending.cleanup?.leftovers)
        #expect(left.map(\.count) == [2] && left.map(\.reason) == ["/user_identities/get is not offered (405)"])
    }

    /// Trouble on the way to a look, and what it is told as.
    private static let troubles: [(ScriptedServer.Reaction, code: String)] = [
        (.send("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{", thenClose: true), "transport.dropped"),
        (ScriptedServer.json("<html>", status: "429 Too Many Requests"), "transport.rateLimited"),
    ]

    @Test("Trouble on the way to a look is trouble, and not held against the endpoint", arguments: 0..<2)
    func trouble(number: Int) async throws {
        let (reaction, code) = Self.troubles[number]
        let (run, received) = try await Self.run(Self.file(given: [Self.create], steps: [Self.update])) { request in
            request.target == "/user_identities/get" ? reaction : nil
        }
        let record = try #require(run.recorder.record(of: "change"))
        #expect(record.result?.verdict == .error)
        #expect(record.findings.map(\.code) == [code])
        #expect(!received.contains { $0.target == "/user_identities/update" })
        #expect(run.recorder.record?.conclusion() == .unreachable)
        #expect(run.ending.cleanup?.left == 1)
    }

    @Test("A look that answers with an error holds up the change, with its cause")
    func brokenLook() async throws {
        let crash = ScriptedServer.json(#"{"error":{"type":"boom","message":"b"},"ok":false}"#, status: "500 Oh")
        let (run, received) = try await Self.run(Self.file(given: [Self.create], steps: [Self.update])) { request in
            request.target == "/user_identities/get" ? crash : nil
        }
        let result = try Self.result(run)
        #expect(result.verdict == .blocked)
        #expect(result.cause == Cause(operation: "/user_identities/get", evidence: "answered 500 boom"))
        #expect(!received.contains { $0.target == "/user_identities/update" })
        #expect(run.ending.cleanup?.leftovers.map(\.reason) == ["get answered 500"])
    }

    @Test("A run that is interrupted while it looks sends no change, and deletes what it created")
    func interruption() async throws {
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let isFirst = Mutex(true)
        let yaml = Self.file(given: [Self.create], steps: [Self.update])
        let recorder = EventRecorder()
        let (ending, received) = try await ScriptedServer.run({ request, _ in
            let isLook = request.target == "/user_identities/get"
            guard isLook,
                isFirst.withLock({ isFirst in
                    defer { isFirst = false }
                    return isFirst
                })
            else { return TinySeam.reaction(to: request) }
            ask.yield()
            return .stayQuiet
        }) { url, server in
            let options = RunOptions(interruptionGrace: .milliseconds(10))
            let ending = try await withThrowingTaskGroup(of: RunEnding.self) { group in
                group.addTask {
                    defer { ask.finish() }
                    return try await TestRun.run(yaml, at: url, options: options, recorder: recorder).ending
                }
                _ = await asked.first { true }
                group.cancelAll()
                return try await group.next()
            }
            return (ending, server.received)
        }
        #expect(ending?.reason == .interrupted)
        #expect(ending?.cleanup == Cleanup(created: 1, deleted: 1))
        #expect(recorder.record(of: "change")?.result?.verdict == .error)
        #expect(recorder.record(of: "change")?.result?.reason == "the run was interrupted")
        #expect(!received.contains { $0.target == "/user_identities/update" })
        #expect(received.last { $0.target != "/user_identities/list" }?.target == "/user_identities/delete")
    }

    @Test("When a create answers with somebody else's id, that is left alone, and what was made is found and deleted")
    func lyingCreate() async throws {
        let name = Mutex("")
        let (run, received) = try await Self.run(Self.file(given: [Self.create], steps: [Self.update])) { request in
            switch request.target {
            case "/user_identities/create" where !request.isProbe:
                name.withLock { $0 = TinySeam.identity(for: request) }
                return ScriptedServer.json(
                    TinySeam.identity(for: request).replacing(
                        /"user_identity_id":"[^"]*"/,
                        with: #""user_identity_id":"\#(TinySeam.id)""#
                    )
                )
            case "/user_identities/list":
                let item = name.withLock(\.self).dropFirst(17).dropLast(11)
                return ScriptedServer.json(
                    #"{"user_identities":[\#(item)],"pagination":{"has_next_page":false,"next_page_cursor":null,"#
                        + #""next_page_url":null},"ok":true}"#
                )
            default: return nil
            }
        }
        #expect(try Self.result(run).verdict == .blocked)
        #expect(!received.contains { $0.target == "/user_identities/update" })
        let deletions = received.filter { $0.target == "/user_identities/delete" }
        #expect(deletions.count == 1 && deletions.allSatisfy { !$0.body.contains(TinySeam.id) })
        #expect(run.ending.cleanup == Cleanup(created: 1, deleted: 1))
    }

    @Test("A create that answers with an id that was shown before violates the requirement of its response")
    func oldID() async throws {
        let list = "{ call: /user_identities/list, expect: [{ status: 200, proves: UI-ECHO }] }"
        let page = #"{"user_identities":[{"user_identity_id":"\#(TinySeam.id)"}],"ok":true}"#
        let (run, received) = try await Self.run(
            Self.file(steps: [list, Self.create.replacing(" save:", with: " \(Self.accepted), save:")])
        ) { request in
            switch request.target {
            case "/user_identities/list": ScriptedServer.json(page)
            case "/user_identities/create" where !request.isProbe: ScriptedServer.json(TinySeam.identity)
            default: nil
            }
        }
        let finding = try #require(run.recorder.record(of: "change")?.findings.first { $0.code == "ownership.notNew" })
        #expect(finding.requirements == ["UI-CREATE"])
        #expect(finding.actual == TinySeam.id)
        #expect(!received.contains { $0.target == "/user_identities/delete" && !$0.isProbe })
    }

    @Test("What a clean-up step would change and is not ours is left, which is noted")
    func cleanupStep() async throws {
        let steps = ["{ call: /user_identities/list, body: { limit: 1 }, \(Self.accepted) }"]
        let get =
            "{ call: /user_identities/get, body: { user_identity_id: \(TinySeam.id) }, save: { id: $.user_identity.user_identity_id } }"
        let step = #"{ call: /user_identities/delete, body: { user_identity_id: "${id}" } }"#
        let (run, received) = try await Self.run(Self.file(given: [get], steps: steps, cleanup: [step]))
        #expect(try Self.result(run).verdict == .passed)
        #expect(!received.contains { $0.target == "/user_identities/delete" })
        #expect(run.recorder.notes.count == 1)
        #expect(
            run.recorder.notes.first?.hasPrefix("change: /user_identities/delete was not sent: user_identity_id")
                == true
        )
    }

    @Test("A user without a value of ours is changed and deleted by the identity that it belongs to")
    func parents() async throws {
        let yaml = """
            scenarios:
              - id: change
                title: A user is changed
                given:
                  - call: /acs/systems/list
                    save: { system: "$.acs_systems[0].acs_system_id" }
                  - call: /user_identities/create
                    body: { full_name: "${unique.name}" }
                    save: { identity: $.user_identity.user_identity_id }
                  - call: /acs/users/create
                    body: { acs_system_id: "${system}", user_identity_id: "${identity}", full_name: Ann }
                    save: { user: $.acs_user.acs_user_id }
                steps:
                  - call: /acs/users/suspend
                    body: { acs_user_id: "${user}" }
                    expect: [{ status: 200, proves: AU-SUSP }]
                  - call: /acs/users/unsuspend
                    body: { acs_user_id: "${user}" }
                    expect: [{ status: 200, proves: AU-SUSP }]
            """
        try await ReferenceRunTests.withServer { address, description in
            let run = try await TestRun.run(yaml, at: address.url, credentials: .reference(description))
            #expect(try Self.result(run).verdict == .passed)
            #expect(run.ending.cleanup == Cleanup(created: 2, deleted: 2))
            let looks = run.recorder.record(of: "change")?.exchanges.filter { $0.phase == .ownership }.map(\.operation)
            #expect(looks == ["/user_identities/get", "/acs/users/get"])
        }
    }
}
