import SeamContract
public import Timestamps

/// What a run of a split suite consists of: the shards that came, of all that there are.
///
/// A run of one shard has itself as the only part. One that was put together from several has an id of its own, which
/// follows from what they have in common (`ShardedRun`).
public struct RunShards: Sendable, Hashable {
    /// A shard that came.
    public struct Part: Sendable, Hashable {
        /// Which of the shards it is, from 1.
        public let number: Int
        /// The id of the run of the shard.
        public let run: String
        /// When that began.
        public let startedAt: Timestamp
        /// The endpoint that was judged; it differs only where each shard judged an embedded server of its own.
        public var endpoint: String
        /// What the generated values of its cases follow from.
        public let seed: UInt64
        /// How many cases were planned in it.
        public let caseCount: Int
        /// How it ended; nil in the run of the shard itself.
        public let ending: RunEnding?
        /// The ids of other runs of the shard, sorted, which do not count since this one says more or is later.
        public var replaced: [String]

        /// A shard that came.
        ///
        /// - Parameters:
        ///   - number: which of the shards it is, from 1.
        ///   - run: the id of the run of the shard.
        ///   - startedAt: when that began.
        ///   - endpoint: the endpoint that was judged.
        ///   - seed: what the generated values of its cases follow from.
        ///   - caseCount: how many cases were planned in it.
        ///   - ending: how it ended.
        ///   - replaced: the ids of other runs of the shard, sorted.
        public init(
            number: Int,
            run: String,
            startedAt: Timestamp,
            endpoint: String,
            seed: UInt64,
            caseCount: Int,
            ending: RunEnding? = nil,
            replaced: [String] = []
        ) {
            self.number = number
            self.run = run
            self.startedAt = startedAt
            self.endpoint = endpoint
            self.seed = seed
            self.caseCount = caseCount
            self.ending = ending
            self.replaced = replaced
        }
    }

    /// What the shards were told to belong to, such as the id of a pipeline; of one that was told nothing, its run's id.
    public let set: String
    /// How many shards there are.
    public let count: Int
    /// A fingerprint of the ids of the cases of all shards, lower-case hexadecimal.
    public let plan: String
    /// How many cases all shards have together.
    public let caseCount: Int
    /// The shards that came, by number; no number twice.
    public let parts: [Part]

    /// Shards of a run.
    ///
    /// - Parameters:
    ///   - set: what the shards were told to belong to.
    ///   - count: how many shards there are.
    ///   - plan: a fingerprint of the ids of the cases of all shards.
    ///   - caseCount: how many cases all shards have together.
    ///   - parts: the shards that came, by number.
    public init(set: String, count: Int, plan: String, caseCount: Int, parts: [Part]) {
        self.set = set
        self.count = count
        self.plan = plan
        self.caseCount = caseCount
        self.parts = parts
    }

    /// Shards of a run, of which one is there.
    ///
    /// - Parameters:
    ///   - set: what the shards were told to belong to.
    ///   - count: how many shards there are.
    ///   - caseIDs: the ids of the cases of all shards, sorted.
    ///   - part: the one that is there.
    public init(set: String, count: Int, caseIDs: [String], part: Part) {
        var hash = StableHash()
        for id in caseIDs { hash.feed(id + "\u{0}") }
        self.init(set: set, count: count, plan: hash.hexadecimal, caseCount: caseIDs.count, parts: [part])
    }

    /// The numbers of the shards that did not come, sorted; empty when all did.
    public var missing: [Int] {
        let came = Set(parts.map(\.number))
        return came.count == count ? [] : (1...max(1, count)).filter { !came.contains($0) }
    }

    /// The shard that a case belongs to; nil when it did not come.
    ///
    /// - Parameter caseID: the case's id.
    /// - Returns: the shard.
    public func part(of caseID: String) -> Part? {
        let number = StableHash(caseID).part(of: count)
        return parts.first { $0.number == number }
    }
}

extension RunHeader {
    /// What the generated values of a case follow from: in a run of several shards each has a seed of its own.
    ///
    /// - Parameter caseID: the case's id.
    /// - Returns: the seed.
    public func seed(of caseID: String) -> UInt64 {
        shards?.part(of: caseID)?.seed ?? seed
    }

    /// Whether it is a run of one shard, as the run of the shard left it.
    public var isOneShard: Bool { shards?.parts.map(\.run) == [id] }
}
