import Results
import Testing
import Timestamps

@Suite("Sharded runs")
struct ShardedRunTests {
    private static let start = Timestamp(nanoseconds: 1_787_277_600_000_000_000)

    @Test("a run is complete when all of its shards came and are")
    func complete() throws {
        let run = try Self.joined([Self.shard(1), Self.shard(2), Self.shard(3)])
        #expect(run.ending?.reason == .complete)
        #expect(run.header.shards?.missing == [])
        #expect(run.header.shards?.parts.map(\.run) == ["run-1", "run-2", "run-3"])
        #expect(run.header.caseCount == 12)
        #expect(run.cases.map(\.header.id).sorted() == Self.caseIDs)
    }

    @Test("a run without some of its shards is incomplete, and says which did not come")
    func incomplete() throws {
        let run = try Self.joined([Self.shard(2)])
        #expect(run.ending?.reason == .incomplete)
        #expect(run.ending?.message == "shards 1 and 3 of 3 did not come")
        #expect(run.conclusion() == .incomplete)
        #expect(run.header.shards?.missing == [1, 3])
    }

    @Test("a shard that was interrupted makes the run interrupted, and says which one")
    func interrupted() throws {
        let dead = Self.shard(2, ending: .interrupted, message: "the process died without a word")
        let run = try Self.joined([Self.shard(1), dead, Self.shard(3)])
        #expect(run.ending?.reason == .interrupted)
        #expect(run.ending?.message == "shard 2: the process died without a word")
    }

    @Test("of two runs of a shard the complete one counts, of two complete ones the later, and the other is told")
    func again() throws {
        let first = Self.shard(1, ending: .interrupted)
        let second = Self.shard(1, run: "again", minute: 1)
        let third = Self.shard(1, run: "later", minute: 2)
        let late = Self.shard(1, run: "dead", minute: 3, ending: .interrupted)
        let run = try Self.joined([third, late, first, second])
        #expect(run.header.shards?.parts.map(\.run) == ["later"])
        #expect(run.header.shards?.parts.first?.replaced == ["again", "dead", "run-1"])
        #expect(run.notes.map(\.message) == ["shard 1 was run again: later counts, not again, dead and run-1"])
    }

    @Test("shards that were not judged alike are no run", arguments: ["set", "suite", "endpoint", "label", "cases"])
    func apart(difference: String) {
        let other = RunHeader.shard(2, different: difference)
        #expect(ShardedRun.id(for: other) != ShardedRun.id(for: .shard(1)))
    }

    @Test("what is another on each shard does not keep them apart", arguments: ["seed", "embedded", "label shard"])
    func together(difference: String) {
        let isEmbedded = difference == "embedded"
        let other = RunHeader.shard(2, isEmbedded: isEmbedded, different: difference)
        #expect(ShardedRun.id(for: other) == ShardedRun.id(for: .shard(1, isEmbedded: isEmbedded)))
    }

    @Test("each case keeps the seed of its shard")
    func seeds() throws {
        let run = try Self.joined([Self.shard(1), Self.shard(2), Self.shard(3)])
        for id in Self.caseIDs {
            #expect(run.header.seed(of: id) == run.header.shards?.part(of: id)?.seed)
        }
        #expect(Set(Self.caseIDs.map { run.header.seed(of: $0) }) == [1, 2, 3])
    }

