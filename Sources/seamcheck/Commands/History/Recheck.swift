import Conformance
import History
import JSON
import Reports
import Results
import Timestamps

/// What a requirement says of each of some runs, by the exchanges that were kept.
struct Recheck {
    /// A run.
    struct Night {
        /// The run.
        let header: RunHeader
        /// How often the requirement was weighed.
        var weighed = 0
        /// How it is broken, with the case.
        var breaches: [(caseID: String, breach: EvidenceFinding.Breach)] = []
        /// How often it could not be weighed.
        var obstacles: [EvidenceFinding.Obstacle: Int] = [:]
        /// Of how many cases nothing was kept that could be asked.
        var silentCount = 0

        /// Whether the run would have failed.
        var isBroken: Bool { !breaches.isEmpty }
    }

    private let requirement: String
    private let nights: [Night]

    /// Asks the evidence of some runs.
    ///
    /// - Parameters:
    ///   - judge: weighs the requirement.
    ///   - store: where the evidence is.
    ///   - selection: which runs.
    /// - Throws: `StoreError`.
    init(by judge: EvidenceJudge, over store: Store, in selection: RunSelection) throws {
        requirement = judge.requirement
        let ids = judge.isWeighedByChecks ? nil : judge.caseIDs
        var nights: [Night] = []
        try store.forEachEvidence(in: selection, ofCases: ids) { evidence in
            var night = Night(header: evidence.header)
            for item in evidence.cases {
                let finding = judge.finding(
                    in: item.exchanges,
                    ofCase: item.id,
                    seed: evidence.header.seed(of: item.id),
                    startedAt: item.startedAt
                )
                night.weighed += finding.weighed
                night.breaches += finding.breaches.map { (item.id, $0) }
                night.obstacles.merge(finding.obstacles, uniquingKeysWith: +)
            }
            night.silentCount = max(0, (ids?.count ?? evidence.caseCount) - evidence.cases.count)
            nights.append(night)
        }
        self.nights = nights
    }

    /// The runs that can answer.
    var told: [Night] { nights.filter { $0.weighed > 0 } }

    /// The first of the runs at the end that would all have failed; nil when the last that can answer would not.
    private var streak: [Night] { told.reversed().prefix(while: \.isBroken).reversed() }

    /// The runs in which it is broken, and what can be said of all.
    var table: String {
        let rows = nights.filter(\.isBroken).map { night -> [String] in
            let first = night.breaches[0]
            return [
                night.header.startedAt.rfc3339, night.header.id, "\(night.breaches.count) of \(night.weighed)",
                first.caseID, first.breach.step, "\(first.breach.place): \(first.breach.message)",
            ]
        }
        let heading = ["STARTED", "RUN", "BROKEN", "CASE", "STEP", "FIRST BREACH"]
        let table = rows.isEmpty ? "" : TextTable(heading, rows: rows).text + "\n"
        return table + answer + "\n" + limits.map { "  \($0)\n" }.joined()
    }

    /// The answer in one sentence.
    private var answer: String {
        let counts = "\(Wording.count(told.count, "run")) of \(nights.count) can tell"
        if told.isEmpty { return "\(requirement): no run keeps an exchange that can tell (\(counts))" }
        let broken = told.count(where: \.isBroken)
        if let first = streak.first {
            return "\(requirement) would have failed since run \(first.header.id) of \(first.header.startedAt.rfc3339) "
                + "(\(Wording.count(streak.count, "run")) in a row, \(broken) in all; \(counts))"
        }
        if broken > 0 { return "\(requirement) would have failed in \(broken), and no more in the last (\(counts))" }
        return "\(requirement) would not have failed (\(counts))"
    }

    /// What evidence can't answer, one line each.
    private var limits: [String] {
        let obstacles = nights.reduce(into: [:]) { $0.merge($1.obstacles, uniquingKeysWith: +) }
        let silent = nights.reduce(0) { $0 + $1.silentCount }
        let lines = EvidenceFinding.Obstacle.allCases.compactMap { obstacle in
            obstacles[obstacle].map { "not told in \(Wording.count($0, "place")): \(obstacle.words)" }
        }
        if silent == 0 { return lines }
        return lines + ["not told of \(Wording.count(silent, "case")): they passed, and nothing of them was kept"]
    }

    /// Every run with its figures.
    var json: String {
        let object: JSONValue = [
            "requirement": .string(requirement), "fails_since": streak.first?.header.reference ?? .null,
            "runs": .array(nights.map(\.json)),
        ]
        return object.serialized(.pretty) + "\n"
    }
}

extension Recheck.Night {
    fileprivate var json: JSONValue {
        var untold = JSONObject()
        for obstacle in EvidenceFinding.Obstacle.allCases {
            if let count = obstacles[obstacle] { untold[obstacle.rawValue] = .number(JSONNumber(count)) }
        }
        let breaches = breaches.prefix(20).map { item -> JSONValue in
            [
                "case": .string(item.caseID), "step": .string(item.breach.step),
                "exchange": item.breach.exchange.map { .number(JSONNumber($0)) } ?? .null,
                "place": .string(item.breach.place), "message": .string(item.breach.message),
            ]
        }
        return [
            "run": header.reference, "weighed": .number(JSONNumber(weighed)),
            "broken": .number(JSONNumber(self.breaches.count)), "breaches": .array(breaches), "untold": .object(untold),
            "cases_without_evidence": .number(JSONNumber(silentCount)),
        ]
    }
}

extension EvidenceFinding.Obstacle {
    /// Why it can't be told.
    fileprivate var words: String {
        switch self {
        case .cut: "the body was longer than what is kept, or no answer came"
        case .redacted: "what would decide was taken out as a secret"
        case .notKept: "it takes exchanges that were not kept, since the case passed"
        case .changed: "the scenario asks something else by now"
        }
    }
}
