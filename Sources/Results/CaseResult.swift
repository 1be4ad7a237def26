public import SeamContract
public import Timestamps

/// What is known of a case when it begins.
public struct CaseHeader: Sendable, Hashable {
    /// The case's id: the scenario's, with the variant in brackets.
    public let id: String
    /// The scenario's id.
    public let scenario: String
    /// The scenario's title.
    public let title: String
    /// The folder of `scenarios/` it stands in.
    public let area: String
    /// Where the scenario is written: `file:line`.
    public let place: String
    /// When it began.
    public internal(set) var startedAt: Timestamp
    /// A hash of what is written of the scenario and of what it uses; nil when an older version ran it.
    public let scenarioHash: UInt64?

    /// A header.
    ///
    /// - Parameters:
    ///   - id: the case's id.
    ///   - scenario: the scenario's id.
    ///   - title: the scenario's title.
    ///   - area: the folder.
    ///   - place: where it is written.
    ///   - startedAt: when it began.
    ///   - scenarioHash: a hash of what is written of the scenario and of what it uses.
    public init(
        id: String,
        scenario: String,
        title: String,
        area: String,
        place: String,
        startedAt: Timestamp,
        scenarioHash: UInt64? = nil
    ) {
        self.scenarioHash = scenarioHash
        self.id = id
        self.scenario = scenario
        self.title = title
        self.area = area
        self.place = place
        self.startedAt = startedAt
    }
}

/// The verdict of a case and what it rests on.
public struct CaseResult: Sendable, Hashable {
    /// The case's id.
    public let id: String
    /// The verdict.
    public package(set) var verdict: Verdict
    /// Why, for `blocked`, `skipped`, `notApplicable`, `error`, `waived`, `unexpectedPass`, and `failed` for want of an operation;
    /// empty otherwise.
    public package(set) var reason: String
    /// How each requirement that was weighed came out, sorted by id.
    public let requirements: [RequirementResult]
    /// The requirements that the case is there to prove and did not come to weigh, sorted; empty when it weighed them all.
    public let untested: [String]
    /// The operation that it was blocked, skipped or, as missing, failed because of; nil when there is none.
    public let cause: Cause?
    /// The cases in which an `every-response` case saw what is broken.
    ///
    /// The first of them is the one to run again; empty for all other cases.
    public let witnesses: [String]
    /// From the first step's start until the last clean-up.
    public let duration: Duration
    /// When it was over.
    public let finishedAt: Timestamp

    /// A result.
    ///
    /// - Parameters:
    ///   - id: the case's id.
    ///   - verdict: the verdict.
    ///   - reason: why.
    ///   - requirements: how each requirement came out.
    ///   - untested: the requirements that it did not come to weigh.
    ///   - cause: the operation that it was blocked, skipped or failed because of.
    ///   - witnesses: the cases in which an `every-response` case saw what is broken.
    ///   - duration: how long it took.
    ///   - finishedAt: when it was over.
    public init(
        id: String,
        verdict: Verdict,
        reason: String = "",
        requirements: [RequirementResult],
        untested: [String] = [],
        cause: Cause? = nil,
        witnesses: [String] = [],
        duration: Duration,
        finishedAt: Timestamp
    ) {
        self.id = id
        self.verdict = verdict
        self.reason = reason
        self.requirements = requirements
        self.untested = untested
        self.cause = cause
        self.witnesses = witnesses
        self.duration = duration
        self.finishedAt = finishedAt
    }
}

/// How a requirement came out in one case.
public struct RequirementResult: Sendable, Hashable {
    /// The requirement's id.
    public let id: String
    /// Its level in the catalogue.
    public let level: Level
    /// How many expectations and checks weighed it; at least 1.
    public let weighed: Int
    /// How many of those it broke.
    public let broken: Int

    /// A result.
    ///
    /// - Parameters:
    ///   - id: the requirement's id.
    ///   - level: its level.
    ///   - weighed: how many expectations and checks weighed it.
    ///   - broken: how many of those it broke.
    public init(id: String, level: Level, weighed: Int, broken: Int) {
        self.id = id
        self.level = level
        self.weighed = weighed
        self.broken = broken
    }
}
