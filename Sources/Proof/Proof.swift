import Conformance
public import ReferenceServer
public import Results
import Scenarios
import SeamContract

/// The proof that the suite notices what it is there to notice: each fault of the reference server in turn, and whether a
/// scenario names the requirement that it breaks.
public struct Proof: Sendable {
    /// How the suite is run.
    public let trial: SuiteTrial
    /// How many servers are tried at once.
    public let width: Int
    /// Whether each fault is tried first by the cases that name its requirement, and only until one notices.
    public let isNarrow: Bool

    /// A proof.
    ///
    /// - Parameters:
    ///   - trial: how the suite is run.
    ///   - width: how many servers are tried at once; at least 1.
    ///   - isNarrow: whether each fault is tried first by the cases that name its requirement, and only until one notices:
    ///     that says whether it is caught, and not what is named first.
    public init(trial: SuiteTrial, width: Int, isNarrow: Bool = false) {
        self.trial = trial
        self.isNarrow = isNarrow
        self.width = max(1, width)
    }

    /// Tries the server without a fault, then with each.
    ///
    /// - Parameters:
    ///   - faults: the faults.
    ///   - onTrial: is told of each trial as it ends, in whatever order, one after the other.
    /// - Returns: the matrix.
    /// - Throws: `EndpointError` when the server hands out no credentials, `CancellationError` when the task is cancelled.
    public func matrix(of faults: [Fault], onTrial: (FaultTrial) -> Void = { _ in }) async throws -> KillMatrix {
        let clean = try await trial.record(faults: [])
        var trials: [Int: FaultTrial] = [:]
        try await withThrowingTaskGroup(of: (Int, FaultTrial).self) { group in
            var waiting = faults.enumerated().makeIterator()
            for _ in 0..<width {
                guard let (index, fault) = waiting.next() else { break }
                group.addTask { try await numbered(index, fault) }
            }
            while let (index, trial) = try await group.next() {
                trials[index] = trial
                onTrial(trial)
                try Task.checkCancellation()
                guard let (index, fault) = waiting.next() else { continue }
                group.addTask { try await numbered(index, fault) }
            }
        }
        return KillMatrix(
            trials: faults.indices.compactMap { trials[$0] },
            falseAlarms: Set(clean?.cases.flatMap(\.findings).flatMap(\.requirements) ?? []).sorted(),
            scenarios: clean?.scenariosByRequirement ?? [:]
        )
    }

    /// What the suite makes of one fault, with the fault's place among all.
    private func numbered(_ index: Int, _ fault: Fault) async throws -> (Int, FaultTrial) {
        let result = try await result(of: fault)
        return (index, result)
    }

    /// What the suite makes of one fault.
    private func result(of fault: Fault) async throws -> FaultTrial {
        let start = RunClock.system.elapsed()
        let record = isNarrow ? try await narrowRecord(of: fault) : try await trial.record(faults: [fault])
        return FaultTrial(fault, record: record, duration: RunClock.system.elapsed() - start)
    }

    /// The run of the cases that name the requirement which a fault breaks; where they don't notice, of all others.
    private func narrowRecord(of fault: Fault) async throws -> RunRecord? {
        let names: @Sendable (Finding) -> Bool = { $0.requirements.contains(fault.requirement) }
        var record: RunRecord?
        for part in trial.parts(naming: fault.requirement) {
            record = try await part.record(faults: [fault], until: names)
            if record?.cases.contains(where: { $0.findings.contains(where: names) }) == true { break }
        }
        return record
    }
}

extension FaultTrial {
    /// What a run says of the fault that it was run with.
    fileprivate init(_ fault: Fault, record: RunRecord?, duration: Duration) {
        let cases = record?.cases ?? []
        let problems = Problem.all(in: cases).map(\.first.finding.requirements).filter { !$0.isEmpty }
        var told: Set<String> = []
        self.init(
            fault: fault.id,
            requirement: fault.requirement,
            summary: fault.summary,
            killers: cases.filter { $0.findings.contains { $0.requirements.contains(fault.requirement) } }
                .map(\.header.id),
            named: problems.flatMap(\.self).filter { told.insert($0).inserted },
            isNamedFirst: problems.first?.contains(fault.requirement) ?? false,
            duration: duration
        )
    }
}
