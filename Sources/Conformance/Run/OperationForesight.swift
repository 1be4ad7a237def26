import JSON
import Scenarios
import SeamContract
import Timestamps

/// Which operations the steps of a case call, told ahead of the run, step by step in their order.
struct OperationForesight {
    private let contract: Contract
    /// What is known ahead of the run; nil where no step calls a path that is written by hand.
    private var scope: Scope?

    /// A foresight that has seen no step yet.
    ///
    /// - Parameters:
    ///   - testCase: the case.
    ///   - contract: the operations.
    init(of testCase: Case, in contract: Contract) {
        self.contract = contract
        let hasPath = (testCase.given + testCase.steps).flatMap(\.calls).contains { call in
            if case .path = call.target { true } else { false }
        }
        scope = hasPath ? try? testCase.scope(seed: 0, now: { Timestamp(milliseconds: 0) }) : nil
    }

    /// The operations that a step calls, of several copies each; none for one that goes one of several ways.
    ///
    /// - Parameter step: the step, which comes behind those that were asked for before.
    /// - Returns: the operations; empty when only the run can tell.
    mutating func operations(of step: Step) -> [Contract.Operation] {
        switch step.action {
        case .enter(let entry):
            scope?.enterAhead(entry)
            return []
        case .leave:
            scope?.leaveAhead()
            return []
        case .firstOf: return []
        case .call(let call): return operations(of: call)
        }
    }

    /// The operations that steps call, whichever way they go.
    ///
    /// - Parameter steps: the steps.
    /// - Returns: the operations, in the order of the calls.
    mutating func operationsOfAllWays(of steps: [Step]) -> [Contract.Operation] {
        var operations: [Contract.Operation] = []
        for step in steps {
            if case .firstOf(let ways) = step.action {
                for way in ways { operations += operationsOfAllWays(of: way) }
            }
            operations += self.operations(of: step)
        }
        return operations
    }

    private func operations(of call: Call) -> [Contract.Operation] {
        switch call.target {
        case .operation(let operation): return [operation]
        case .path(let template):
            guard var scope else { return [] }
            return (0..<max(1, call.copies)).compactMap { copy in
                scope.bind("copy", to: .number(JSONNumber(copy)))
                return (try? template.text(in: &scope)).flatMap { contract[$0] }
            }
        case .url: return []
        }
    }
}
