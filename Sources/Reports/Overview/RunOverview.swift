import Results
import SeamContract
import Timestamps

/// A run as a person wants it told: what broke comes first, and what broke often is said once.
struct RunOverview {
    let record: RunRecord
    let catalogue: Catalogue
    let conclusion: RunConclusion
    let isStrict: Bool
    let counts: [Verdict: Int]
    /// Every requirement that was weighed, broken ones first, then by level and id.
    let requirements: [RequirementStanding]
    /// The operations that keep cases from being judged, those that took down most first.
    let obstacles: [Obstacle]
    /// How much was really tested; nil when the run is about nothing.
    let testedShare: TestedShare?
    /// What is wrong beside that, the heaviest first.
    let problems: [Problem]
    /// Cases that have a reason rather than a finding, such as skipped ones, by verdict and reason.
    let remarks: [Remark]
    /// The members that the contract does not know, by operation and place, and in how many cases each showed.
    let strangeMembers: [(drift: Drift, cases: Int)]
    /// The statuses that the contract does not declare, in ascending order, and the operations that gave them, sorted.
    let strangeStatuses: [(status: String, operations: [String])]

    /// An overview.
    ///
    /// - Parameters:
    ///   - record: the run.
    ///   - catalogue: where the statements of the requirements are.
    ///   - isStrict: whether a broken `should` counts as a failure.
    init(_ record: RunRecord, catalogue: Catalogue, isStrict: Bool) {
        self.record = record
        self.catalogue = catalogue
        self.isStrict = isStrict
        conclusion = record.conclusion(isStrict: isStrict)
        counts = record.counts
        requirements = RequirementStanding.all(in: record, catalogue: catalogue)
        obstacles = Obstacle.all(in: record)
        testedShare = TestedShare(record)
        let told = Set(obstacles.flatMap { $0.witnesses + $0.skipped })
        problems = Problem.all(
            in: record.cases.filter { $0.result?.verdict != .failed || !told.contains($0.header.id) }
        )
        remarks = Remark.all(in: record, except: told)
        let drifts = record.cases.flatMap { Set($0.drifts) }.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        strangeMembers = drifts.filter { $0.key.kind == .undocumentedMember }.map { ($0.key, $0.value) }
            .sorted { $0.drift.sortKey.lexicographicallyPrecedes($1.drift.sortKey) }
        let statuses = drifts.keys.filter { $0.kind == .undeclaredStatus }
        strangeStatuses = Dictionary(grouping: statuses, by: \.place)
            .map { ($0.key, $0.value.map(\.operation).sorted()) }
            .sorted { $0.status < $1.status }
    }

    /// Whether the run as a whole can't be taken for good, whatever its cases say: it did not come to its end, judged nothing,
    /// or an operation never worked.
    ///
    /// Reports of which readers see nothing but single tests have one more test for it, which fails.
    var isUntrustworthy: Bool {
        record.ending?.reason != .complete || conclusion == .nothingTested
            || obstacles.contains { $0.kind == .broken }
    }

    /// From the beginning to the end, or to the last case that ended when the run has no end.
    var duration: Duration {
        let last = record.ending?.finishedAt ?? record.cases.compactMap(\.result?.finishedAt).max()
        return last.map { $0 - record.header.startedAt } ?? .zero
    }

    /// The cases that took longest, five at most.
    var slowest: [CaseRecord] {
        let ended = record.cases.filter { ($0.result?.duration ?? .zero) > .zero }
        let sorted = ended.sorted { left, right in
            let (first, second) = (left.result?.duration ?? .zero, right.result?.duration ?? .zero)
            return first == second ? left.header.id < right.header.id : first > second
        }
        return Array(sorted.prefix(5))
    }

    /// How often something was tried again on the wire, by reason, the most frequent first.
    var retries: [(reason: String, count: Int)] {
        // What every response shows is shown once more in a case of its own.
        let own = record.cases.filter { !EveryResponse.isOne($0.header.id) }
        let counts = own.flatMap(\.exchanges).flatMap(\.retries).reduce(into: [:]) {
            $0[$1.reason, default: 0] += 1
        }
        return counts.map { (reason: $0.key, count: $0.value) }
            .sorted { $0.count == $1.count ? $0.reason < $1.reason : $0.count > $1.count }
    }
}

extension Drift {
    /// What drifts are sorted by.
    fileprivate var sortKey: [String] { [operation, place] }
}
