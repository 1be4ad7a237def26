import Foundation
import GRDB
import Results
import Timestamps
import Trends

extension RowWriter {
    /// Writes which shards a run consists of.
    ///
    /// - Parameters:
    ///   - shards: the shards.
    ///   - run: the run's row.
    /// - Throws: an error of the database.
    func write(_ shards: RunShards, ofRun run: Int64) throws {
        try insert(
            into: "shardSet",
            [
                "run": run, "name": shards.set.storable, "shardCount": shards.count, "plan": shards.plan.storable,
                "caseCount": shards.caseCount,
            ]
        )
        for part in shards.parts {
            try insert(
                into: "shard",
                [
                    "run": run, "number": part.number, "name": part.run.storable,
                    "startedAt": part.startedAt.nanoseconds, "endpoint": part.endpoint.storable,
                    "seed": Int64(bitPattern: part.seed), "caseCount": part.caseCount,
                    "reason": part.ending?.reason.rawValue, "message": part.ending?.message.storable,
                    "finishedAt": part.ending?.finishedAt.nanoseconds, "replaced": ColumnJSON.text(part.replaced),
                    "cleanup": part.ending?.cleanup.map(ColumnJSON.text),
                ]
            )
        }
    }

    /// Writes a run that was put together, with what each shard said for itself.
    ///
    /// - Parameters:
    ///   - sharded: the run.
    ///   - place: its place in the order of the runs; nil for the one after all others.
    /// - Throws: an error of the database, or `LatencyDecodingError`.
    func write(_ sharded: ShardedRun, at place: Int64?) throws {
        let run = try write(sharded.record, latencies: [:], at: place)
        for (caseID, shares) in sharded.responseShares {
            try database.cachedStatement(sql: Self.tellShares)
                .execute(arguments: [ColumnJSON.text(shares), run, caseID.storable])
        }
        var latencies: [String: LatencyHistogram] = [:]
        for (number, share) in sharded.shares {
            try database.execute(
                sql: "UPDATE shard SET notes = ? WHERE run = ? AND number = ?",
                arguments: [ColumnJSON.text(share.notes), run, number]
            )
            for (operation, bytes) in share.latencies {
                latencies[operation, default: LatencyHistogram()].merge(try LatencyHistogram(decoding: bytes))
                try insert(
                    into: "shardLatency",
                    ["run": run, "number": number, "operation": operation.storable, "histogram": Data(bytes)]
                )
            }
            for exercise in share.exercises {
                try insert(
                    into: "shardExercise",
                    [
                        "run": run, "number": number, "operation": exercise.operation.storable,
                        "callCount": exercise.callCount, "exercise": try row(of: exercise),
                    ]
                )
            }
        }
        try write(latencies, ofRun: run)
    }

    private static let tellShares = """
        UPDATE runCase SET shares = ?
        WHERE run = ? AND scenarioCase IN (SELECT id FROM scenarioCase WHERE name = ?)
        """

    /// Writes a whole run with all of its exchanges.
    ///
    /// - Parameters:
    ///   - record: the run.
    ///   - latencies: how long its answers took, as encoded histograms, by operation.
    ///   - place: its place in the order of the runs; nil for the one after all others.
    /// - Returns: the run's row.
    /// - Throws: an error of the database, or `LatencyDecodingError`.
    @discardableResult
    func write(_ record: RunRecord, latencies: [String: [UInt8]], at place: Int64?) throws -> Int64 {
        let run = try write(record.header, at: place)
        for (position, item) in record.cases.enumerated() {
            try write(item, keeping: item.exchanges, ofRun: run, position: position)
            for attempt in item.attempts { try write(attempt, ofCase: item.header.id, ofRun: run) }
        }
        try write(try latencies.mapValues { try LatencyHistogram(decoding: $0) }, ofRun: run)
        for (position, note) in record.notes.enumerated() { try write(note, ofRun: run, position: position) }
        for exercise in record.exercises { try write(exercise, ofRun: run) }
        if let ending = record.ending { try write(ending, ofRun: run) }
        return run
    }
}
