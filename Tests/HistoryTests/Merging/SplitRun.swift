import Foundation
import History
import Reports
import Results
import SeamContract
import Timestamps
import Trends

/// One run of twenty cases as it comes out of any number of shards, each in a store of its own.
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
    /// - Throws: `StoreError`.
    init(into count: Int, in folder: String) throws {
        self.count = count
        var stores: [String] = []
        for number in 1...count {
            let path = "\(folder)/\(count)-\(number).sqlite"
            try Store(path: path).write(Self.events(ofShard: number, of: count))
            stores.append(path)
            guard number.isMultiple(of: 2) else { continue }
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
        let ids = caseIDs.filter { header.shards?.part(of: $0) != nil }
        let cases = ids.enumerated().flatMap { index, id in
            TestRun.caseEvents(
                id,
                verdict: index.isMultiple(of: 3) ? .failed : .passed,
                findings: index.isMultiple(of: 3) ? [TestRun.finding()] : [],
                exchanges: [TestRun.exchange(answer: TestRun.noise(index, count: 300)), TestRun.lost],
                drifts: [Drift(kind: .undocumentedMember, operation: "/a", place: "/b/\(index % 2)")],
                finishedAfter: .milliseconds(200 * index)
            )
        }
        if isDead { return [.started(header)] + cases.dropLast(cases.count / 2) }
        let attempts = ids.prefix(1).map { id in
            RunEvent.reran(
                caseID: id,
                Attempt(verdict: .passed, breaches: [], finishedAt: header.startedAt)
            )
        }
        let notes: [RunEvent] = [.noted(at: TestRun.start, message: "of shard \(number), 'any' \u{202E}text")]
        return [.started(header)] + cases + notes + TestRun.exercises.map { .exercised($0) }
            + attempts + [TestRun.ending(minute: number)]
    }

    private static func header(ofShard number: Int, of count: Int, isDead: Bool) -> RunHeader {
        let run = "\(isDead ? "dead" : "run")-\(number)"
        let base = TestRun.header(run, minute: isDead ? number - 1 : number)
        return RunHeader(
            id: run,
            startedAt: base.startedAt,
            endpoint: base.endpoint,
            isEmbedded: base.isEmbedded,
            contract: base.contract,
            suite: base.suite,
            version: base.version,
            seed: UInt64(number),
            caseCount: caseIDs.count { StableHash($0).part(of: count) == number },
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
                    caseCount: 0
                )
            )
        )
    }
}

extension Store {
    /// Every run of the store in every form, one after the other.
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
        return try runs().flatMap { run in
            let record = try record(of: run.header.id)
            return ReportFormat.allCases.flatMap { format -> [UInt8] in
                switch format.render(record, catalogue: catalogue, evidence: .kept, isStrict: false) {
                case .file(let bytes): bytes
                case .folder(let files): files.flatMap { Array($0.name.utf8) + $0.bytes }
                }
            } + (try latencies(ofRun: run.header.id).sorted { $0.key < $1.key }.flatMap(\.value.encoded))
        }
    }
}
