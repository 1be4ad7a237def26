/// What came of running the suite against a server with each of its deliberate faults: the proof of the suite.
public struct KillMatrix: Sendable, Hashable {
    /// One trial for each fault, in the order of the faults.
    public let trials: [FaultTrial]
    /// What the suite says of the server without a fault: ids of requirements with findings, sorted; empty as it should be.
    public let falseAlarms: [String]
    /// The scenarios that weighed each requirement in a run without a fault, by the requirement's id, sorted.
    public let scenarios: [String: [String]]

    /// A matrix.
    ///
    /// - Parameters:
    ///   - trials: one for each fault.
    ///   - falseAlarms: the requirements with findings in a run without a fault.
    ///   - scenarios: the scenarios that weighed each requirement in a run without a fault.
    public init(trials: [FaultTrial], falseAlarms: [String], scenarios: [String: [String]]) {
        self.trials = trials
        self.falseAlarms = falseAlarms
        self.scenarios = scenarios
    }

    /// The faults that some scenario noticed as a breach of their requirement.
    public var killed: [FaultTrial] { trials.filter { $0.outcome == .killed } }

    /// The faults that nothing noticed.
    public var survivors: [FaultTrial] { trials.filter { $0.outcome == .survived } }

    /// The faults that were only noticed as a breach of other requirements.
    public var killedElsewhere: [FaultTrial] { trials.filter { $0.outcome == .killedElsewhere } }

    /// How many trials named the broken requirement before any other.
    public var namedFirstCount: Int { trials.count(where: \.isNamedFirst) }
}

/// What the suite made of a server with one fault.
public struct FaultTrial: Sendable, Hashable {
    /// Whether the fault was noticed.
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// A scenario names the requirement that the fault breaks.
        case killed
        /// Something was found, but of other requirements alone.
        case killedElsewhere
        /// Nothing was found.
        case survived
    }

    /// The fault's id, such as `accept-second-email`.
    public let fault: String
    /// The id of the requirement that it breaks.
    public let requirement: String
    /// What the server does wrong, in one sentence.
    public let summary: String
    /// The cases that name the requirement, in the order of the suite.
    public let killers: [String]
    /// The requirements that are named, as the summary of the run ranks them, each once.
    public let named: [String]
    /// Whether the requirement is in the first thing that the summary of the run tells.
    public let isNamedFirst: Bool
    /// How long it took.
    public let duration: Duration

    /// Whether the fault was noticed.
    public var outcome: Outcome {
        if !killers.isEmpty { return .killed }
        return named.isEmpty ? .survived : .killedElsewhere
    }

    /// A trial.
    ///
    /// - Parameters:
    ///   - fault: the fault's id.
    ///   - requirement: the requirement that it breaks.
    ///   - summary: what the server does wrong.
    ///   - killers: the cases that name the requirement.
    ///   - named: the requirements that are named, as the summary of the run ranks them.
    ///   - isNamedFirst: whether the requirement is in the first thing that the summary of the run tells.
    ///   - duration: how long it took.
    public init(
        fault: String,
        requirement: String,
        summary: String,
        killers: [String],
        named: [String],
        isNamedFirst: Bool,
        duration: Duration
    ) {
        self.fault = fault
        self.requirement = requirement
        self.summary = summary
        self.killers = killers
        self.named = named
        self.isNamedFirst = isNamedFirst
        self.duration = duration
    }
}
