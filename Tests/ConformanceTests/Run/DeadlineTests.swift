import Conformance
import Results
import Synchronization
import Testing

@Suite("Deadline of a run")
struct DeadlineTests {
    private static let yaml = """
        scenarios:
          - id: first
            title: Under way when the time is over
            given:
              - call: /user_identities/create
                body: { full_name: "${unique.name}" }
            steps:
              - call: /user_identities/list
                body: { limit: 1 }
                expect:
                  - status: 200
                    proves: TR-POST-ALL
          - id: second
            title: Has not begun then
            steps:
              - call: /user_identities/list
                expect:
                  - status: 200
                    proves: TR-POST-ALL
        """

    /// The usual reaction, but for lists of identities.
    private static func script(_ reaction: @escaping ScriptedServer.Script) -> ScriptedServer.Script {
        { request, number in
            request.target == "/user_identities/list" && !request.isProbe
                ? reaction(request, number) : TinySeam.reaction(to: request)
        }
    }

    @Test("When it is reached no further case begins, what is under way is stopped, and what was made is deleted")
    func reached() async throws {
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let clock = RunClock(now: RunClock.system.now, elapsed: RunClock.system.elapsed, sleep: RunClock.system.sleep) {
            _ in
            guard await asked.first(where: { true }) != nil else { throw CancellationError() }
        }
        let options = RunOptions(concurrency: 1, deadline: .seconds(600), interruptionGrace: .milliseconds(10))
        let (run, received) = try await ScriptedServer.run(
            Self.script { _, _ in
                ask.yield()
                return .stayQuiet
            }
        ) { url, server in
            (try await TestRun.run(Self.yaml, at: url, options: options, clock: clock), server.received)
        }
        #expect(run.ending.reason == .deadline)
        #expect(run.ending.message == "the run reached its deadline of 10m")
        #expect(run.recorder.record(of: "first")?.result?.verdict == .error)
        #expect(run.recorder.record(of: "first")?.result?.reason == "the run reached its deadline of 10m")
        #expect(run.recorder.record(of: "second") == nil)
        // The look through the list may be given up before it arrives.
        #expect(received.last { $0.target != "/user_identities/list" }?.target == "/user_identities/delete")
        #expect(run.ending.cleanup == Cleanup(created: 1, deleted: 1))
        #expect(run.recorder.record?.conclusion() == .outOfTime)
    }

    @Test("A run that ends in time is complete, and further runs of the same runner share its time")
    func shared() async throws {
        let time = Mutex(Duration.zero)
        let clock = RunClock(
            now: RunClock.system.now,
            elapsed: { time.withLock(\.self) },
            sleep: RunClock.system.sleep
        )
        let (endings, counts) = try await ScriptedServer.run({ request, _ in TinySeam.reaction(to: request) }) {
            url,
            server in
            let runner = Runner(
                endpoint: try Endpoint(url: url, credentials: Credentials(apiKey: TestRun.canaryKey)),
                contract: try TestSuite.contract.get(),
                catalogue: try TestSuite.catalogue.get(),
                options: RunOptions(timeout: TestRun.patience, deadline: .seconds(600)),
                clock: clock
            )
            let cases = try TestSuite.cases(Self.yaml)
            let first = await runner.run(cases, header: .test()) { _ in }
            let count = server.received.count
            time.withLock { $0 = .seconds(600) }
            let second = await runner.run(cases, header: .test()) { _ in }
            return ([first, second], [count, server.received.count])
        }
        #expect(endings.map(\.reason) == [.complete, .deadline])
        #expect(counts[0] == counts[1])
    }

    @Test("After an interruption a deletion that is put off is made when its time has come")
    func putOffDeletion() async throws {
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let deletions = Mutex(0)
        let script: ScriptedServer.Script = { request, _ in
            switch request.target {
            case "/user_identities/list" where !request.isProbe:
                ask.yield()
                return .stayQuiet
            case "/user_identities/delete" where !request.isProbe:
                let number = deletions.withLock { count in
                    count += 1
                    return count
                }
                let later = ScriptedServer.json("{}", status: "429 Too Many Requests", headers: "retry-after: 3\r\n")
                return number < 3 ? later : TinySeam.reaction(to: request)
            default: return TinySeam.reaction(to: request)
            }
        }
        let clock = RunClock(now: RunClock.system.now, elapsed: RunClock.system.elapsed) { _ in
            try Task.checkCancellation()
        }
        let recorder = EventRecorder()
        try await ScriptedServer.run(script) { url, _ in
            let options = RunOptions(concurrency: 1, interruptionGrace: .milliseconds(10))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    defer { ask.finish() }
                    _ = try await TestRun.run(Self.yaml, at: url, options: options, clock: clock, recorder: recorder)
                }
                _ = await asked.first { true }
                group.cancelAll()
                try await group.waitForAll()
            }
        }
        #expect(deletions.withLock(\.self) == 3)
        #expect(recorder.notes.count == 1)
        #expect(recorder.notes.first?.hasPrefix("the list /user_identities/list could not be read to its end") == true)
        #expect(recorder.record?.ending?.reason == .interrupted)
        #expect(recorder.record?.ending?.cleanup == Cleanup(created: 1, deleted: 1))
    }

    @Test("An interruption ends what the last look reads, and the run with it")
    func interruptedLook() async throws {
        let (asked, ask) = AsyncStream.makeStream(of: Void.self)
        let script: ScriptedServer.Script = { request, _ in
            guard request.target == "/user_identities/list", !request.isProbe else {
                return TinySeam.reaction(to: request)
            }
            ask.yield()
            return .stayQuiet
        }
        let yaml = """
            scenarios:
              - id: waits
                title: Something is created
                tags: []
                steps:
                  - call: /user_identities/create
                    body: { full_name: "${unique.name}" }
                    expect: [{ status: 200, proves: UI-ECHO }]
            """
        let recorder = EventRecorder()
        try await ScriptedServer.run(script) { url, _ in
            let options = RunOptions(concurrency: 1, interruptionGrace: .milliseconds(10))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    defer { ask.finish() }
                    _ = try await TestRun.run(yaml, at: url, options: options, recorder: recorder)
                }
                _ = await asked.first { true }
                group.cancelAll()
                try await group.waitForAll()
            }
        }
        #expect(recorder.notes.count == 1)
        #expect(recorder.notes.first?.hasPrefix("the list /user_identities/list could not be read to its end") == true)
        #expect(recorder.record?.ending?.cleanup == Cleanup(created: 1, deleted: 1))
    }
}
