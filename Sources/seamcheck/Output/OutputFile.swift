import Files
import Synchronization

/// A file that a command writes; the first trouble in writing it is kept, and the command goes on.
///
/// What was in its place stays until the whole of the new content takes the place (``PendingOutput``).
final class OutputFile: Sendable {
    private enum State: Sendable {
        /// Nothing is written yet.
        case awaited(OutputTarget)
        /// Some of it is written.
        case open(PendingOutput)
        /// All of it is in its place.
        case whole
        case failed(OutputError)
    }

    /// What messages call it.
    private let name: String
    private let state: Mutex<State>

    /// A file, which is seen to be writable.
    ///
    /// Nothing stays beside the file before something is written, unless it is written bit by bit.
    /// - Parameters:
    ///   - path: where; its folder is made when it is missing.
    ///   - kind: what it is, for messages: `the report`; nil when the path says it.
    ///   - isGradual: whether it is written bit by bit.
    /// - Throws: `CommandFailure` when it can't be written.
    init(_ path: String, kind: String? = "the report", isGradual: Bool = false) throws {
        name = kind.map { "\($0) \(path)" } ?? path
        do throws(OutputError) {
            let target = try OutputTarget(path)
            let output = try PendingOutput(target)
            state = Mutex(isGradual || !target.isFile ? .open(output) : .awaited(target))
        } catch {
            throw CommandFailure(Self.message(name, error), status: .notWritten)
        }
    }

    /// Writes a whole file at once.
    ///
    /// - Parameters:
    ///   - bytes: its content.
    ///   - path: where.
    ///   - kind: what it is, for messages; nil when the path says it.
    ///   - isDurable: whether it survives a loss of power.
    /// - Throws: `CommandFailure` when it can't be written; then what was there is as it was.
    static func write(
        _ bytes: [UInt8],
        to path: String,
        kind: String? = "the report",
        isDurable: Bool = true
    ) throws {
        let file = try OutputFile(path, kind: kind, isGradual: true)
        file.append(bytes: bytes)
        file.finish(isDurable: isDurable)
        if let trouble = file.trouble { throw CommandFailure(trouble, status: .notWritten) }
    }

    /// Writes a whole text at once.
    ///
    /// - Parameters:
    ///   - text: its content.
    ///   - path: where.
    ///   - kind: what it is, for messages; nil when the path says it.
    /// - Throws: `CommandFailure` when it can't be written; then what was there is as it was.
    static func write(_ text: String, to path: String, kind: String? = "the report") throws {
        try write(Array(text.utf8), to: path, kind: kind)
    }

    /// What went wrong first; nil when all is well.
    var trouble: String? {
        state.withLock { state in
            if case .failed(let error) = state { Self.message(name, error) } else { nil }
        }
    }

    /// Writes a text behind what was written.
    ///
    /// - Parameter text: the text.
    func append(_ text: String) { append(bytes: Array(text.utf8)) }

    /// Writes bytes behind those that were written.
    ///
    /// - Parameter bytes: the bytes.
    func append(bytes: [UInt8]) {
        change { state throws(OutputError) in
            guard let output = try Self.output(of: state) else { return state }
            try output.write(bytes)
            return .open(output)
        }
    }

    /// Puts the file into its place, when something was written.
    ///
    /// - Parameter isDurable: whether it survives a loss of power.
    func finish(isDurable: Bool = true) {
        change { state throws(OutputError) in
            guard case .open(let output) = state else { return state }
            try output.commit(isDurable: isDurable)
            return .whole
        }
    }

    private static func output(of state: State) throws(OutputError) -> PendingOutput? {
        switch state {
        case .awaited(let target): try PendingOutput(target)
        case .open(let output): output
        case .whole, .failed: nil
        }
    }

    private func change(_ step: (State) throws(OutputError) -> State) {
        state.withLock { state in
            do throws(OutputError) {
                state = try step(state)
            } catch {
                state = .failed(error)
            }
        }
    }

    private static func message(_ name: String, _ error: OutputError) -> String { "can't write \(name): \(error)" }
}
