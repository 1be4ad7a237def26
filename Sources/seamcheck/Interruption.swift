import Foundation
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
    let (interruptions, interruption) = AsyncStream.makeStream(of: Void.self)
    return try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await cancellable(by: interruptions, work) }
        group.addTask {
            var isSecond = false
            for await _ in signals {
                if isSecond { exit(ExitStatus.interrupted.rawValue) }
                isSecond = true
                Terminal.standardError.write(notice)
                interruption.yield()
            }
            return nil
        }
        return try await firstValue(of: &group)
    }
}

/// Runs work until it ends by itself or is cancelled by the first element of a stream.
private func cancellable<Value: Sendable>(
    by interruptions: AsyncStream<Void>,
    _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await work() }
        group.addTask {
            for await _ in interruptions { break }
            return nil
        }
        if let value = try await group.next() ?? nil {
            group.cancelAll()
            return value
        }
        group.cancelAll()
        return try await firstValue(of: &group)
    }
}

/// The first value that is not nil; what still runs then is cancelled.
private func firstValue<Value: Sendable>(of group: inout ThrowingTaskGroup<Value?, any Error>) async throws -> Value {
    while let value = try await group.next() {
        guard let value else { continue }
        group.cancelAll()
        return value
    }
    throw CancellationError()
}

/// Waits until the task is cancelled.
func cancellation() async {
    let (never, continuation) = AsyncStream.makeStream(of: Never.self)
    for await _ in never {}
    continuation.finish()
}
