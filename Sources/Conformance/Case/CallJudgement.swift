import JSON
import Scenarios
import SeamContract

/// How the answers to a call's copies compare with what was expected.
struct CallJudgement: Sendable {
    /// An expectation, and how the answers differ from it.
    struct Item: Sendable {
        /// The expectation.
        let expectation: Expectation
        /// The differences, each with the exchange that showed it; nil when it is about all copies.
        var mismatches: [(exchange: Int?, mismatch: Mismatch)] = []
    }

    /// Whether every answer is a success with a body that is an object.
    var isSuccess = false
    /// Whether the only answer is an error.
    var isRefused = false
    /// Whether a success has another body, which an automatic check has told.
    var isUnreadable = false
    /// The expectations in the order written.
    var items: [Item]
    /// The names of what was to be saved and is not there.
    var missingSaves: [String] = []
    /// Whether every copy was answered.
    var isComplete = true
    /// The exchanges, in the order of the copies.
    var ordinals: [Int] = []
    /// What was saved, by name, in the order written.
    var saved: [(name: String, value: JSONValue)] = []

    /// The requirements of an expectation that the answers can prove or break.
    ///
    /// Only a success can break ``SuccessFlagCheck``'s; what is wrong instead is told by what else is broken.
    /// - Parameter item: the expectation.
    /// - Returns: the requirements; that of the schema when nothing else would tell that the expectation is not met.
    func requirements(of item: Item) -> [String] {
        let proves = item.expectation.proves
        guard !isSuccess, proves.contains(SuccessFlagCheck.requirementID) else { return proves }
        let others = proves.filter { $0 != SuccessFlagCheck.requirementID }
        let isTold = isUnreadable || items.contains { $0.expectation.proves != proves && !$0.mismatches.isEmpty }
        return others.isEmpty && !isTold && !item.mismatches.isEmpty ? [Catalogue.schemaRequirementID] : others
    }

    /// What is not as expected: the requirements of the expectations that are not met, or else the operation.
    ///
    /// - Parameter operation: the path of the operation.
    /// - Returns: requirement ids, or the path alone.
    func causes(at operation: String?) -> Set<String> {
        let broken = Set(items.filter { !$0.mismatches.isEmpty }.flatMap(\.expectation.proves))
        return broken.isEmpty ? Set([operation].compactMap(\.self)) : broken
    }

    /// Whether everything is as expected.
    var holds: Bool { isComplete && missingSaves.isEmpty && items.allSatisfy(\.mismatches.isEmpty) }
}
