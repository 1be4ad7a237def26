import Conformance
import Results
import Synchronization
import Testing

@Suite("Cases side by side")
struct ConcurrencyTests {
    private static func scenario(_ id: String, locks: String) -> String {
        """
          - id: \(id)
            title: Case \(id)
            locks: \(locks)
            steps:
              - call: /user_identities/get
                body: { user_identity_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
                expect:
                  - status: 200
                    proves: TR-POST-ALL
        """
    }

    @Test("Cases that share a lock never overlap, and `*` runs alone")
    func locks() async throws {
        let scenarios =
            (1...6).map { Self.scenario("shared-\($0)", locks: "[one]") }
            + (1...6).map { Self.scenario("free-\($0)", locks: "[]") }
            + (1...2).map { Self.scenario("alone-\($0)", locks: #"["*"]"#) }
        let yaml = "scenarios:\n" + scenarios.joined(separator: "\n")
        let run = try await ScriptedServer.run({ request, _ in TinySeam.reaction(to: request) }) { url, _ in
            try await TestRun.run(yaml, at: url)
        }
        var running: Set<String> = []
        for event in run.recorder.events {
            switch event {
            case .caseStarted(let header) where EveryResponse.isOne(header.id): break
            case .caseStarted(let header):
                #expect(!running.contains { $0.hasPrefix("alone") })
                if header.id.hasPrefix("alone") { #expect(running.isEmpty) }
                if header.id.hasPrefix("shared") { #expect(!running.contains { $0.hasPrefix("shared") }) }
                running.insert(header.id)
            case .caseFinished(let result): running.remove(result.id)
            default: break
            }
        }
        #expect(run.recorder.record?.cases.count { !EveryResponse.isOne($0.header.id) } == 14)
        #expect(run.ending.reason == .complete)
    }

    @Test("Parallel copies are numbered, and counted together")
    func parallel() async throws {
        let yaml = """
            scenarios:
              - id: race
                title: One of four wins
                steps:
                  - call: /user_identities/create
                    body: { full_name: "copy ${copy}" }
                    parallel: 4
                    expect:
                      - outcomes: { accepted: 1, rejected: rest }
                        proves: UI-UNIQ-KEY
            """
        let run = try await ReferenceRaceServer.run { url in try await TestRun.run(yaml, at: url) }
        let record = try #require(run.recorder.record(of: "race"))
        #expect(record.result?.verdict == .passed)
        #expect(record.exchanges.filter { $0.phase == .steps }.map(\.copy) == [0, 1, 2, 3])
        #expect(record.result?.requirements.first { $0.id == "UI-UNIQ-KEY" }?.weighed == 1)
        let bodies = record.exchanges.compactMap(\.request.body?.text).filter { $0.contains("copy") }
        #expect(bodies == (0..<4).map { #"{"full_name":"copy \#($0)"}"# })
    }

    @Test("An interrupted run deletes what its cases made, and says that it was interrupted")
    func interruption() async throws {
        let yaml = """
            scenarios:
              - id: long
                title: Interrupted in the middle
                given:
                  - call: /user_identities/create
                    body: { full_name: "${unique.name}" }
                steps:
                  - call: /user_identities/list
                    body: { limit: 1 }
                    expect:
                      - status: 200
                        proves: TR-POST-ALL
            """
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let (ending, received, recorder) = try await ScriptedServer.run({ request, _ in
            guard request.target == "/user_identities/list" else { return TinySeam.reaction(to: request) }
            ask.yield()
            return .stayQuiet
        }) { url, server in
            let recorder = EventRecorder()
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
            return (ending, server.received, recorder)
        }
        #expect(ending?.reason == .interrupted)
        // The look through the list may be given up before it arrives.
        let targets = received.map(\.target).filter { $0 != "/user_identities/list" }
        #expect(targets.suffix(2) == ["/user_identities/get", "/user_identities/delete"])
        #expect(ending?.cleanup == Cleanup(created: 1, deleted: 1))
        #expect(recorder.record(of: "long")?.result?.verdict == .error)
        #expect(recorder.record(of: "long")?.exchanges.last?.phase == .cleanup)
    }

    @Test("What had not shown up yet when the run was interrupted is no breach")
    func interruptedWait() async throws {
        let yaml = """
            scenarios:
              - id: waits
                title: Waits for what never comes
                steps:
                  - call: /user_identities/get
                    body: { user_identity_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
                    eventually: { within: 1h, every: 30m }
                    expect:
                      - status: 404
                        proves: TR-POST-ALL
            """
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let recorder = try await ScriptedServer.run({ request, _ in
            defer { if request.target == "/user_identities/get" { ask.yield() } }
            return TinySeam.reaction(to: request)
        }) { url, _ in
            let recorder = EventRecorder()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    defer { ask.finish() }
                    _ = try await TestRun.run(yaml, at: url, recorder: recorder)
                }
                _ = await asked.first { true }
                group.cancelAll()
                try await group.waitForAll()
            }
            return recorder
        }
        let record = try #require(recorder.record(of: "waits"))
        #expect(record.result?.verdict == .error)
        #expect(record.findings.allSatisfy { $0.severity == .harness })
    }

    @Test("A call is tried again until its expectations hold, and only the last answer counts")
    func eventually() async throws {
        let yaml = """
            scenarios:
              - id: late
                title: Shows up in the end
                steps:
                  - call: /user_identities/get
                    body: { user_identity_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
                    eventually: { within: 10s, every: 100ms, back-off: 2 }
                    expect:
                      - $.user_identity.full_name: A
                        proves: UI-SCHEMA-BASE
            """
        let waits = Mutex<[Duration]>([])
        let clock = RunClock(now: RunClock.system.now, elapsed: { waits.withLock { $0.reduce(.zero, +) } }) { wait in
            waits.withLock { $0.append(wait) }
        }
        let gets = Mutex(0)
        let script: ScriptedServer.Script = { request, _ in
            guard request.target == "/user_identities/get" else { return TinySeam.reaction(to: request) }
            let count = gets.withLock { count in
                count += 1
                return count
            }
            return ScriptedServer.json(
                count < 4 ? TinySeam.identity.replacing(#""A""#, with: #""B""#) : TinySeam.identity
            )
        }
        let run = try await ScriptedServer.run(script) { url, _ in try await TestRun.run(yaml, at: url, clock: clock) }
        let record = try #require(run.recorder.record(of: "late"))
        #expect(record.result?.verdict == .passed)
        #expect(record.exchanges.map(\.attempt) == [1, 2, 3, 4])
        #expect(waits.withLock { $0 } == [.milliseconds(100), .milliseconds(200), .milliseconds(400)])
        #expect(record.findings.isEmpty)
    }
}

/// A server that accepts the first create alone.
private enum ReferenceRaceServer {
    /// Runs a body beside it.
    static func run<Result>(_ body: (String) async throws -> Result) async throws -> Result {
        let creates = Mutex(0)
        return try await ScriptedServer.run({ request, _ in
            guard request.target == "/user_identities/create" else { return TinySeam.reaction(to: request) }
            let number = creates.withLock { count in
                count += 1
                return count
            }
            let refused = ScriptedServer.json(TinySeam.refusal, status: "409 Conflict")
            return number == 1 ? ScriptedServer.json(TinySeam.identity) : refused
        }) { url, _ in try await body(url) }
    }
}
