import Results
import SeamContract
import Timestamps

/// What is measured of a run.
struct RunMetrics {
    private let subject: ReportSubject
    private var overview: RunOverview { subject.overview }

    /// The measurements of a run.
    ///
    /// - Parameter subject: the run.
    init(_ subject: ReportSubject) {
        self.subject = subject
    }

    /// The families, always in one order.
    var families: [MetricFamily] {
        [run] + times + [conclusion] + cases + requirements + findings + waivers + [drifts, retries]
            + LatencyMetrics(subject).families
    }

    /// What the run was judged by; it changes with a release, not with a run.
    private var run: MetricFamily {
        let header = subject.record.header
        let labels = [
            ("version", header.version), ("suite", header.suite.fingerprint), ("contract", header.contract.fingerprint),
        ]
        let sample = MetricFamily.Sample(suffix: "_info", labels: labels, value: "1")
        return MetricFamily(name: "seamcheck_run", kind: .info, help: "What the run judged by.", samples: [sample])
    }

    private var times: [MetricFamily] {
        let seconds = { (instant: Timestamp) in Wording.seconds(.milliseconds(instant.milliseconds)) }
        return [
            .gauge(
                "seamcheck_run_start_timestamp_seconds",
                "When the run began.",
                seconds(subject.record.header.startedAt)
            ),
            .gauge("seamcheck_run_end_timestamp_seconds", "When the run was over.", seconds(subject.end)),
            .gauge("seamcheck_run_duration_seconds", "How long the run took.", Wording.seconds(overview.duration)),
        ]
    }

    private var conclusion: MetricFamily {
        .gauge(
            "seamcheck_conclusion",
            "The answer of the run: 1 for the one that it is.",
            by: "conclusion",
            RunConclusion.allCases.map { ($0.rawValue, $0 == overview.conclusion ? 1 : 0) }
        )
    }

    /// Verdicts that no case has are told as 0, so that a series does not vanish when all is well.
    private var cases: [MetricFamily] {
        let unfinished = subject.record.cases.count { $0.result == nil }
        let counts = Verdict.allCases.map { ($0.rawValue, overview.counts[$0] ?? 0) } + [("unfinished", unfinished)]
        return [
            .gauge("seamcheck_cases", "How many cases have a verdict.", by: "verdict", counts),
            .gauge("seamcheck_cases_planned", "How many cases were planned.", String(subject.record.header.caseCount)),
        ]
    }

    private var requirements: [MetricFamily] {
        let samples = [Level.must, .should, .may].flatMap { level in
            [("kept", false), ("broken", true)].map { status, isBroken in
                let count = overview.requirements.count { $0.level == level && ($0.broken > 0) == isBroken }
                return MetricFamily.Sample(
                    labels: [("level", level.rawValue), ("status", status)],
                    value: String(count)
                )
            }
        }
        let all = MetricFamily(
            name: "seamcheck_requirements",
            kind: .gauge,
            help: "How many of the requirements that were weighed are kept and broken.",
            samples: samples
        )
        guard let share = overview.testedShare else { return [all] }
        return [
            all, .gauge("seamcheck_requirements_tested", "How many requirements were weighed.", String(share.tested)),
            .gauge("seamcheck_requirements_demanded", "How many the run is about.", String(share.total)),
        ]
    }

    /// What was found, each fault once, in however many cases it showed.
    private var findings: [MetricFamily] {
        let groups = FindingGroup.all(in: subject.record)
        let standings = subject.comparison.standings
        let isWaived = { (group: FindingGroup) in
            group.waiverReason(standings[group.fingerprint], in: subject.record) != nil
        }
        let open = groups.filter { !isWaived($0) }
        let counts = [Finding.Severity.must, .should, .may, .harness].map { severity in
            (severity.rawValue, open.count { $0.first.finding.severity == severity })
        }
        let new = open.count { standings[$0.fingerprint]?.state == .new }
        let isCompared = subject.comparison.baseline != nil
        return [
            .gauge("seamcheck_findings", "How many faults were found, waived ones left out.", by: "severity", counts),
            .gauge("seamcheck_findings_waived", "How many are waived.", String(groups.count - open.count)),
        ] + (isCompared ? [.gauge("seamcheck_findings_new", "How many the baseline does not have.", String(new))] : [])
    }

    /// When waivers of what was found run out, the first of each requirement.
    private var waivers: [MetricFamily] {
        let ends = FindingGroup.all(in: subject.record).reduce(into: [String: Timestamp]()) { ends, group in
            guard let end = subject.comparison.standings[group.fingerprint]?.waiver?.expiresAt else { return }
            let name = group.first.finding.subject.clipped(to: 200)
            ends[name] = min(ends[name] ?? end, end)
        }
        let samples = ends.sorted { $0.key < $1.key }.prefix(100).map { name, end in
            MetricFamily.Sample(
                labels: [("requirement", name)],
                value: Wording.seconds(.milliseconds(end.milliseconds))
            )
        }
        let name = "seamcheck_waiver_expiry_timestamp_seconds"
        let help = "When a waiver runs out."
        return samples.isEmpty ? [] : [MetricFamily(name: name, kind: .gauge, help: help, samples: samples)]
    }

    private var drifts: MetricFamily {
        let counts = [
            (Drift.Kind.undocumentedMember.rawValue, overview.strangeMembers.count),
            (Drift.Kind.undeclaredStatus.rawValue, overview.strangeStatuses.reduce(0) { $0 + $1.operations.count }),
        ]
        return .gauge("seamcheck_drifts", "What the contract does not know.", by: "kind", counts)
    }

    private var retries: MetricFamily {
        let count = overview.retries.reduce(0) { $0 + $1.count }
        return MetricFamily(
            name: "seamcheck_request_retries",
            kind: .counter,
            help: "How often a request was sent again.",
            samples: [MetricFamily.Sample(suffix: "_total", value: String(count))]
        )
    }
}
