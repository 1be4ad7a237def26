import Results

/// Cases with one verdict and one reason, which no finding explains.
struct Remark {
    let verdict: Verdict?
    let reason: String
    /// The ids of the cases, in the order of the run; never empty.
    let cases: [String]

    /// The remarks on a run, by verdict from the gravest, then by reason.
    ///
    /// - Parameters:
    ///   - record: the run.
    ///   - told: the ids of cases that are told elsewhere.
    /// - Returns: the remarks.
    static func all(in record: RunRecord, except told: Set<String> = []) -> [Remark] {
        order.flatMap { verdict in
            let cases = record.cases.filter {
                $0.result?.verdict == verdict && needsRemark($0) && !told.contains($0.header.id)
            }
            return Dictionary(grouping: cases) { $0.result?.reason ?? "" }
                .map { Remark(verdict: verdict, reason: $0.key, cases: $0.value.map(\.header.id)) }
                .sorted { $0.reason < $1.reason }
        }
    }

    /// The verdicts that say why, the gravest first; nil is a case that did not end.
    private static let order: [Verdict?] = [
        .unexpectedPass, .error, .blocked, nil, .waived, .skipped, .notApplicable,
    ]

    /// An `error` that a finding explains is told with the finding.
    private static func needsRemark(_ record: CaseRecord) -> Bool {
        record.result?.verdict != .error || record.findings.isEmpty
    }
}
