import SeamContract

/// A run that is put together from the runs of its shards.
///
/// Joining is commutative, associative and idempotent: for each shard the greatest of its runs counts, in an order that
/// looks at their content alone, and the ids of the others are gathered.
public struct ShardedRun: Sendable, Hashable {
    /// What is kept of the run of one shard.
    public struct Share: Sendable, Hashable {
        /// The shard and how it ended.
        public internal(set) var part: RunShards.Part
        /// Its cases, by the instant they began and then by id.
        public let cases: [CaseRecord]
        /// What belongs to no case, in the order it was said.
        public let notes: [RunNote]
        /// What was asked of operations, by operation.
        public let exercises: [OperationExercise]
        /// How long the answers of each operation took, as the encoded histograms of `Trends`, by operation.
        public let latencies: [String: [UInt8]]

        /// A share.
        ///
        /// - Parameters:
        ///   - part: the shard and how it ended.
        ///   - cases: its cases, in any order.
        ///   - notes: what belongs to no case.
        ///   - exercises: what was asked of operations, by operation.
        ///   - latencies: how long the answers took, as encoded histograms, by operation.
        public init(
            part: RunShards.Part,
            cases: [CaseRecord],
            notes: [RunNote],
            exercises: [OperationExercise],
            latencies: [String: [UInt8]]
        ) {
            self.part = part
            self.cases = cases.sorted {
                ($0.header.startedAt, $0.header.id) < ($1.header.startedAt, $1.header.id)
            }
            self.notes = notes
            self.exercises = exercises
            self.latencies = latencies
        }

        /// The cases of scenarios, of which no other shard has any.
        var ownCases: [CaseRecord] { cases.filter { !EveryResponse.isOne($0.header.id) } }
    }

    /// What each shard found for each `every-response` case, by the id of the case, then by shard.
    public var responseShares: [String: [ResponseShare]] {
        let parts = shares.sorted { $0.key < $1.key }.flatMap { number, share in
            share.cases.filter { EveryResponse.isOne($0.header.id) }.map { record in
                (
                    record.header.id,
                    ResponseShare(shard: number, startedAt: record.header.startedAt, result: record.result)
                )
            }
        }
        return Dictionary(grouping: parts, by: \.0).mapValues { $0.map(\.1) }
    }

    /// What all shards have in common; of an embedded server the address may be another in each.
    let common: RunHeader
    /// The shards that came, by number; never empty.
    public private(set) var shares: [Int: Share]

    /// A run of shares that were put together before.
    ///
    /// - Parameters:
    ///   - header: the header of the run, with all of its shards.
    ///   - shares: what is kept of each shard, in any order; each number once.
    public init(header: RunHeader, shares: [Share]) {
        common = header
        self.shares = Dictionary(shares.map { ($0.part.number, $0) }) { first, _ in first }
    }

    /// The run that a run of one shard is the beginning of; nil when the record is none of one shard.
    ///
    /// - Parameters:
    ///   - record: the run of the shard.
    ///   - latencies: how long its answers took, as encoded histograms, by operation.
    public init?(_ record: RunRecord, latencies: [String: [UInt8]]) {
        guard record.header.isOneShard, let part = record.header.shards?.parts.first else { return nil }
        let ended = RunShards.Part(
            number: part.number,
            run: part.run,
            startedAt: part.startedAt,
            endpoint: part.endpoint,
            seed: part.seed,
            caseCount: part.caseCount,
            ending: record.ending
        )
        let share = Share(
            part: ended,
            cases: record.cases,
            notes: record.notes,
            exercises: record.exercises,
            latencies: latencies
        )
        self.init(header: record.header, shares: [share])
    }

    /// Takes in the shards of another run with the same id.
    ///
    /// - Parameter other: the other.
    public mutating func join(_ other: ShardedRun) {
        for (number, theirs) in other.shares {
            shares[number] = shares[number].map { Self.join($0, theirs) } ?? theirs
        }
    }

    private static func join(_ first: Share, _ second: Share) -> Share {
        var winner = first.precedence < second.precedence ? second : first
        let runs = Set([first, second].flatMap { $0.part.replaced + [$0.part.run] })
        winner.part.replaced = runs.subtracting([winner.part.run]).sorted()
        return winner
    }

    /// The id that a run gets which is put together from shards with this header.
    ///
    /// It follows from what they have in common, so that it stays when more of them come: the set, the number of shards and the
    /// cases, by what and of which version they were judged, the labels (but for `shard`), and the endpoint unless it is
    /// embedded.
    /// - Parameter header: the header of one of the shards, or of a run that was put together.
    /// - Returns: a UUID of version 8; nil for a run that was not split.
    public static func id(for header: RunHeader) -> String? {
        guard let shards = header.shards else { return nil }
        let labels = commonLabels(of: header).flatMap { [$0.key, $0.value] }
        let profile = header.profile.map { [$0.name] + $0.requirements } ?? []
        let texts = [
            shards.set, "\(shards.count)", shards.plan, "\(shards.caseCount)", header.contract.origin,
            header.contract.fingerprint, header.suite.origin, header.suite.fingerprint, header.version,
            header.isEmbedded ? "" : header.endpoint,
        ]
        let parts = [texts, profile, labels].flatMap { ["\($0.count)"] + $0.flatMap { ["\($0.utf8.count)", $0] } }
        return StableUUID.make(of: parts.joined(separator: "\u{0}"))
    }

    /// The labels but for `shard`, which is another on each shard.
    static func commonLabels(of header: RunHeader) -> [Label] {
        header.labels.filter { $0.key != "shard" }
    }
}

extension ShardedRun.Share {
    /// Which run of a shard counts: see `RunPrecedence`.
    fileprivate var precedence: RunPrecedence {
        var part = part
        part.replaced = []
        return RunPrecedence(ending: part.ending, cases: cases, startedAt: part.startedAt, run: part.run) { [self] in
            let latencies = latencies.sorted { $0.key < $1.key }.map { "\($0)" }
            return "\(part)\(cases)\(notes)\(exercises.map(\.content))\(latencies)"
        }
    }
}
