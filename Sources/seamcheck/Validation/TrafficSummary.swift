import Conformance
import JSON

/// How many entries of recorded traffic had which outcome.
struct TrafficSummary {
    private var counts: [TrafficVerdict.Outcome: Int] = [:]

    /// Counts one entry.
    mutating func count(_ outcome: TrafficVerdict.Outcome) {
        counts[outcome, default: 0] += 1
    }

    /// What to end with.
    var status: ExitStatus {
        if number(.broken) > 0 { return .doesNotConform }
        return number(.kept) > 0 ? .conforms : .nothingTested
    }

    /// `3 of 5 entries keep the contract, 1 breaks it, 1 matches no operation`.
    var text: String {
        let total = counts.values.reduce(0, +)
        var parts = ["\(number(.kept)) of \(total) \(total == 1 ? "entry" : "entries") kept the contract"]
        let words: [(TrafficVerdict.Outcome, String)] = [
            (.unjudged, "could not be judged"), (.broken, "broke it"), (.unmatched, "matched no operation"),
            (.unanswered, "had no response"),
        ]
        for (outcome, word) in words where number(outcome) > 0 { parts.append("\(number(outcome)) \(word)") }
        return parts.joined(separator: ", ")
    }

    /// The counts by outcome.
    var json: JSONValue {
        var object = JSONObject()
        for outcome in TrafficVerdict.Outcome.allCases {
            object[outcome.rawValue] = .number(JSONNumber(number(outcome)))
        }
        return .object(object)
    }

    private func number(_ outcome: TrafficVerdict.Outcome) -> Int { counts[outcome, default: 0] }
}
