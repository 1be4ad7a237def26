public import Timestamps

/// What happens in a run, in the order it happens.
///
/// The events are the truth of a run; everything else is made of them.
///
/// For each case: `caseStarted`, then its `exchanged`, `found` and `drifted`, then `caseFinished`. Cases run side by
/// side, so their events interleave. `started` is the first event and `finished` the last; before it comes one `exercised`
/// for each operation that was called, and then one `reran` each time that a case was run once more.
public enum RunEvent: Sendable, Hashable {
    /// The run begins.
    case started(RunHeader)
    /// A case begins.
    case caseStarted(CaseHeader)
    /// A request was answered, or failed to be.
    case exchanged(caseID: String, Exchange)
    /// A check found something wrong.
    case found(caseID: String, Finding)
    /// The endpoint showed something that the contract does not know; nothing is wrong with that.
    case drifted(caseID: String, Drift)
    /// A case has its verdict.
    case caseFinished(CaseResult)
    /// All calls of an operation are over.
    case exercised(OperationExercise)
    /// A case was run once more.
    case reran(caseID: String, Attempt)
    /// Something a person should know that belongs to no case, such as a resource that could not be deleted.
    case noted(at: Timestamp, message: String)
    /// The run is over.
    case finished(RunEnding)
}

/// What is known of a run when it begins.
public struct RunHeader: Sendable, Hashable {
    /// The run's own id: sortable by time, unique.
    public let id: String
    /// When it began.
    public let startedAt: Timestamp
    /// The endpoint's URL, without credentials; `embedded reference server` is told by `isEmbedded`.
    public let endpoint: String
    /// Whether the endpoint is the embedded reference server.
    public let isEmbedded: Bool
    /// The contract: its file and the fingerprint of its content.
    public let contract: Provenance
    /// The scenarios: where from, and the fingerprint of their content.
    public let suite: Provenance
    /// The version of `seamcheck`.
    public let version: String
    /// What all generated values follow from.
    public let seed: UInt64
    /// How many cases are planned.
    public let caseCount: Int
    /// What the endpoint is held to; nil when it may leave out what it likes.
    public let profile: RunProfile?
    /// What the user put on the run with `--label`, sorted by key.
    public let labels: [Label]
    /// The shards that it consists of; nil when the suite was not split.
    public let shards: RunShards?
    /// What left cases of the suite out; empty for a whole run, nil in runs of a version that did not tell.
    public let narrowing: [Narrowing]?

    /// A header.
    ///
    /// - Parameters:
    ///   - id: the run's id.
    ///   - startedAt: when it began.
    ///   - endpoint: the endpoint's URL.
    ///   - isEmbedded: whether it is the embedded reference server.
    ///   - contract: the contract.
    ///   - suite: the scenarios.
    ///   - version: the version of `seamcheck`.
    ///   - seed: what all generated values follow from.
    ///   - caseCount: how many cases are planned.
    ///   - profile: what the endpoint is held to.
    ///   - labels: what the user put on the run.
    ///   - shards: the shards that it consists of.
    ///   - narrowing: what left cases of the suite out.
    public init(
        id: String,
        startedAt: Timestamp,
        endpoint: String,
        isEmbedded: Bool,
        contract: Provenance,
        suite: Provenance,
        version: String,
        seed: UInt64,
        caseCount: Int,
        profile: RunProfile? = nil,
        labels: [Label],
        shards: RunShards? = nil,
        narrowing: [Narrowing]? = nil
    ) {
        self.id = id
        self.startedAt = startedAt
        self.endpoint = endpoint
        self.isEmbedded = isEmbedded
        self.contract = contract
        self.suite = suite
        self.version = version
        self.seed = seed
        self.caseCount = caseCount
        self.profile = profile
        self.labels = labels
        self.shards = shards
        self.narrowing = narrowing
    }
}

/// Where a document came from and which content it had.
public struct Provenance: Sendable, Hashable {
    /// A file's path, or `bundled`.
    public let origin: String
    /// A fingerprint of the content, lower-case hexadecimal.
    public let fingerprint: String

    /// A provenance.
    ///
    /// - Parameters:
    ///   - origin: a file's path, or `bundled`.
    ///   - fingerprint: a fingerprint of the content.
    public init(origin: String, fingerprint: String) {
        self.origin = origin
        self.fingerprint = fingerprint
    }
}

/// A `--label KEY=VALUE`.
public struct Label: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value.
    public let value: String

    /// A label.
    ///
    /// - Parameters:
    ///   - key: the key.
    ///   - value: the value.
    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}

/// How a run came to its end.
public struct RunEnding: Sendable, Hashable {
    /// The ways to end.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// Every planned case has a verdict.
        case complete
        /// Someone stopped it.
        case interrupted
        /// Its time was over before every case had a verdict.
        case deadline
        /// It was split, and not all of its shards came.
        case incomplete
        /// The endpoint gave no whole answer in three cases in a row, or no connection came about at the start.
        case unreachable
        /// No case was run: the workspace is no sandbox, or can't be told to be one.
        case refused
        /// What the run was about to create could not be written down first, so it was stopped.
        case unwritable
        /// A defect of ours.
        case failed
    }

    /// Why it ended.
    public let reason: Reason
    /// More about it for a person; empty when complete.
    public let message: String
    /// When it ended.
    public let finishedAt: Timestamp
    /// How much the run created, and what became of it; nil when it did not count, as in runs of older versions.
    public var cleanup: Cleanup?

    /// An ending.
    ///
    /// - Parameters:
    ///   - reason: why it ended.
    ///   - message: more about it.
    ///   - finishedAt: when it ended.
    ///   - cleanup: how much the run created, and what became of it.
    public init(reason: Reason, message: String = "", finishedAt: Timestamp, cleanup: Cleanup? = nil) {
        self.reason = reason
        self.message = message
        self.finishedAt = finishedAt
        self.cleanup = cleanup
    }

    /// The ending with what else was created after it, by reruns.
    ///
    /// - Parameter other: how much they created, and what became of it.
    /// - Returns: the ending.
    public func adding(_ other: Cleanup) -> RunEnding {
        var ending = self
        var total = cleanup ?? Cleanup()
        total.add(other)
        ending.cleanup = total
        return ending
    }
}

/// Something the endpoint shows that the contract does not know.
public struct Drift: Sendable, Hashable {
    /// The sorts of drift.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A member that no schema names.
        case undocumentedMember
        /// A status that the operation does not declare, of those known to exist all the same (404, 405, 409, 413, 429).
        case undeclaredStatus
    }

    /// The sort.
    public let kind: Kind
    /// The path of the operation.
    public let operation: String
    /// The member's place with items as `*`, such as `/user_identities/*/nickname`, or the status.
    public let place: String

    /// A drift.
    ///
    /// - Parameters:
    ///   - kind: the sort.
    ///   - operation: the path of the operation.
    ///   - place: the member's place, or the status.
    public init(kind: Kind, operation: String, place: String) {
        self.kind = kind
        self.operation = operation
        self.place = place
    }
}
