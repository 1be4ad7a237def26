extension Schema {
    /// The fifth migration: how long the answers of each operation took in a run.
    static let tellLatencies = """
        CREATE TABLE latency ( -- no row for a run of an older version, or one that did not come to its end
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
            operation TEXT NOT NULL,
            histogram BLOB NOT NULL, -- as the documentation of Trends tells
            PRIMARY KEY (run, operation)
        ) STRICT, WITHOUT ROWID;
        """
}
