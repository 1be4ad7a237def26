import Results
import SeamContract
import Timestamps

/// What the template of the page is filled with.
///
/// Every name is set wherever the template asks for it, be it to an empty array, since Mustache looks for a missing name
/// further out.
struct PageContext {
    typealias Values = [String: Any]

    let overview: RunOverview
    /// What is shown in full.
    let budget: PageBudget
    /// The number of each case on the page, by its id: what links lead to.
    private let numbers: [String: Int]

    /// The context of a run.
    ///
    /// - Parameter overview: the run.
    init(_ overview: RunOverview) {
        self.overview = overview
        let open = overview.record.cases.filter { $0.result?.verdict != .passed }
        budget = PageBudget(open.sorted { ($0.header.area, $0.header.id) < ($1.header.area, $1.header.id) })
        let ids = overview.record.cases.enumerated().map { ($0.element.header.id, $0.offset + 1) }
        numbers = Dictionary(ids) { first, _ in first }
    }

    /// Everything.
    var root: Values {
        let header = overview.record.header
        let endpoint = header.isEmbedded ? "the embedded reference server" : header.endpoint.clipped(to: 300)
        let areas = Dictionary(grouping: overview.record.cases, by: \.header.area).sorted { $0.key < $1.key }
        return [
            "tone": tone,
            "answer": answer,
            "headline": overview.headline,
            "endpoint": endpoint,
            "started": header.startedAt.rfc3339,
            "duration": Wording.time(overview.duration),
            "planned": Wording.count(header.caseCount, "case"),
            "tally": tally,
            "tested": [overview.testedShare].compactMap(\.self).map { ["sentence": $0.sentence] },
            "obstacles": overview.obstacles.map(obstacle),
            "problems": overview.problems.prefix(PageBudget.problemLimit).map(problem),
            "moreProblems": moreProblems,
            "remarks": overview.remarks.map(remark),
            "areas": areas.map(area),
            "requirements": overview.requirements.map(requirement),
            "hasDrifts": !overview.strangeMembers.isEmpty || !overview.strangeStatuses.isEmpty,
            "members": overview.strangeMembers.map(member),
            "statuses": overview.strangeStatuses.map(status),
            "notes": overview.record.notes.map { ["text": $0.message.clipped(to: 1000)] },
            "slowest": overview.slowest.map(slow),
            "retries": overview.retries.map { ["count": $0.count, "reason": $0.reason.clipped(to: 200)] },
            "facts": facts,
        ]
    }

    /// How many problems are left out; empty when none are.
    private var moreProblems: [Values] {
        let rest = overview.problems.count - PageBudget.problemLimit
        return rest > 0 ? [["text": "and \(Wording.count(rest, "more problem")): \(source)"]] : []
    }

    /// The number of a case on the page.
    func number(of id: String) -> Int { numbers[id] ?? 0 }

    /// What colour the answer has.
    private var tone: String {
        switch overview.conclusion {
        case .conforms: overview.counts[.warned] == nil ? "good" : "fair"
        case .doesNotConform: "bad"
        case .nothingTested, .unreachable, .refused, .invalidScenario, .defect, .outOfTime, .interrupted, .incomplete:
            "unknown"
        }
    }

    /// The answer in two words or so.
    private var answer: String {
        switch overview.conclusion {
        case .conforms: "conforms"
        case .doesNotConform where overview.isIncomplete: "incomplete"
        case .doesNotConform: "does not conform"
        case .nothingTested: "nothing tested"
        case .unreachable: "unreachable"
        case .refused: "refused"
        case .invalidScenario: "scenario wrong"
        case .defect: "no answer"
        case .outOfTime: "out of time"
        case .interrupted: "interrupted"
        case .incomplete: "incomplete"
        }
    }

    private var tally: [Values] {
        overview.tally.map { verdict, count in
            ["class": verdict.rawValue, "count": count, "words": Wording.verdict(verdict)]
        }
    }

    private func remark(_ remark: Remark) -> Values {
        [
            "class": remark.verdict?.rawValue ?? "unfinished",
            "words": Wording.verdict(remark.verdict),
            "reason": remark.reason.clipped(to: 1000),
        ].merging(links(to: remark.cases)) { _, new in new }
    }

    /// Links to cases: the first twelve, and the others behind `and 133 more`.
    ///
    /// - Parameter ids: the ids of the cases.
    /// - Returns: the values.
    func links(to ids: [String]) -> Values {
        let links = ids.map { ["number": number(of: $0), "id": $0] as Values }
        let (first, others) = (Array(links.prefix(12)), Array(links.dropFirst(12)))
        return [
            "cases": first,
            "moreCases": others.isEmpty ? [] : [["words": "and \(others.count) more", "others": others] as Values],
        ]
    }

    private func requirement(_ standing: RequirementStanding) -> Values {
        [
            "id": standing.id,
            "level": standing.level.rawValue,
            "statement": standing.statement,
            "cases": standing.broken > 0 ? "\(standing.broken) of \(standing.weighed)" : "\(standing.weighed)",
            "state": standing.broken > 0 ? "broken" : "kept",
        ]
    }

    private func member(_ drift: Drift, cases: Int) -> Values {
        ["place": drift.place.clipped(to: 300), "operation": drift.operation.clipped(to: 300), "cases": cases]
    }

    private func status(_ status: String, operations: [String]) -> Values {
        [
            "status": status.clipped(to: 300),
            "count": Wording.count(operations.count, "operation"),
            "operations": operations.map { ["path": $0.clipped(to: 300)] },
        ]
    }

    private func slow(_ record: CaseRecord) -> Values {
        [
            "number": number(of: record.header.id),
            "id": record.header.id,
            "time": Wording.time(record.result?.duration ?? .zero),
        ]
    }

    private var facts: [Values] {
        let header = overview.record.header
        return
            ([
                ("run", header.id), ("profile", header.profile?.name ?? ""), ("endpoint", header.endpoint),
                ("scenarios", header.suite.label), ("contract", header.contract.label),
                ("seed", String(header.seed)), ("seamcheck", header.version),
                ("shards", header.shards?.words ?? ""),
            ] + header.labels.map { ("label " + $0.key, $0.value) }).filter { !$0.1.isEmpty }.map {
                ["name": $0.0.clipped(to: 200), "value": $0.1.clipped(to: 500)]
            }
    }
}
