import History
import JSON
import Reports
import Results
import Timestamps

extension FixedRuns {
    /// `CASE was broken in 3 runs, from run A of T (build=7) to run B of T (build=9), and fixed in run C of T (build=10)`.
    ///
    /// - Parameter caseID: the case.
    /// - Returns: the words.
    func words(ofCase caseID: String) -> String {
        "\(caseID) was broken in \(Wording.count(count, "run")), from \(first.labelledWords) to \(last.labelledWords), "
            + "and fixed in \(fixed.labelledWords)"
    }

    /// The runs with their labels.
    var json: JSONValue {
        [
            "first": first.reference, "last": last.reference, "fixed_in": fixed.reference,
            "runs": .number(JSONNumber(count)),
        ]
    }
}

extension RunHeader {
    /// `run ID of TIME (branch=main, build=7)`.
    fileprivate var labelledWords: String {
        let words = labels.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
        return "run \(id) of \(startedAt.rfc3339)" + (words.isEmpty ? "" : " (\(words))")
    }
}
