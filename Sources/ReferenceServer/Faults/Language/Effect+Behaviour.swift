import JSON
import SeamModel

/// The words in which the catalogue tells what the workspaces do wrong.
extension Fault.Effect {
    /// The workspaces no longer insist on a rule for one of the values that it holds for.
    static func forgets<Item: Hashable & Sendable>(
        _ items: Item...,
        in rule: any WritableKeyPath<Policy, Set<Item>> & Sendable
    ) -> Self {
        .weaken { $0[keyPath: rule].subtract(items) }
    }

    /// Calls reach into other workspaces by a parameter.
    static func crosses(
        _ operation: String,
        by parameter: String,
        _ outcome: Policy.Isolation.Crossing.Outcome = .carriedOut
    ) -> Self {
        .weaken { $0.isolation.crossings.insert(Policy.Isolation.Crossing(operation, by: parameter, outcome)) }
    }

    /// What calls do is lost.
    static func loses(_ operations: String..., by methods: String..., asked: [Place: Condition] = [:]) -> Self {
        .lose(CallScope(operations: operations, methods: methods, asked: asked))
    }

    /// Calls that name what is not there are answered as if it were.
    static func accepts(
        unknownIn operations: String...,
        asked: [Place: Condition] = [:],
        answering members: JSONValue = [:]
    ) -> Self {
        let scope = CallScope(operations: operations, asked: asked)
        let changes: [ResponseEdit.Change] = [
            .status(200), .body(.drop("error")), .body(.set("ok", true)), .body(.complete("", with: members)),
        ]
        return .edit(ResponseEdit(scope: scope, statuses: 404...404, changes: changes))
    }

    /// Calls that succeed are answered as if they had been refused.
    static func denies(
        _ operations: String...,
        asked: [Place: Condition] = [:],
        status: Int,
        type: String
    ) -> Self {
        let scope = CallScope(operations: operations, asked: asked)
        let error: JSONValue = ["type": .string(type), "message": "that did not work"]
        let changes: [ResponseEdit.Change] = [
            .status(status), .body(.replace("", ["ok": false])), .body(.set("error", error)),
        ]
        return .edit(ResponseEdit(scope: scope, changes: changes))
    }

    /// Refusals have another status.
    static func refuses(_ operations: String..., status: Int, insteadOf former: ClosedRange<Int>) -> Self {
        .edit(ResponseEdit(scope: CallScope(operations: operations), statuses: former, changes: [.status(status)]))
    }

    /// Calls look and store in two critical sections, and the second no longer insists on a rule.
    static func races(
        _ operations: String...,
        failure: ModelError? = nil,
        without weaken: @escaping @Sendable (inout Policy) -> Void = { _ in }
    ) -> Self {
        let scope = CallScope(operations: operations)
        return .race(Race(scope: scope, weaken: { policy, _, _ in weaken(&policy) }, failure: failure))
    }

    /// Calls look and store in two critical sections, and the second goes by what the first has seen.
    static func races(
        _ operations: String...,
        by recall: @escaping @Sendable (inout Policy, DueCall, Workspace) -> Void
    ) -> Self {
        .race(Race(scope: CallScope(operations: operations), weaken: recall))
    }
}

extension ModelError {
    /// A failure of the server itself.
    static let crash = ModelError(status: 500, type: "internal_server_error", message: "something went wrong")
}
