import Conformance
import Foundation
import ReferenceServer
import Results
import Synchronization
import Testing

@Suite("The identity graph after a case")
struct GraphCheckTests {
    private static let link = """
        scenarios:
          - id: link
            title: A user is linked
            given:
              - call: /acs/systems/list
                save: { system: "$.acs_systems[0].acs_system_id" }
            steps:
              - call: /user_identities/create
                body: { full_name: "${unique.name}", email_address: "${unique.email}", acs_system_ids: ["${system}"] }
                expect:
                  - status: 200
                    proves: LK-C-NEW
          - id: no-link
            title: Nobody is linked
            steps:
              - call: /user_identities/create
                body: { full_name: "${unique.name}" }
                expect:
                  - status: 200
                    proves: UI-CREATE
        """

    @Test("It is read after a case that links, before the clean-up, and agrees on a correct server")
    func clean() async throws {
        try await ReferenceRunTests.withServer { address, description in
            let run = try await TestRun.run(Self.link, at: address.url, credentials: .reference(description))
            let record = try #require(run.recorder.record(of: "link"))
            let phases = record.exchanges.map(\.phase)
            #expect(record.findings.isEmpty)
            #expect(record.result?.verdict == .passed)
            #expect(phases.count { $0 == .graph } == 8)
            #expect(phases == phases.filter { $0 != .cleanup } + phases.filter { $0 == .cleanup })
            for id in ["LK-SYMMETRY", "LK-ONE-PER-SYS", "LK-A-MIRROR", "LK-LIST-USERS"] {
                #expect(run.recorder.response(of: EveryResponse.graph, id)?.result?.verdict == .passed, "\(id)")
            }
            let other = try #require(run.recorder.record(of: "no-link"))
            #expect(!other.exchanges.contains { $0.phase == .graph })
        }
    }

    @Test("Views that go on disagreeing are a finding of the requirement, with the exchange that shows it")
    func broken() async throws {
        let fault = try #require(Fault.named("link-one-side"))
        try await ReferenceRunTests.withServer(faults: [fault]) { address, description in
            let run = try await TestRun.run(
                Self.link,
                at: address.url,
                credentials: .reference(description),
                clock: .skipping()
            )
            #expect(run.recorder.record(of: "link")?.findings == [])
            let record = try #require(run.recorder.response(of: EveryResponse.graph, "LK-SYMMETRY"))
            let finding = try #require(record.findings.first)
            let exchange = try #require(record.exchanges.first { $0.ordinal == finding.exchange })
            #expect(record.result?.verdict == .failed)
            #expect(finding.code == "graph.symmetry")
            #expect(finding.requirements == ["LK-SYMMETRY"])
            #expect(finding.place == "/user_identity/acs_user_ids")
            #expect(finding.message.hasPrefix("/user_identities/get says acs_user_ids [] of "))
            #expect(finding.message.contains("; /acs/users/get says user_identity_id "))
            #expect(exchange.phase == .graph && exchange.operation == "/user_identities/get")
            #expect(record.result?.witnesses == ["link"])
        }
    }

    @Test("Views that come to agree are no finding")
    func settles() async throws {
        let isLate = Mutex(true)
        let record = try await Self.record(clock: .skipping { isLate.withLock { $0 = false } }) { request, body in
            guard isLate.withLock(\.self), request.target == "/user_identities/get" else { return nil }
            return body.replacing(/"acs_user_ids":\[[^\]]*\]/, with: #""acs_user_ids":[]"#)
        }
        #expect(record.findings.isEmpty)
        #expect(record.exchanges.contains { $0.phase == .graph && $0.attempt == 2 })
    }

    @Test("A view that is not offered is left out, and nothing is held against it", arguments: [404, 405, 501, 429])
    func notOffered(status: Int) async throws {
        let record = try await Self.record(clock: .skipping(), status: status) { request, _ in
            request.target.hasPrefix("/user_identities/list_acs_") ? "no such page" : nil
        }
        #expect(record.findings.isEmpty)
        #expect(record.result?.verdict == .passed)
    }

    /// The case that links, at a correct server in this process whose answers are changed on their way.
    ///
    /// - Parameters:
    ///   - clock: the time.
    ///   - status: the status of an answer that is changed; nil leaves it.
    ///   - change: what is answered instead; nil for no change.
    /// - Returns: the case.
    /// - Throws: what is wrong with the test's own files.
    private static func record(
        clock: RunClock,
        status: Int? = nil,
        change: @escaping @Sendable (LocalServer.Request, String) -> String?
    ) async throws -> CaseRecord {
        let contract = try TestSuite.contract.get()
        let server = ReferenceServer(contract: contract, faults: [], now: RunClock.system.now)
        let address = ServerAddress(host: "127.0.0.1", port: 80)
        let runner = Runner(
            endpoint: try Endpoint(url: address.url, credentials: .reference(server.description(at: address))),
            contract: contract,
            catalogue: try TestSuite.catalogue.get(),
            clock: clock,
            localServer: LocalServer { request in
                let headers = Dictionary(request.headers.map { ($0.name, $0.value) }) { _, last in last }
                let answer = server.respond(
                    to: ServerRequest(
                        method: request.method,
                        target: request.target,
                        headers: headers,
                        body: request.body
                    )
                )
                let changed = change(request, String(decoding: answer.body, as: UTF8.self))
                return LocalServer.Response(
                    status: changed == nil ? answer.status : status ?? answer.status,
                    headers: answer.headers.map { HeaderField(name: $0.key, value: $0.value) },
                    body: changed.map { Array($0.utf8) } ?? answer.body
                )
            }
        )
        let recorder = EventRecorder()
        _ = await runner.run(try TestSuite.cases(link), header: .test(), events: recorder.keep)
        return try #require(recorder.record(of: "link"))
    }
}

extension RunClock {
    /// A clock that does not wait: what is waited for is over at once.
    ///
    /// - Parameter waited: what to do then.
    /// - Returns: the clock.
    fileprivate static func skipping(_ waited: @escaping @Sendable () -> Void = {}) -> RunClock {
        let skipped = Skipped()
        return RunClock(
            now: RunClock.system.now,
            elapsed: { RunClock.system.elapsed() + skipped.time.withLock(\.self) },
            sleep: { wait in
                skipped.time.withLock { $0 += wait }
                waited()
            }
        )
    }

    /// How much time was skipped.
    private final class Skipped: Sendable {
        let time = Mutex(Duration.zero)
    }
}
