extension Schema {
    /// The tenth migration: in which order the runs were written into this store.
    ///
    /// The clocks of the machines that make runs differ, so that "the latest" can't be told by them. Older runs keep the order
    /// that they were shown in, by when they began, and come before all that are written from now on.
    static let orderRuns = """
        ALTER TABLE run ADD COLUMN place INTEGER NOT NULL DEFAULT 0; -- greater than that of every run written before it
        UPDATE run SET place = ordered.place
            FROM (SELECT id AS run, row_number() OVER (ORDER BY startedAt, name) AS place FROM run) AS ordered
            WHERE ordered.run = run.id;
        CREATE INDEX runByPlace ON run (place);
        """
}
