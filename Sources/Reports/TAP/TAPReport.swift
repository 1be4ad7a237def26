import JSON
import Results

/// A run as Test Anything Protocol, version 14 (https://testanything.org/tap-version-14-specification.html).
///
/// A test point is a case. `skipped` and `notApplicable` are `ok … # SKIP`, `waived` is `not ok … # TODO`, since a
/// failure is allowed there; all that is no pass is `not ok`, with what was found as YAML. A run that did not come to its
/// end bails out, and one that judged nothing, or in which an operation never works, has a further test point that fails.
struct TAPReport {
    private let subject: ReportSubject

    /// The report of a run.
    ///
    /// - Parameter subject: the run.
    init(_ subject: ReportSubject) {
        self.subject = subject
    }

    /// The document.
    var text: String {
        let header = subject.record.header
        let cases = subject.sortedCases
        let points = cases.enumerated().map { TAPPoint($1, number: $0 + 1, of: subject).text }
        let isOver = subject.record.ending?.reason == .complete
        let isDoubted = isOver && subject.overview.isUntrustworthy
        let planned = isOver ? cases.count + (isDoubted ? 1 : 0) : max(header.caseCount, cases.count)
        let headline = TAPPoint.escaped(subject.overview.headline)
        let endpoint = header.isEmbedded ? "the embedded reference server" : header.endpoint.told
        return "TAP version 14\n1..\(planned)\n"
            + "# run \(header.id.told) of \(endpoint), \(header.startedAt)\n"
            + points.joined()
            + (isDoubted ? "not ok \(planned) - the run judges the endpoint: \(headline)\n" : "")
            + (isOver ? "# \(subject.overview.headline)\n" : "Bail out! \(headline)\n")
    }
}
