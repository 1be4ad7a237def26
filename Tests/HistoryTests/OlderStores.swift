import GRDB

extension Database {
    /// Takes from a store what versions after a schema added, so that it is one of that schema.
    ///
    /// - Parameter version: the number of the schema.
    /// - Throws: an error of the database.
    func goBack(toSchema version: Int) throws {
        for (number, statements) in Self.withdrawals where number > version { try execute(sql: statements) }
        try execute(sql: "PRAGMA user_version = \(version)")
    }

    /// What undoes each migration, the newest first.
    private static let withdrawals: [(schema: Int, sql: String)] = [
        (12, "ALTER TABLE runCase DROP COLUMN shares; ALTER TABLE runCase DROP COLUMN witnesses"),
        (11, "ALTER TABLE run DROP COLUMN narrowing"),
        (10, "DROP INDEX runByPlace; ALTER TABLE run DROP COLUMN place"),
        (9, "DROP TABLE creation; ALTER TABLE ending DROP COLUMN cleanup; ALTER TABLE shard DROP COLUMN cleanup"),
        (
            8,
            """
            DROP TABLE shardLatency; DROP TABLE shardExercise; DROP TABLE shard; DROP TABLE shardSet;
            ALTER TABLE runCase DROP COLUMN scenarioHash
            """
        ),
        (7, "DROP TABLE attempt"),
        (6, "DROP INDEX findingByFingerprint; ALTER TABLE finding DROP COLUMN fingerprint"),
        (5, "DROP TABLE latency"),
        (4, "DROP TABLE runExercise; DROP TABLE exercise"),
        (3, "ALTER TABLE body DROP COLUMN expandedCount"),
        (
            2,
            """
            ALTER TABLE run DROP COLUMN profile; ALTER TABLE run DROP COLUMN profileRequirements;
            ALTER TABLE runCase DROP COLUMN untested; ALTER TABLE runCase DROP COLUMN causeOperation;
            ALTER TABLE runCase DROP COLUMN causeEvidence
            """
        ),
    ]
}
