import SeamContract

extension Case {
    /// Whether the case says something only of an endpoint that keeps what it is told: it makes, changes or deletes something,
    /// follows a URL that was given, or compares one answer with another.
    ///
    /// What is left are the cases of shape: schemas, authorization, and what is refused.
    public var restsOnState: Bool {
        let stepCalls = steps.flatMap(\.calls)
        if stepCalls.count > 1, stepCalls.contains(where: { !$0.saves.isEmpty }) { return true }
        return (given + steps).flatMap(\.calls).contains { call in
            switch call.target {
            case .operation(let operation): operation.effect != .reads && (call.needsAcceptance || call.copies > 1)
            case .path: false
            case .url: true
            }
        }
    }

    /// Whether the case creates something before all else, which it then reads.
    package var createsFirst: Bool {
        guard case .operation(let operation)? = (given + steps).flatMap(\.calls).first?.target else { return false }
        return operation.effect == .creates && restsOnState
    }
}

extension Call {
    /// Whether every answer that is expected is a success.
    package var needsAcceptance: Bool {
        !expectations.flatMap(\.claims).contains { claim in
            switch claim {
            case .status(let statuses): statuses.ranges.contains { !(200...299).contains($0.lowerBound) }
            case .rejected, .outcomes: true
            case .body, .header, .within, .value: false
            }
        }
    }
}
