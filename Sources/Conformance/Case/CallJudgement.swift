import JSON
import Scenarios

/// How the answers to a call's copies compare with what was expected.
struct CallJudgement: Sendable {
    /// An expectation, and how the answers differ from it.
    struct Item: Sendable {
        /// The expectation.
        let expectation: Expectation
        /// The differences, each with the exchange that showed it; nil when it is about all copies.
        var mismatches: [(exchange: Int?, mismatch: Mismatch)] = []
    }

    /// The expectations in the order written.
    var items: [Item]
    /// The names of what was to be saved and is not there.
    var missingSaves: [String] = []
    /// Whether every copy was answered.
    var isComplete = true
    /// The last exchange.
    var ordinal: Int?
    /// What was saved, by name, in the order written.
    var saved: [(name: String, value: JSONValue)] = []

    /// Whether everything is as expected.
    var holds: Bool { isComplete && missingSaves.isEmpty && items.allSatisfy(\.mismatches.isEmpty) }
}
