@preconcurrency import Dispatch
import Foundation
import Synchronization

/// Runs work that Ctrl-C, SIGTERM or a closed terminal (SIGHUP) stops: the first signal cancels it, so that it can clean up;
/// the second ends at once.
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
    let (interruptions, interruption) = AsyncStream.makeStream(of: Void.self)
    let watch = SignalWatch()
    await watch.begin { interruption.yield() }
    defer { watch.makeFinal() }
    return try await withThrowingTaskGroup(of: Value?.self) { group in
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
        Terminal.standardError.write(notice)
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

/// Listens for SIGINT, SIGTERM and SIGHUP until the process ends.
///
/// It does so on a queue of its own and not in a task, and nothing there waits: a signal that must end the process does,
/// however busy all tasks are, and whatever becomes of the terminal.
private final class SignalWatch: Sendable {
    private let sources: [any DispatchSourceSignal]
    /// Whether the next signal ends the process.
    private let isFinal = Mutex(false)

    /// A watch that has yet to begin.
    init() {
        let queue = DispatchQueue(label: "seamcheck.signals")
        let signals = [SIGINT, SIGTERM] + (Self.isIgnored(SIGHUP) ? [] : [SIGHUP])
        sources = signals.map { DispatchSource.makeSignalSource(signal: $0, queue: queue) }
    }

    /// Whether the process was started so that it does not notice a signal, as `nohup` does.
    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        return action.isIgnoring
    }

    /// Begins to listen.
    ///
    /// - Parameter interrupt: what is done at the first signal; it must not wait.
    func begin(_ interrupt: @escaping @Sendable () -> Void) async {
        for source in sources {
            #if canImport(Darwin)
            // Sources are told beside what the process does with a signal there, not in place of it.
            signal(Int32(source.handle), SIG_IGN)
            #endif
            source.setEventHandler { [self] in
                if makeFinal() { _exit(ExitStatus.interrupted.rawValue) }
                interrupt()
            }
            await withCheckedContinuation { continuation in
                source.setRegistrationHandler { continuation.resume() }
                source.resume()
            }
        }
    }

    /// Lets the next signal end the process.
    ///
    /// - Returns: whether it would have done so already.
    @discardableResult
    func makeFinal() -> Bool {
        isFinal.withLock { isFinal in
            defer { isFinal = true }
            return isFinal
        }
    }
}

extension sigaction {
    /// Whether the signal is thrown away.
    fileprivate var isIgnoring: Bool {
        #if canImport(Darwin)
        let handler = __sigaction_u.__sa_handler
        #else
        let handler = __sigaction_handler.sa_handler
        #endif
        return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
