import BundledSuite
import Conformance
import Foundation
import History
import Policy
import Reports
import Results
import SeamContract
import Timestamps

/// What the store costs, and how fast it answers after three years of nights.
enum HistoryBenchmark {
    private static let nightCount = 1095

    /// Measures and prints.
    static func run() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "seambench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "history.sqlite").path
        var history = SyntheticHistory(nightCount: nightCount)
        let store = try Store(path: path)
        for night in 0..<nightCount {
            try write(history.events(ofNight: night, exchangeCount: night == nightCount - 1 ? 8 : 4), into: store)
        }
        try store.problems().forEach { Bench.say("  the store is damaged: \($0)") }
        let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
        Bench.say(
            "\(nightCount) runs of \(SyntheticHistory.caseCount) cases",
            "\(bytes >> 20) MB",
            target: "under 250 MB"
        )
        try writing(&history, into: store)
        try questions(to: store)
    }

    /// How long one more run takes to be written.
    private static func writing(_ history: inout SyntheticHistory, into store: Store) throws {
        var durations: [Duration] = []
        for night in nightCount..<nightCount + 5 {
            let events = history.events(ofNight: night, exchangeCount: 8)
            durations.append(try ContinuousClock().measure { try write(events, into: store) })
        }
        Bench.say("writing one run", Measurement(durations).summary, target: "under 60 ms")
    }

    private static func questions(to store: Store) throws {
        let id = try store.caseIDs()[7]
        let catalogue = try Catalogue(files: BundledSuite.files(in: .requirements))
        let policy = Policy()
        let now = Timestamp(nanoseconds: 1_800_000_000_000_000_000)
        let questions: [(name: String, limit: String, ask: () throws -> Any)] = [
            ("history runs", "200 ms", { try store.runs(limit: 20) }),
            ("history show", "200 ms", { try store.record(of: "latest") }),
            ("history case", "200 ms", { try store.line(ofCase: id) }),
            (
                "history compare", "200 ms",
                { RunComparison(try store.outcome(of: "night-0500"), try store.outcome(of: "latest")) }
            ),
            (
                "gate", "100 ms",
                {
                    let run = try store.outcome(of: "latest")
                    let gate = Gate(policy, catalogue: catalogue, profile: nil, now: now)
                    return gate.decision(on: try subject(run, in: store))
                }
            ),
            ("comparison at the end of a run", "200 ms", { try store.comparison(of: "latest") }),
            ("history first-bad", "200 ms", { try store.streaks(in: RunSelection()) }),
            ("history first-bad CASE", "200 ms", { try store.streak(ofCase: id, in: RunSelection()) as Any }),
            ("history flaky, 120 nights", "200 ms", { try store.trends(in: RunSelection(limit: 120)) }),
            ("history latency, all nights", "200 ms", { try store.latencies(in: RunSelection(), recent: 4) }),
            ("history drift", "200 ms", { try store.drift(in: RunSelection()) }),
            ("history recheck, 90 nights", "200 ms", { try recheck(in: store, last: 90, catalogue: catalogue) }),
            ("history recheck, all nights", "10 s", { try recheck(in: store, last: nightCount, catalogue: catalogue) }),
            ("report --trend, 90 nights", "200 ms", { try trendPage(of: store, catalogue: catalogue) }),
            ("history prune --dry-run", "5 s", { try store.prune(Retention(last: 90), isRehearsal: true) }),
        ]
        for question in questions {
            let timing = try Measurement(rounds: 5) { try question.ask() }
            Bench.say(question.name, timing.summary, target: "under \(question.limit)")
        }
    }

    /// Weighs a requirement that every exchange weighs.
    private static func recheck(in store: Store, last: Int, catalogue: Catalogue) throws -> Int {
        let contract = try Contract(text: SyntheticHistory.contract, file: "synthetic")
        let judge = EvidenceJudge(
            requirement: Catalogue.schemaRequirementID,
            contract: contract,
            catalogue: catalogue,
            cases: []
        )
        var weighed = 0
        try store.forEachEvidence(in: RunSelection(limit: last), ofCases: nil) { evidence in
            for item in evidence.cases {
                let exchanges = item.exchanges
                weighed += judge.finding(in: exchanges, ofCase: item.id, seed: 1, startedAt: item.startedAt).weighed
            }
        }
        return weighed
    }

    /// The page over the last nights.
    private static func trendPage(of store: Store, catalogue: Catalogue) throws -> String {
        TrendReport(try store.overview(of: RunSelection(limit: 90)), catalogue: catalogue).text(.html)
    }

    /// What the gate asks the store of the time before a run.
    private static func subject(_ run: RunOutcome, in store: Store) throws -> GateSubject {
        let rule = BaselineRule(label: Label(key: "branch", value: "main"))
        let baseline = try store.baseline(of: run.header, by: rule).outcome.map { Baseline.run($0) }
        var subject = GateSubject(run, against: baseline)
        let failing = subject.newFailures.map(\.id)
        subject.series = try store.series(ofCases: failing, before: run.header, by: rule, limit: 180)
        subject.latencies = GateSubject.Latencies(
            before: try store.latencies(before: run.header, by: rule, limit: 30),
            after: try store.latencies(ofRun: run.header.id)
        )
        return subject
    }

    private static func write(_ events: [RunEvent], into store: Store) throws {
        let writer = RunWriter(store: store)
        for event in events { writer.record(event) }
        if let trouble = writer.trouble { throw trouble }
    }
}
