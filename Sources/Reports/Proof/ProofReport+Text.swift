public import JSON
import Results

extension ProofReport {
    /// One line for each fault, then the answer.
    var plainText: String {
        let faults = matrix.trials.map(\.fault.count).max() ?? 0
        let requirements = matrix.trials.map(\.requirement.count).max() ?? 0
        let lines = matrix.trials.map { trial in
            let killers = trial.killers.isEmpty ? "" : ": " + self.killers(of: trial, limit: 3)
            return "\(trial.fault.padded(to: faults))  \(trial.requirement.padded(to: requirements))  "
                + outcome(of: trial) + killers
        }
        return lines.map { $0 + "\n" }.joined() + "\n" + summary
    }

    /// The matrix as Markdown, with the answer first.
    var markdown: String {
        let rows = matrix.trials.map { trial in
            "| `\(trial.fault)` | \(trial.requirement) | \(trial.summary) | \(outcome(of: trial)) | "
                + "\(killers(of: trial, limit: 3)) |"
        }
        let problems = shortcomings.isEmpty ? [] : shortcomings.map { "- \($0)" } + [""]
        let lines =
            ["# Kill matrix", "", headline + "; " + cleanServer + ".", ""] + problems
            + [
                "| fault | requirement | what the server does wrong | outcome | caught by |",
                "| --- | --- | --- | --- | --- |",
            ]
            + rows
        return lines.joined(separator: "\n") + "\n"
    }

    /// The matrix as one object.
    var json: JSONValue {
        [
            "proven": .bool(isProven),
            "faults": .number(JSONNumber(matrix.trials.count)),
            "killed": .number(JSONNumber(matrix.killed.count)),
            "named_first": isRanked ? .number(JSONNumber(matrix.namedFirstCount)) : .null,
            "shortcomings": strings(shortcomings),
            "false_alarms": strings(matrix.falseAlarms),
            "trials": .array(matrix.trials.map(json)),
        ]
    }

    /// The faults that a matrix told as JSON tried, and whether each was caught as a breach of its requirement.
    ///
    /// - Parameter json: the matrix as ``ProofFormat/json`` tells it.
    /// - Returns: by the id of the fault; nil when the value is no matrix.
    public static func triedFaults(in json: JSONValue) -> [String: Bool]? {
        guard let trials = json["trials"]?.arrayValue else { return nil }
        let killed = FaultTrial.Outcome.killed.rawValue
        let tried = trials.compactMap { trial in
            trial["fault"]?.stringValue.map { ($0, trial["outcome"]?.stringValue == killed) }
        }
        return Dictionary(tried) { first, _ in first }
    }

    private func json(_ trial: FaultTrial) -> JSONValue {
        [
            "fault": .string(trial.fault),
            "requirement": .string(trial.requirement),
            "summary": .string(trial.summary),
            "outcome": .string(trial.outcome.rawValue),
            "named_first": isRanked ? .bool(trial.isNamedFirst) : .null,
            "killers": strings(trial.killers),
            "named": strings(trial.named),
        ]
    }

    private func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}

extension String {
    /// The text with spaces behind it up to a width.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
