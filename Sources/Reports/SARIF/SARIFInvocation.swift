import JSON
import Results
import Timestamps

/// How the run went, as an `invocation`: what kept it from judging the endpoint is a notification.
struct SARIFInvocation {
    /// How many notifications are told.
    private static let limit = 200

    private let subject: ReportSubject

    /// The invocation of a run.
    ///
    /// - Parameter subject: the run.
    init(_ subject: ReportSubject) {
        self.subject = subject
    }

    /// The object.
    var json: JSONValue {
        let notifications = headline + obstacles + troubles + remarks + notes
        return .members([
            "executionSuccessful": .bool(isSuccessful),
            "startTimeUtc": .string(subject.record.header.startedAt.rfc3339),
            "endTimeUtc": .string(subject.end.rfc3339),
            "toolExecutionNotifications": .array(Array(notifications.prefix(Self.limit))),
        ])
    }

    /// Whether the endpoint was judged as planned: what is wrong with it is in the results then.
    private var isSuccessful: Bool {
        [.conforms, .doesNotConform].contains(subject.overview.conclusion) && !subject.overview.isUntrustworthy
            && !subject.overview.isIncomplete
    }

    private var headline: [JSONValue] {
        isSuccessful ? [] : [notification("error", subject.overview.headline)]
    }

    private var obstacles: [JSONValue] {
        subject.overview.obstacles.filter { $0.kind == .broken }.map { obstacle in
            notification(
                "error",
                "\(obstacle.operation) never works: \(obstacle.evidence); it took down "
                    + Wording.count(obstacle.caseCount, "case")
            )
        }
    }

    /// What we, a scenario or the network did wrong.
    private var troubles: [JSONValue] {
        subject.overview.problems.filter { $0.first.finding.severity == .harness }.map { problem in
            notification(
                "error",
                "\(problem.first.finding.sentence); in \(Wording.count(problem.sightings.count, "case"))",
                at: problem.first.record
            )
        }
    }

    /// The cases that came to no judgement, or to a stale waiver.
    private var remarks: [JSONValue] {
        subject.overview.remarks.filter { $0.verdict != .waived }.map { remark in
            let level =
                switch remark.verdict {
                case .error, .blocked, .unexpectedPass, nil: "error"
                default: "note"
                }
            let reason = remark.reason.isEmpty ? "" : ": " + remark.reason
            let cases = remark.cases.prefix(3).joined(separator: ", ") + (remark.cases.count > 3 ? ", …" : "")
            let count = Wording.count(remark.cases.count, "case")
            return notification(level, "\(Wording.verdict(remark.verdict)) \(count)\(reason) (\(cases))")
        }
    }

    /// What belongs to no case: notes, and what the run created and left.
    private var notes: [JSONValue] {
        let cleanup = subject.record.ending?.cleanup?.sentences ?? []
        return (subject.record.notes.map(\.message) + cleanup).map { notification("note", $0) }
    }

    private func notification(_ level: String, _ text: String, at record: CaseRecord? = nil) -> JSONValue {
        .members([
            "level": .string(level),
            "message": SARIFMessage.object(text),
            "locations": record.map { .array([SARIFLocation.json(of: $0)]) },
        ])
    }
}
