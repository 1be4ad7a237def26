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
    /// Whether every answer that is expected is a success: one claim on the status allows nothing else, or there is none.
    package var needsAcceptance: Bool {
        var isOpen = false
        for claim in expectations.flatMap(\.claims) {
            switch claim {
            case .status(let statuses):
                if statuses.ranges.allSatisfy({ (200...299).contains($0.lowerBound) }) { return true }
                isOpen = true
            case .rejected, .outcomes: return false
            case .body, .header, .within, .value: break
            }
        }
        return !isOpen
    }
}
