import SeamContract
import Timestamps

extension ShardedRun {
    /// The run as every report knows runs: the cases of all shards that came, by the instant they began and then by id.
    public var record: RunRecord {
        let shares = shares.sorted { $0.key < $1.key }.map(\.value)
        var record = RunRecord(header: header(of: shares.map(\.part)))
        let cases = (shares.flatMap(\.ownCases) + joinedResponses).sorted {
            ($0.header.startedAt, $0.header.id) < ($1.header.startedAt, $1.header.id)
        }
        for event in cases.flatMap(\.events) { record.apply(event) }
        for note in notes(of: shares) { record.apply(.noted(at: note.at, message: note.message)) }
        for exercise in OperationExercise.total(of: shares.flatMap(\.exercises)) {
            record.apply(.exercised(exercise))
        }
        record.apply(.finished(ending(of: shares.map(\.part))))
        return record
    }

    /// The `every-response` cases, each out of those of all shards.
    private var joinedResponses: [CaseRecord] {
        let parts = shares.flatMap { number, share in
            share.cases.filter { EveryResponse.isOne($0.header.id) }.map { (shard: number, record: $0) }
        }
        return Dictionary(grouping: parts) { $0.record.header.id }.values.map(CaseRecord.init(joining:))
    }

    /// The header: what the shards have in common, with the address and the seed of the first that came.
    private func header(of parts: [RunShards.Part]) -> RunHeader {
        let shards = common.shards.map {
            RunShards(set: $0.set, count: $0.count, plan: $0.plan, caseCount: $0.caseCount, parts: parts)
        }
        return RunHeader(
            id: Self.id(for: common) ?? common.id,
            startedAt: parts.map(\.startedAt).min() ?? common.startedAt,
            endpoint: parts.first?.endpoint ?? common.endpoint,
            isEmbedded: common.isEmbedded,
            contract: common.contract,
            suite: common.suite,
            version: common.version,
            seed: parts.first?.seed ?? common.seed,
            caseCount: shards?.caseCount ?? common.caseCount,
            profile: common.profile,
            labels: Self.commonLabels(of: common),
            shards: shards,
            narrowing: common.narrowing
        )
    }

    /// What belongs to no case, by the instant it was said, and then by shard; after it which runs do not count.
    private func notes(of shares: [Share]) -> [RunNote] {
        let said = shares.flatMap { share in share.notes.map { (note: $0, number: share.part.number) } }
        let replaced = shares.map(\.part).filter { !$0.replaced.isEmpty }.map { part in
            RunNote(
                at: part.startedAt,
                message: "shard \(part.number) was run again: \(part.run) counts, not \(part.replaced.listed)"
            )
        }
        let inOrder = said.enumerated().sorted {
            ($0.element.note.at, $0.element.number, $0.offset) < ($1.element.note.at, $1.element.number, $1.offset)
        }
        return inOrder.map(\.element.note) + replaced
    }

    /// What the shards created in all; nil when none of them counted.
    private static func total(of parts: [Cleanup]) -> Cleanup? {
        guard var total = parts.first else { return nil }
        for part in parts.dropFirst() { total.add(part) }
        return total
    }

    /// How the whole ended: complete when all shards came and are complete; else what kept it from that, the worst first.
    private func ending(of parts: [RunShards.Part]) -> RunEnding {
        let missing = common.shards.map {
            RunShards(set: $0.set, count: $0.count, plan: $0.plan, caseCount: $0.caseCount, parts: parts).missing
        }
        let bad = parts.filter { $0.ending?.reason != .complete }
        let gap = missing.flatMap { numbers in
            numbers.isEmpty
                ? nil
                : "\(numbers.count == 1 ? "shard" : "shards") \(numbers.map(String.init).listed) of "
                    + "\(common.shards?.count ?? 0) did not come"
        }
        let troubles = bad.map { part in
            let message = part.ending.map { $0.message.isEmpty ? $0.reason.rawValue : $0.message }
            return "shard \(part.number): \(message ?? "it did not end")"
        }
        let reasons = bad.map { $0.ending?.reason ?? .interrupted } + (gap == nil ? [] : [.incomplete])
        let order: [RunEnding.Reason] = [
            .failed, .unwritable, .refused, .unreachable, .deadline, .interrupted, .incomplete,
        ]
        return RunEnding(
            reason: order.first { reasons.contains($0) } ?? .complete,
            message: ([gap].compactMap(\.self) + troubles).joined(separator: "; "),
            finishedAt: parts.map { $0.ending?.finishedAt ?? $0.startedAt }.max() ?? common.startedAt,
            cleanup: Self.total(of: parts.compactMap { $0.ending?.cleanup })
        )
    }
}

extension [String] {
    /// `1`, `1 and 2`, `1, 2 and 3`.
    fileprivate var listed: String {
        count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + self[count - 1]
    }
}

extension OperationExercise {
    /// What several parts of a run asked of operations, as one.
    ///
    /// - Parameter exercises: those of the parts, in any order.
    /// - Returns: one for each operation, by operation.
    static func total(of exercises: [OperationExercise]) -> [OperationExercise] {
        Dictionary(grouping: exercises, by: \.operation).sorted { $0.key < $1.key }.map { operation, parts in
            let answers = Dictionary(grouping: parts.flatMap(\.answers), by: \.status)
            return OperationExercise(
                operation: operation,
                callCount: parts.reduce(0) { $0 + $1.callCount },
                methods: Set(parts.flatMap(\.methods)).sorted(),
                parameters: Set(parts.flatMap(\.parameters)).sorted(),
                answers: answers.sorted { $0.key < $1.key }.map { status, same in
                    Answer(
                        status: status,
                        fields: Set(same.flatMap(\.fields)).sorted(),
                        values: FieldValues.total(of: same.compactMap(\.values))
                    )
                }
            )
        }
    }
}

extension OperationExercise.FieldValues {
    /// What several parts of a run saw in fields, as one; nil when none of them tells.
    fileprivate static func total(of parts: [Self]) -> Self? {
        guard !parts.isEmpty else { return nil }
        let words = parts.flatMap { Array($0.words) }
        return Self(
            nulls: Set(parts.flatMap(\.nulls)).sorted(),
            words: Dictionary(grouping: words, by: \.key).mapValues { Set($0.flatMap(\.value)).sorted() }
        )
    }
}
