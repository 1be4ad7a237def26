import Results
import Scenarios
import SeamContract

extension CaseRun {
    /// Goes the first of several ways that comes about: one whose operations are offered, whose fixtures the run names, and
    /// whose preconditions hold.
    ///
    /// The last way that is open counts however it ends. What a way made that was given up is cleaned up all the same; how
    /// its calls went says nothing of whether operations work, since nothing depended on them.
    /// - Parameters:
    ///   - ways: the ways, the best first.
    ///   - phase: the part of the case.
    mutating func perform(firstOf ways: [[Step]], in phase: Exchange.Phase) async {
        let open = ways.filter(isOpen)
        let chosen = open.isEmpty ? Array(ways.suffix(1)) : open
        for (number, way) in chosen.enumerated() {
            let (before, hindrance, calls) = (scope, obstacle, operationCalls)
            await perform(way, in: phase)
            guard case .blocked = stop, number + 1 < chosen.count else { return }
            stop = nil
            obstacle = hindrance
            operationCalls = calls
            scope.goBack(to: before)
        }
    }

    /// Whether a way may come about, as far as that is known before it is gone.
    private func isOpen(_ way: [Step]) -> Bool {
        way.allSatisfy { step in
            if case .firstOf(let ways) = step.action { return ways.contains(where: isOpen) }
            guard step.isEquipped(with: context.options.fixtures) else { return false }
            return step.calls.compactMap(\.operation).allSatisfy { context.ownership.evidenceAgainst($0.path) == nil }
        }
    }
}
