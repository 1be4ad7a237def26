import Results
import Scenarios

/// Which operations have never worked in a run, so that one of them does not drag down every case that needs it.
///
/// Rule: an operation is broken for a need after three cases have needed it so in vain, and as long as it never worked; it
/// is broken altogether when three cases needed it in any way, and all saw nothing but errors of the server. Then
///
/// · cases that need it in `given`, or to read what another step did, wait for it when it is broken for that or altogether
/// · cases that are about what it does wait for it when it is broken altogether
/// · cases that are about how it refuses wait for it when it never gave any answer but errors of the server
///
/// A case that waits is skipped because of the operation.
struct OperationHealth: Sendable {
    /// How many cases must have seen an operation fail.
    static let patience = 3

    /// What the run names by hand, which makes it go other ways.
    let fixtures: RunFixtures

    private var standings: [String: Standing] = [:]

    /// Nothing is known yet.
    ///
    /// - Parameter fixtures: what the run names by hand.
    init(fixtures: RunFixtures = RunFixtures()) {
        self.fixtures = fixtures
    }

    /// What is known of an operation.
    private struct Standing: Sendable {
        /// In how many cases each need was not met.
        var failures: [OperationCall.Need: Int] = [:]
        /// Whether it worked once.
        var hasWorked = false
        /// Whether it ever answered with something else than an error of the server.
        var hasAnswered = false
        /// Whether an acceptance that was needed was refused, or came without what was needed.
        var hasRefused = false
        /// What showed first that it does not work.
        var evidence = ""

        /// Whether a case that needs it so has to wait.
        func obstructs(_ need: OperationCall.Need) -> Bool {
            guard !hasWorked else { return false }
            let isBroken = !hasRefused && failures.values.reduce(0, +) >= OperationHealth.patience
            switch need {
            case .setUp, .reading: return isBroken || failures[need, default: 0] >= OperationHealth.patience
            case .acceptance: return isBroken
            case .answer: return isBroken && !hasAnswered
            }
        }
    }

    /// Takes in what a case saw of operations.
    ///
    /// - Parameter calls: its calls, in order; of several that fail in one way the first counts.
    mutating func note(_ calls: [OperationCall]) {
        var seen: Set<String> = []
        for call in calls {
            var standing = standings[call.operation] ?? Standing()
            switch call.outcome {
            case .worked:
                standing.hasWorked = true
                standing.hasAnswered = true
            case .answered: standing.hasAnswered = true
            case .failed(let evidence, let isServerError):
                standing.hasAnswered = standing.hasAnswered || !isServerError
                // How it fails at what it should refuse says nothing of what it should accept.
                guard call.need != .answer else { break }
                standing.hasRefused = standing.hasRefused || !isServerError
                if seen.insert(call.operation).inserted { standing.failures[call.need, default: 0] += 1 }
                if standing.evidence.isEmpty { standing.evidence = evidence }
            }
            standings[call.operation] = standing
        }
    }

    /// The first operation that a case has to wait for.
    ///
    /// - Parameter testCase: the case.
    /// - Returns: the operation and what it answered; nil when the case can be run.
    func cause(against testCase: Case) -> Cause? {
        guard !standings.isEmpty else { return nil }
        return testCase.needs.lazy.compactMap { cause(against: $0, needed: $1) }.first
            ?? testCase.given.lazy.compactMap(causeAgainstAllWays).first
    }

    /// Why an operation does not come to what is needed of it; nil when it may.
    private func cause(against operation: String, needed need: OperationCall.Need) -> Cause? {
        guard let standing = standings[operation], standing.obstructs(need) else { return nil }
        return Cause(operation: operation, evidence: standing.evidence)
    }

    /// Why none of the ways of a step comes about; nil when one may.
    private func causeAgainstAllWays(of step: Step) -> Cause? {
        guard case .firstOf(let ways) = step.action else { return nil }
        let open = ways.filter { $0.allSatisfy { $0.isEquipped(with: fixtures) } }
        let causes = open.map { way in
            way.lazy.compactMap { step in
                step.call?.need(in: .given, isFirst: false).flatMap { cause(against: $0, needed: $1) }
                    ?? causeAgainstAllWays(of: step)
            }.first
        }
        return causes.contains { $0 == nil } ? nil : causes.first ?? nil
    }
}
