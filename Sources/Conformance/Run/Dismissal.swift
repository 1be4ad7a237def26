import Results
import Scenarios
import SeamContract
import Timestamps

/// Why a case is not run, and what that makes of it.
enum Dismissal: Sendable, Hashable {
    /// Something is missing on the user's side, or the author said so.
    case skipped(String)
    /// The endpoint does not offer an operation that the case needs; the requirements of the case that are demanded all the
    /// same are missing.
    case notOffered(Cause, demanded: [String])
    /// An operation that the case needs has not worked in this run.
    case because(Cause)

    /// The result of the case, and the finding behind it when it fails.
    ///
    /// - Parameters:
    ///   - testCase: the case.
    ///   - catalogue: says the levels; what is only a `may` can't be missing.
    ///   - now: when it is dismissed.
    /// - Returns: the result and the finding.
    func outcome(
        of testCase: Case,
        in catalogue: Catalogue,
        at now: Timestamp
    ) -> (result: CaseResult, finding: Finding?) {
        switch self {
        case .skipped(let reason):
            return (result(of: testCase, .skipped, reason, at: now), nil)
        case .because(let cause):
            let reason = "because of \(cause.operation): \(cause.evidence)"
            return (result(of: testCase, .skipped, reason, cause: cause, at: now), nil)
        case .notOffered(let cause, let demanded):
            let reason = "\(cause.operation) is not offered: \(cause.evidence)"
            let missing = demanded.filter { catalogue.severity(of: [$0]) != .may }
            guard !missing.isEmpty else { return (result(of: testCase, .notApplicable, reason, at: now), nil) }
            let results = missing.map {
                RequirementResult(id: $0, level: catalogue[$0]?.level ?? .must, weighed: 1, broken: 1)
            }
            return (
                result(of: testCase, .failed, reason, results, cause: cause, at: now),
                Self.finding(cause, missing: missing)
            )
        }
    }

    private func result(
        of testCase: Case,
        _ verdict: Verdict,
        _ reason: String,
        _ requirements: [RequirementResult] = [],
        cause: Cause? = nil,
        at now: Timestamp
    ) -> CaseResult {
        let weighed = Set(requirements.map(\.id))
        return CaseResult(
            id: testCase.id,
            verdict: verdict,
            reason: reason,
            requirements: requirements,
            untested: testCase.requirementIDs.filter { !weighed.contains($0) },
            cause: cause,
            duration: .zero,
            finishedAt: now
        )
    }

    private static func finding(_ cause: Cause, missing: [String]) -> Finding {
        Finding(
            code: Finding.missingOperation,
            requirements: missing,
            severity: .must,
            step: "",
            operation: cause.operation,
            place: "",
            message: "\(cause.operation) is demanded and not offered",
            expected: "the operation",
            actual: cause.evidence
        )
    }
}
