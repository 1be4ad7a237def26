public import Conformance
public import ReferenceServer
public import Results
public import Scenarios
public import SeamContract
import Synchronization
import Timestamps

/// The suite run against the reference server in this process, without a network and without waiting.
public struct SuiteTrial: Sendable {
    /// What the server keeps and is held against.
    public let contract: Contract
    /// The requirements.
    public let catalogue: Catalogue
    /// The cases, in the order of the suite.
    public let cases: [Case]
    /// What all generated values follow from.
    public let seed: UInt64
    /// How many cases run side by side.
    public let concurrency: Int

    /// A trial.
    ///
    /// - Parameters:
    ///   - contract: what the server keeps and is held against.
    ///   - catalogue: the requirements.
    ///   - cases: the cases.
    ///   - seed: what all generated values follow from.
    ///   - concurrency: how many cases run side by side; at least 1.
    public init(contract: Contract, catalogue: Catalogue, cases: [Case], seed: UInt64 = 1, concurrency: Int = 8) {
        self.contract = contract
        self.catalogue = catalogue
        self.cases = cases
        self.seed = seed
        self.concurrency = concurrency
    }

    /// What answers a request.
    public typealias Responder = @Sendable (ServerRequest) async -> ServerResponse
    /// What stands before the server: it gets a request and the server, and gives the response.
    public typealias Front = @Sendable (ServerRequest, @escaping Responder) async -> ServerResponse

    /// Runs the cases against a fresh server.
    ///
    /// - Parameters:
    ///   - faults: what the server does wrong; empty for a correct one.
    ///   - front: what stands before it and may change requests and responses; nothing unless told otherwise.
    ///   - isEnough: whether the run need not go on after a finding; nil goes on to the end.
    /// - Returns: the run, without its exchanges; nil when it did not begin.
    /// - Throws: `EndpointError` when the server hands out no credentials.
    public func record(
        faults: [Fault],
        behind front: @escaping Front = { await $1($0) },
        until isEnough: (@Sendable (Finding) -> Bool)? = nil
    ) async throws(EndpointError) -> RunRecord? {
        let clock = TrialClock()
        let server = ReferenceServer(contract: contract, faults: faults, now: clock.now)
        let address = ServerAddress(host: "127.0.0.1", port: 80)
        let runner = Runner(
            endpoint: try Endpoint(url: address.url, credentials: Credentials(server.description(at: address))),
            contract: contract,
            catalogue: catalogue,
            options: RunOptions(
                concurrency: concurrency,
                timeout: .seconds(600),
                probeTimeout: .seconds(600),
                cleanupTimeout: .seconds(600),
                keptBodyLimit: 0
            ),
            clock: clock.runClock,
            localServer: LocalServer(server, behind: front)
        )
        let header = header(for: address, at: clock.now())
        let keeper = RecordKeeper()
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        await withTaskGroup { group in
            group.addTask {
                _ = await runner.run(cases, header: header) { event in
                    keeper.take(event)
                    if case .found(_, let finding) = event, isEnough?(finding) == true { end.finish() }
                }
                end.finish()
            }
            for await _ in ends {}
            group.cancelAll()
        }
        return keeper.record
    }

    /// The same trial in two parts: the cases that name a requirement, and all others, whose exchanges may show it too.
    ///
    /// - Parameter requirement: the requirement's id.
    /// - Returns: the parts; none without cases.
    func parts(naming requirement: String) -> [SuiteTrial] {
        let naming = cases.filter { $0.requirementIDs.contains(requirement) }
        let others = cases.filter { !$0.requirementIDs.contains(requirement) }
        return [naming, others].filter { !$0.isEmpty }.map { cases in
            SuiteTrial(contract: contract, catalogue: catalogue, cases: cases, seed: seed, concurrency: concurrency)
        }
    }

    /// What is known of the run when it begins.
    private func header(for address: ServerAddress, at start: Timestamp) -> RunHeader {
        RunHeader(
            id: "00000000-0000-7000-8000-000000000000",
            startedAt: start,
            endpoint: address.url,
            isEmbedded: true,
            contract: Provenance(origin: contract.file, fingerprint: contract.fingerprint),
            suite: Provenance(origin: "bundled", fingerprint: ""),
            version: "",
            seed: seed,
            caseCount: cases.count + ResponsePlan(of: cases, contract: contract, catalogue: catalogue).cases.count,
            labels: []
        )
    }
}

/// Gathers a run from its events; exchanges are left out, since nothing here reads them.
private final class RecordKeeper: Sendable {
    private let state = Mutex<RunRecord?>(nil)

    /// The run so far; nil before it began.
    var record: RunRecord? { state.withLock(\.self) }

    /// Takes in an event.
    func take(_ event: RunEvent) {
        state.withLock { record in
            switch event {
            case .started(let header): record = RunRecord(header: header)
            case .exchanged: break
            default: record?.apply(event)
            }
        }
    }
}

/// The clock of one trial: waiting takes no time, and moves the time of day on instead, for runner and server alike.
///
/// So does each look at it, by a millisecond: what is made now was not made at the instant of what was made before.
/// The time that passes between two moments stays the machine's, since cases run side by side and each measures its own.
private final class TrialClock: Sendable {
    /// How long was waited so far.
    private let waited = Mutex(Duration.zero)

    /// The time of day.
    @Sendable func now() -> Timestamp {
        RunClock.system.now()
            + waited.withLock { waited in
                waited += .milliseconds(1)
                return waited
            }
    }

    /// The clock as a runner reads it.
    var runClock: RunClock {
        RunClock(
            now: now,
            elapsed: RunClock.system.elapsed,
            sleep: { duration in
                try Task.checkCancellation()
                self.waited.withLock { $0 += duration }
                await Task.yield()
            }
        )
    }
}

extension LocalServer {
    /// The reference server without its socket.
    ///
    /// - Parameters:
    ///   - server: the server.
    ///   - front: what stands before it.
    fileprivate init(_ server: ReferenceServer, behind front: @escaping SuiteTrial.Front) {
        self.init { request in
            let request = ServerRequest(
                method: request.method,
                target: request.target,
                headers: Dictionary(request.headers.map { ($0.name, $0.value) }) { _, last in last },
                body: request.body
            )
            let answer = await front(request) { await server.serve($0) }
            return Response(
                status: answer.status,
                headers: answer.headers.sorted { $0.key < $1.key }.map { HeaderField(name: $0.key, value: $0.value) },
                body: answer.body,
                delay: answer.delay
            )
        }
    }
}
