extension Schema {
    /// The seventh migration: how a case came out each time that it was run once more.
    static let keepAttempts = """
        CREATE TABLE attempt (
            runCase INTEGER NOT NULL REFERENCES runCase ON DELETE CASCADE,
            position INTEGER NOT NULL, -- from 0, in the order in which the case was run again
            verdict TEXT NOT NULL,
            breaches TEXT NOT NULL, -- [[fingerprint, severity, [requirement, …]], …]
            finishedAt INTEGER NOT NULL,
            PRIMARY KEY (runCase, position)
        ) STRICT, WITHOUT ROWID;
        """
}
