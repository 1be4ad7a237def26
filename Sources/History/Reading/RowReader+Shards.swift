import GRDB
import Results
import SeamContract
import Timestamps

extension RowReader {
    /// The shards that a run consists of; nil when the suite was not split.
    ///
    /// - Parameter run: the run's row.
    /// - Returns: the shards.
    /// - Throws: `StoreError`, or an error of the database.
    func shards(ofRun run: Int64) throws -> RunShards? {
        let set = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM shardSet WHERE run = ?"),
            arguments: [run]
        )
        guard let set else { return nil }
        let parts = try shardRows(ofRun: run).map(part)
        return try RunShards(
            set: set["name"],
            count: count(set, "shardCount", in: 1...StableHash.partLimit),
            plan: set["plan"],
            caseCount: count(set, "caseCount"),
            parts: parts
        )
    }

    /// A run of shards, as it can be joined with others: be it of one shard, or put together from several.
    ///
    /// - Parameter run: the run's row.
    /// - Returns: the run; nil when the suite was not split.
    /// - Throws: `StoreError`, or an error of the database.
    func shardedRun(ofRun run: Int64) throws -> ShardedRun? {
        guard let record = RunRecord(events: try events(ofRun: run)), let shards = record.header.shards else {
            return nil
        }
        let own = record.cases.filter { !EveryResponse.isOne($0.header.id) }
        let strangers = own.filter { shards.part(of: $0.header.id) == nil }
        guard strangers.isEmpty else { throw damage("a case of a shard that did not come") }
        if record.header.isOneShard {
            return ShardedRun(record, latencies: try encodedLatencies(ofRun: run))
        }
        let cases = Dictionary(grouping: own) { shards.part(of: $0.header.id)?.number }
        let responses = try responses(of: record, ofRun: run)
        let shares = try shardRows(ofRun: run).map { row in
            let part = try part(row)
            guard let notes = try ColumnJSON.notes(row["notes"]) else { throw damage("column notes of a shard") }
            return ShardedRun.Share(
                part: part,
                cases: (cases[part.number] ?? []) + (responses[part.number] ?? []),
                notes: notes,
                exercises: try exercises(ofRun: run, shard: part.number),
                latencies: try encodedLatencies(ofRun: run, shard: part.number)
            )
        }
        return ShardedRun(header: record.header, shares: shares)
    }

    /// The `every-response` cases of a run as each of its shards had them, by shard.
    private func responses(of record: RunRecord, ofRun run: Int64) throws -> [Int: [CaseRecord]] {
        let sql = """
            SELECT name, shares FROM runCase JOIN scenarioCase ON scenarioCase.id = scenarioCase
            WHERE run = ? AND shares IS NOT NULL
            """
        let records = Dictionary(record.cases.map { ($0.header.id, $0) }) { first, _ in first }
        var responses: [Int: [CaseRecord]] = [:]
        for row in try Row.fetchAll(database, sql: sql, arguments: [run]) {
            guard let joined = try records[row["name"]] else { continue }
            guard let shares = try ColumnJSON.shares(row["shares"], ofCase: joined.header.id) else {
                throw damage("column shares of a case")
            }
            for (index, share) in shares.enumerated() {
                responses[share.shard, default: []].append(joined.part(of: share, isFirst: index == 0))
            }
        }
        return responses
    }

    private func shardRows(ofRun run: Int64) throws -> [Row] {
        try Row.fetchAll(
            database.cachedStatement(sql: "SELECT * FROM shard WHERE run = ? ORDER BY number"),
            arguments: [run]
        )
    }

    private func part(_ row: Row) throws -> RunShards.Part {
        guard let replaced = try ColumnJSON.strings(row["replaced"]) else { throw damage("column replaced of a shard") }
        let finishedAt: Int64? = try row["finishedAt"]
        return try RunShards.Part(
            number: row["number"],
            run: row["name"],
            startedAt: Timestamp(nanoseconds: row["startedAt"]),
            endpoint: row["endpoint"],
            seed: UInt64(bitPattern: row["seed"]),
            caseCount: count(row, "caseCount"),
            ending: finishedAt.map {
                try RunEnding(
                    reason: word(row, "reason"),
                    message: row["message"],
                    finishedAt: Timestamp(nanoseconds: $0),
                    cleanup: cleanup(row)
                )
            },
            replaced: replaced
        )
    }

    private func exercises(ofRun run: Int64, shard number: Int) throws -> [OperationExercise] {
        let sql = """
            SELECT operation, callCount, content FROM shardExercise JOIN exercise ON exercise.id = exercise
            WHERE run = ? AND number = ? ORDER BY operation
            """
        return try Row.fetchAll(database, sql: sql, arguments: [run, number]).map(exercise)
    }
}
