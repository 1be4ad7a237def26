import UnixSignals

/// Runs work that Ctrl-C (or SIGTERM) stops: the first signal cancels it, so that it can clean up; the second ends at once.
///
/// - Parameters:
///   - notice: what is printed at the first signal.
///   - work: the work; it should end soon after it was cancelled.
/// - Returns: what the work returns, also after a cancellation.
/// - Throws: what the work throws.
func interruptible<Value: Sendable>(
    notice: String,
    _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
    return try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await work() }
        group.addTask {
            for await _ in signals { return nil }
            try await Task.sleep(for: .seconds(86_400 * 365))
            return nil
        }
        let first = try await group.next() ?? nil
        group.cancelAll()
        guard let first else {
            Terminal.standardError.write(notice)
            return try await finish(&group)
        }
        return first
    }
}

/// Waits for the work after a signal; a second signal ends the process.
private func finish<Value: Sendable>(_ group: inout ThrowingTaskGroup<Value?, any Error>) async throws -> Value {
    while let value = try await group.next() {
        if let value { return value }
    }
    throw CancellationError()
}
