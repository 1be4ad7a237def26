import Conformance
import Policy
import Results
import Scenarios
import Synchronization

/// Runs cases that newly fail once more, round by round, until the test of each has decided.
///
/// All that are due run side by side in a round, which comes after the whole run and after the round before, so that attempts
/// at one case lie apart. Every round has generated values of its own, so that what an attempt has left does not break the next.
struct Rerunner: Sendable {
    /// What runs the cases.
    let runner: Runner
    /// The cases that there are.
    let cases: [Case]
    /// The header of the run that they failed in.
    let header: RunHeader
    /// What is allowed to be broken.
    let waivers: [Waiver]

    /// Runs what is due until nothing is, or the endpoint can't be reached any more, or the task is cancelled, or the deadline of
    /// the run is reached.
    ///
    /// - Parameters:
    ///   - reruns: what is due.
    ///   - tell: gets each attempt when its round is over.
    /// - Returns: how the round ended that kept the rest from being run, nil when nothing is due any more; and how much the
    ///   reruns created, with what became of it.
    /// - Throws: what `tell` throws.
    func run(
        _ reruns: Reruns,
        telling tell: (_ caseID: String, _ attempt: Attempt) throws -> Void
    ) async throws -> (stop: RunEnding?, cleanup: Cleanup) {
        var reruns = reruns
        var cleanup = Cleanup()
        var round: UInt64 = 1
        while true {
            let due = reruns.due
            let wanted = Set(due.map(\.caseToRun))
            let selected = cases.filter { wanted.contains($0.id) }
            guard !selected.isEmpty else { return (nil, cleanup) }
            let (all, ending) = await attempts(at: selected, round: round)
            let attempts = due.compactMap { item in all[item.caseID].map { (item.caseID, $0) } }
            if let part = ending.cleanup { cleanup.add(part) }
            for (id, attempt) in attempts {
                reruns.record(attempt, ofCase: id)
                try tell(id, attempt)
            }
            guard ending.reason == .complete, attempts.count == due.count else { return (ending, cleanup) }
            round += 1
        }
    }

    /// How cases come out this time, and how that round ended.
    private func attempts(at cases: [Case], round: UInt64) async -> ([String: Attempt], RunEnding) {
        let header = header.reseeded(by: round, caseCount: cases.count)
        let waiving = WaiverFilter(waivers, now: header.startedAt)
        let record = Mutex(RunRecord(header: header))
        let ending = await runner.run(cases, header: header) { event in
            record.withLock { record in waiving.pass(event).forEach { record.apply($0) } }
        }
        let results = record.withLock(\.cases).compactMap { item in
            item.result.map { (item.header.id, Attempt($0, finding: item.findings)) }
        }
        return (Dictionary(results) { first, _ in first }, ending)
    }
}

extension Attempt {
    /// An attempt that came out so; whether a waiver is stale is no matter of one attempt.
    fileprivate init(_ result: CaseResult, finding findings: [Finding]) {
        self.init(
            verdict: result.verdict == .unexpectedPass ? .passed : result.verdict,
            breaches: findings.breaches,
            finishedAt: result.finishedAt
        )
    }
}

extension RunHeader {
    /// The header with the seed of a round of re-runs.
    fileprivate func reseeded(by round: UInt64, caseCount: Int) -> RunHeader {
        RunHeader(
            id: id,
            startedAt: startedAt,
            endpoint: endpoint,
            isEmbedded: isEmbedded,
            contract: contract,
            suite: suite,
            version: version,
            seed: seed &+ round,
            caseCount: caseCount,
            profile: profile,
            labels: labels
        )
    }
}
