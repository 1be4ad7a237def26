import Results
import SeamContract

/// What of a run deserves an annotation, the most important first.
struct GitHubRanking {
    private let subject: ReportSubject

    /// The ranking of a run.
    ///
    /// - Parameter subject: the run.
    init(_ subject: ReportSubject) {
        self.subject = subject
    }

    /// The annotations, errors and warnings mixed.
    var annotations: [GitHubAnnotation] { wholeRun + obstacles + findings + remarks }

    /// The answer of a run that says nothing of the endpoint, or that is not whole.
    private var wholeRun: [GitHubAnnotation] {
        guard subject.overview.isUntrustworthy || !isJudged else { return [] }
        return [
            GitHubAnnotation(level: .error, source: nil, title: "the run", message: subject.overview.headline)
        ]
    }

    private var isJudged: Bool { [.conforms, .doesNotConform].contains(subject.overview.conclusion) }

    /// The operations that keep cases from being judged.
    private var obstacles: [GitHubAnnotation] {
        subject.overview.obstacles.map { obstacle in
            let cases = Wording.count(obstacle.caseCount, "case")
            let isBroken = obstacle.kind == .broken
            return GitHubAnnotation(
                level: .error,
                source: nil,
                title: obstacle.operation + (isBroken ? " never works" : " is missing"),
                message: "\(obstacle.evidence)\n\(isBroken ? "took down" : "in") \(cases)"
            )
        }
    }

    /// What was found, in the order of the problems, of one level what is new before the rest.
    private var findings: [GitHubAnnotation] {
        let told = subject.overview.obstacles.filter { $0.kind == .missing }.flatMap(\.witnesses)
        let groups = FindingGroup.all(in: subject.record).filter { group in
            let standing = subject.comparison.standings[group.fingerprint]
            return group.waiverReason(standing, in: subject.record) == nil && group.first.finding.severity != .may
                && !told.contains(group.first.record.header.id)
        }
        let isNew = { (group: FindingGroup) in subject.comparison.standings[group.fingerprint]?.state == .new }
        return (groups.filter(isNew) + groups.filter { !isNew($0) }).map(annotation)
    }

    private func annotation(of group: FindingGroup) -> GitHubAnnotation {
        let finding = group.first.finding
        let standing = subject.comparison.standings[group.fingerprint]
        let age = standing?.state.map { $0 == .new ? "new " : "" } ?? ""
        let since = standing?.firstSeen.map { "since \($0.startedAt) (run \($0.id))" }
        let statements = finding.requirements.compactMap { subject.catalogue[$0]?.statement }
        let cases = group.sightings.prefix(3).map(\.record.header.id).joined(separator: ", ")
        let rest = group.sightings.count > 3 ? ", and \(group.sightings.count - 3) more" : ""
        let lines =
            statements
            + [
                finding.sentence, finding.location.isEmpty ? nil : "at \(finding.location)",
                "\(Wording.count(group.sightings.count, "case")): \(cases)\(rest)", since,
            ].compactMap(\.self)
        return GitHubAnnotation(
            level: finding.severity == .should && !subject.isStrict ? .warning : .error,
            source: group.first.record.header.source,
            title: "\(age)\(finding.weight) \(finding.subject)",
            message: lines.map(\.visible).joined(separator: "\n")
        )
    }

    /// The cases that came to no judgement, for a reason that a reader has to see to, and those with a stale waiver.
    private var remarks: [GitHubAnnotation] {
        subject.overview.remarks.compactMap { remark in
            switch remark.verdict {
            case .error, .blocked, .unexpectedPass: annotation(of: remark)
            default: nil
            }
        }
    }

    private func annotation(of remark: Remark) -> GitHubAnnotation {
        let record = subject.record.cases.first { $0.header.id == remark.cases.first }
        let cases = remark.cases.prefix(3).joined(separator: ", ") + (remark.cases.count > 3 ? ", …" : "")
        return GitHubAnnotation(
            level: .error,
            source: record?.header.source,
            title: "\(Wording.verdict(remark.verdict)): \(Wording.count(remark.cases.count, "case"))",
            message: [remark.reason, cases].filter { !$0.isEmpty }.map(\.visible).joined(separator: "\n")
        )
    }
}
