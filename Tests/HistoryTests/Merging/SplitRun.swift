import Foundation
import History
import Reports
import Results
import SeamContract
import Timestamps
import Trends

/// One run of twenty cases as it comes out of any number of shards, each in a store of its own.
///
/// What a case tells follows from the case alone, whichever shard it is in.
struct SplitRun {
    /// How many shards there are.
    let count: Int
    /// The stores of the shards, and of runs of them that died before, in the order of the shards.
    let stores: [String]

    /// Makes the stores.
    ///
    /// - Parameters:
    ///   - count: how many shards there are.
    ///   - folder: where their stores are made.
    ///   - hasDied: whether every second shard was begun before, by a process that died.
    /// - Throws: `StoreError`.
    init(into count: Int, in folder: String, hasDied: Bool = true) throws {
        self.count = count
        var stores: [String] = []
        for number in 1...count {
            let path = "\(folder)/\(count)-\(number).sqlite"
            try Store(path: path).write(Self.events(ofShard: number, of: count))
            stores.append(path)
            guard hasDied, number.isMultiple(of: 2) else { continue }
            let dead = "\(folder)/\(count)-\(number)-dead.sqlite"
            try Store(path: dead).write(Self.events(ofShard: number, of: count, isDead: true))
            stores.append(dead)
        }
        self.stores = stores
    }

    /// The cases.
    static let caseIDs = (10..<30).map { "case[\($0)]" }

    /// What the run of a shard tells.
    ///
    /// - Parameters:
    ///   - number: which shard.
    ///   - count: how many there are.
    ///   - isDead: whether the process died in the middle of it; a minute before the one that did not.
    /// - Returns: the events.
    static func events(ofShard number: Int, of count: Int, isDead: Bool = false) -> [RunEvent] {
        let header = header(ofShard: number, of: count, isDead: isDead)
        let places = caseIDs.indices.filter { header.shards?.part(of: caseIDs[$0]) != nil }
        let cases = places.map(events)
        if isDead { return [.started(header)] + cases.dropLast(cases.count / 2).joined() }
        let notes: [RunEvent] = places.filter { $0.isMultiple(of: 6) }.map {
            .noted(at: TestRun.start + .seconds($0), message: "of case \($0), 'any' \u{202E}text")
        }
        let attempts: [RunEvent] = places.filter { $0.isMultiple(of: 7) }.map {
            .reran(caseID: caseIDs[$0], Attempt(verdict: .passed, breaches: [], finishedAt: header.startedAt))
        }
        return [.started(header)] + cases.joined() + notes + exercises(callCount: places.count)
            + attempts + [TestRun.ending(minute: 1, cleanup: cleanup(places))]
    }

    /// What cases created: one thing each, of which every sixth was left.
    private static func cleanup(_ places: [Int]) -> Cleanup {
        let left = places.count { $0.isMultiple(of: 6) }
        let leftover = Cleanup.Leftover(namespace: "/a", reason: "so", count: left, names: [])
        return Cleanup(created: places.count, deleted: places.count - left, leftovers: left > 0 ? [leftover] : [])
    }

    /// What a case tells; one that passed asks an operation that no other asks, so that it is a sample of it.
    private static func events(ofCase place: Int) -> [RunEvent] {
        let hasFailed = place.isMultiple(of: 3)
        let answered = TestRun.exchange(
            operation: hasFailed ? "/user_identities/create" : "/\(place)",
            answer: TestRun.noise(place, count: 300)
        )
        return TestRun.caseEvents(
            caseIDs[place],
            verdict: hasFailed ? .failed : .passed,
            findings: hasFailed ? [TestRun.finding()] : [],
            exchanges: [answered, TestRun.lost],
            drifts: [Drift(kind: .undocumentedMember, operation: "/a", place: "/b/\(place % 2)")],
            finishedAfter: .milliseconds(200 * place)
        )
    }

    /// What was asked, once in each case.
    private static func exercises(callCount: Int) -> [RunEvent] {
        callCount == 0
            ? []
            : TestRun.exercises.map { exercise in
                .exercised(
                    OperationExercise(
                        operation: exercise.operation,
                        callCount: callCount,
                        methods: exercise.methods,
                        parameters: exercise.parameters,
                        answers: exercise.answers
                    )
                )
            }
    }

    private static func header(ofShard number: Int, of count: Int, isDead: Bool) -> RunHeader {
        let run = "\(isDead ? "dead" : "run")-\(number)"
        let base = TestRun.header(run, minute: isDead ? 0 : 1)
        let caseCount = caseIDs.count { StableHash($0).part(of: count) == number }
        return RunHeader(
            id: run,
            startedAt: base.startedAt,
            endpoint: base.endpoint,
            isEmbedded: base.isEmbedded,
            contract: base.contract,
            suite: base.suite,
            version: base.version,
            seed: UInt64(number),
            caseCount: caseCount,
            labels: base.labels,
            shards: RunShards(
                set: "nightly",
                count: count,
                caseIDs: caseIDs,
                part: RunShards.Part(
                    number: number,
                    run: run,
                    startedAt: base.startedAt,
                    endpoint: base.endpoint,
                    seed: UInt64(number),
                    caseCount: caseCount
                )
            )
        )
    }
}

extension RunRecord {
    /// The run without what tells that it was split, and how.
    var unsplit: RunRecord? {
        let header = TestRun.header(minute: 1, caseCount: header.caseCount)
        return RunRecord(events: [.started(header)] + events.dropFirst())
    }

    /// The run in every form, one after the other.
    func reports() throws -> [UInt8] {
        let catalogue = try Catalogue(
            files: [
                (
                    "a.yaml",
                    """
                    area: a
                    about: what the runs weigh
                    requirements:
                      UI-CREATE: {level: must, statement: An identity can be created., source: S1, evidence: documented}
                    """
                )
            ]
        )
        return ReportFormat.allCases.flatMap { format -> [UInt8] in
            switch format.render(self, catalogue: catalogue, evidence: .kept, isStrict: false) {
            case .file(let bytes): bytes
            case .folder(let files): files.flatMap { Array($0.name.utf8) + $0.bytes }
            }
        }
    }
}

extension Store {
    /// Every run of the store in every form, one after the other, with how long its answers took.
    func reports() throws -> [UInt8] {
        try runs().flatMap { try record(of: $0.header.id).reports() + encodedLatencies(ofRun: $0.header.id) }
    }

    /// How long the answers of a run took, by operation.
    ///
    /// - Parameter run: the run's id.
    /// - Returns: the encoded histograms, one after the other.
    /// - Throws: `StoreError`.
    func encodedLatencies(ofRun run: String) throws -> [UInt8] {
        try latencies(ofRun: run).sorted { $0.key < $1.key }.flatMap { Array($0.key.utf8) + $0.value.encoded }
    }
}
