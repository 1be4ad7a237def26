import GRDB
import History
import Results
import Testing
import Trends

@Suite("The baseline of a run")
struct BaselineTests {
    private static let rule = BaselineRule(label: Label(key: "branch", value: "main"))
    /// The run that is compared.
    private static let run = TestRun.header("new", minute: 99, branch: "change", narrowing: [])

    /// Writes a complete run in which a case is broken or not.
    private func write(_ header: RunHeader, _ verdict: Verdict = .passed, to store: Store) {
        store.write([.started(header)] + TestRun.caseEvents("x", verdict: verdict) + [TestRun.ending()])
    }

    @Test(
        "what keeps a run from being a baseline is told",
        arguments: [
            (TestRun.header(narrowing: []), nil), (TestRun.header(narrowing: nil), nil),
            (TestRun.header(narrowing: [.id, .readOnly]), .narrowed([.id, .readOnly])),
            (TestRun.header(narrowing: [.settled]), .narrowed([.settled])),
            (
                TestRun.header(profile: RunProfile(name: "core", requirements: []), narrowing: [.profile]),
                .profile("core")
            ),
            (TestRun.header(profile: RunProfile(name: "full", requirements: []), narrowing: []), nil),
            (TestRun.header(shards: shards(1, of: 3), narrowing: []), .shards(count: 1, of: 3)),
            (TestRun.header(shards: shards(1, of: 1), narrowing: []), nil),
            (TestRun.header(endpoint: "https://example.com/other", narrowing: []), .endpoint),
            (TestRun.header(isEmbedded: true, narrowing: []), .endpoint),
        ] as [(RunHeader, BaselineUnfitness?)]
    )
    func unfitness(header: RunHeader, why: BaselineUnfitness?) throws {
        #expect(header.unfitness(asBaselineOf: Self.run) == why)
        let store = try Store.inMemory()
        write(header, to: store)
        let search = try store.baseline(of: Self.run, by: Self.rule)
        #expect((search.outcome == nil) == (why != nil))
        #expect(search.passedOver?.why == why)
        #expect(try store.series(ofCases: ["x"], before: Self.run, by: Self.rule, limit: 9).isEmpty == (why != nil))
    }

    /// One of some shards.
    private static func shards(_ number: Int, of count: Int) -> RunShards {
        let part = RunShards.Part(
            number: number,
            run: "run-1",
            startedAt: TestRun.start,
            endpoint: "e",
            seed: 1,
            caseCount: 1
        )
        return RunShards(set: "7", count: count, caseIDs: ["x"], part: part)
    }

    @Test("a shard counts for a run of the same shard")
    func sameShard() throws {
        let store = try Store.inMemory()
        write(TestRun.header("one", shards: Self.shards(1, of: 3), narrowing: []), to: store)
        write(TestRun.header("two", shards: Self.shards(2, of: 3), narrowing: []), to: store)
        let run = TestRun.header("new", shards: Self.shards(1, of: 3), narrowing: [])
        #expect(try store.baseline(of: run, by: Self.rule).outcome?.header.id == "one")
    }

    @Test("a narrowed run is passed over for the whole one before it, which is the night before, too")
    func narrowed() throws {
        let store = try Store.inMemory()
        write(TestRun.header("whole", narrowing: []), .failed, to: store)
        write(TestRun.header("narrow", narrowing: [.tag]), to: store)
        #expect(try store.baseline(of: Self.run, by: Self.rule).outcome?.header.id == "whole")
        #expect(try store.streaks(in: RunSelection()).map(\.firstBad?.length) == [1])
        #expect(try store.overview(of: RunSelection()).nights.map(\.header.id) == ["whole"])
        #expect(try store.comparison(of: "narrow").baseline?.id == "whole")
    }

    @Test(
        "runs of a store from before are compared with as they were, whatever was left out and whichever the endpoint"
    )
    func upgrade() throws {
        try inFolder { folder in
            let path = "\(folder)/store.sqlite"
            let older = try Store(path: path)
            write(TestRun.header("first", endpoint: "https://a.example", narrowing: []), to: older)
            write(TestRun.header("other", isEmbedded: true, narrowing: [.id]), to: older)
            try DatabaseQueue(path: path).write { try $0.goBack(toSchema: 9) }
            let store = try Store(path: path)
            let before = try store.baseline(of: Self.run, by: Self.rule)
            #expect(before.outcome?.header.id == "other")
            #expect(before.outcome?.header.narrowing == nil)

            write(TestRun.header("elsewhere", endpoint: "https://b.example", narrowing: []), to: store)
            #expect(try store.baseline(of: Self.run, by: Self.rule).outcome?.header.id == "other")
            write(TestRun.header("here", narrowing: []), to: store)
            #expect(try store.baseline(of: Self.run, by: Self.rule).outcome?.header.id == "here")
        }
    }

    @Test("runs of another endpoint count where the rule allows them")
    func otherEndpoints() throws {
        let store = try Store.inMemory()
        write(TestRun.header("preview", endpoint: "https://preview.example", narrowing: []), to: store)
        let rule = BaselineRule(label: Self.rule.label, allowsOtherEndpoints: true)
        #expect(try store.baseline(of: Self.run, by: rule).outcome?.header.id == "preview")
    }
}
