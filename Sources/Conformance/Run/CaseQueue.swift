import Scenarios

/// The cases that wait for their turn, and the locks that keep some of them apart.
struct CaseQueue: Sendable {
    /// The lock whose holder runs alone.
    static let alone = "*"

    private var waiting: [Case]
    private var running: [String: [String]] = [:]

    /// A queue.
    ///
    /// - Parameter cases: the cases in the order in which they are wanted.
    init(_ cases: [Case]) {
        waiting = cases
    }

    /// Whether no case waits any more.
    var isEmpty: Bool { waiting.isEmpty }

    /// Takes out the first case that may run beside those that do; nil when none may.
    mutating func next() -> Case? {
        guard let index = waiting.firstIndex(where: admits) else { return nil }
        let testCase = waiting.remove(at: index)
        running[testCase.id] = testCase.scenario.locks
        return testCase
    }

    /// Gives back what a case held.
    ///
    /// - Parameter id: the case's id.
    mutating func finish(_ id: String) {
        running[id] = nil
    }

    private func admits(_ testCase: Case) -> Bool {
        let held = running.values.joined()
        if testCase.scenario.locks.contains(Self.alone) { return running.isEmpty }
        return !held.contains(Self.alone) && !held.contains { testCase.scenario.locks.contains($0) }
    }
}