    @Test("what operations were asked is told as one")
    func exercises() throws {
        let run = try Self.joined([Self.shard(1), Self.shard(2)])
        #expect(
            run.exercises == [
                OperationExercise(
                    operation: "/a",
                    callCount: 4,
                    methods: ["POST"],
                    parameters: ["/p1", "/p2"],
                    answers: [.init(status: 200, fields: ["/f1", "/f2"]), .init(status: 401, fields: [])]
                )
            ]
        )
    }

    @Test("what shards created adds up, and is unknown when none of them counted")
    func cleanup() throws {
        let count = Cleanup(
            created: 3,
            deleted: 1,
            leftovers: [Cleanup.Leftover(namespace: "/a", reason: "so", count: 2, names: ["1"])]
        )
        var total = count
        total.add(count)
        let counted = try Self.joined([Self.shard(1, cleanup: count), Self.shard(2), Self.shard(3, cleanup: count)])
        #expect(counted.ending?.cleanup == total)
        #expect(try Self.joined([Self.shard(1), Self.shard(2)]).ending?.cleanup == nil)
    }

    @Test("joining is commutative, associative and idempotent", arguments: 0..<40 as Range<UInt64>)
    func laws(seed: UInt64) throws {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1
        let pool = Self.pool.enumerated().compactMap { number, record in
            ShardedRun(record, latencies: ["/a": [UInt8(number)], "/b": [1]])
        }
        let picks = (0..<3).map { _ -> ShardedRun in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return pool[Int(state >> 33) % pool.count]
        }
        let (a, b, c) = (picks[0], picks[1], picks[2])
        #expect((a + b).record == (b + a).record)
        #expect(((a + b) + c).record == (a + (b + c)).record)
        #expect((a + b).shares == (b + a).shares)
        #expect(((a + b) + c).shares == (a + (b + c)).shares)
        #expect((a + a).shares == a.shares)
        #expect((a + a).record == a.record)
        #expect(((a + b) + b).record == (a + b).record)
    }

    /// Runs of shards, some of one shard, and one that is there twice with different content.
    private static let pool: [RunRecord] =
        (1...3).map { shard($0) }
        + (1...3).map { shard($0, run: "again-\($0)", minute: $0) }
        + [shard(1, ending: .interrupted), shard(2, run: "dead", minute: 9, ending: .interrupted)]

    static let caseIDs = (10..<22).map { "case-\($0)" }

    private static func joined(_ records: [RunRecord]) throws -> RunRecord {
        let runs = try records.map { try #require(ShardedRun($0, latencies: [:])) }
        return runs.dropFirst().reduce(runs[0], +).record
    }

    /// The run of a shard, of 12 cases in all.
    private static func shard(
        _ number: Int,
        run: String? = nil,
        minute: Int = 0,
        ending: RunEnding.Reason = .complete,
        message: String = "",
        cleanup: Cleanup? = nil
    ) -> RunRecord {
        let header = RunHeader.shard(number, run: run ?? "run-\(number)", minute: minute)
        var record = RunRecord(header: header)
        let ids = caseIDs.filter { header.shards?.part(of: $0) != nil }
        for id in ending == .complete ? ids : Array(ids.dropLast()) {
            let began = CaseHeader(id: id, scenario: id, title: id, area: "a", place: "a:1", startedAt: start)
            record.apply(.caseStarted(began))
            let result = CaseResult(id: id, verdict: .passed, requirements: [], duration: .zero, finishedAt: start)
            record.apply(.caseFinished(result))
        }
        record.apply(
            .exercised(
                OperationExercise(
                    operation: "/a",
                    callCount: 2,
                    methods: ["POST"],
                    parameters: ["/p\(number)"],
                    answers: [
                        .init(status: 200, fields: ["/f\(number)"]), .init(status: 401, fields: []),
                    ]
                )
            )
        )
        let finished = start + .seconds(9)
        record.apply(.finished(RunEnding(reason: ending, message: message, finishedAt: finished, cleanup: cleanup)))
        return record
    }
}

extension ShardedRun {
    fileprivate static func + (left: ShardedRun, right: ShardedRun) -> ShardedRun {
        var joined = left
        joined.join(right)
        return joined
    }
}

extension RunHeader {
    /// The header of a shard of three; what is told to be different is another than in all others.
    fileprivate static func shard(
        _ number: Int,
        run: String = "run",
        minute: Int = 0,
        isEmbedded: Bool = false,
        different: String = ""
    ) -> RunHeader {
        let start = Timestamp(nanoseconds: 1_787_277_600_000_000_000) + .seconds(60 * minute)
        let endpoint = ["endpoint", "embedded"].contains(different) ? "https://b.example.com" : "https://a.example.com"
        let seed = different == "seed" ? 99 : UInt64(number)
        let labels = [Label(key: "branch", value: different == "label" ? "b" : "a")]
        return RunHeader(
            id: run,
            startedAt: start,
            endpoint: endpoint,
            isEmbedded: isEmbedded,
            contract: Provenance(origin: "bundled", fingerprint: "c0ffee"),
            suite: Provenance(origin: "bundled", fingerprint: different == "suite" ? "dead" : "beef"),
            version: "0.1.0",
            seed: seed,
            caseCount: 4,
            labels: labels + (different == "label shard" ? [Label(key: "shard", value: "2")] : []),
            shards: RunShards(
                set: different == "set" ? "8" : "7",
                count: 3,
                caseIDs: different == "cases" ? ["other"] : ShardedRunTests.caseIDs,
                part: RunShards.Part(
                    number: number,
                    run: run,
                    startedAt: start,
                    endpoint: endpoint,
                    seed: seed,
                    caseCount: 4
                )
            )
        )
    }
}
