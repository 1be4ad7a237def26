extension Schema {
    /// The fourth migration: what a run asked of each operation, and what was answered.
    ///
    /// What was seen of an operation is the same night after night, and stored once.
    static let tellExercised = """
        CREATE TABLE exercise (
            id INTEGER PRIMARY KEY,
            content TEXT NOT NULL UNIQUE -- [[method, …], [parameter, …], [[status, [field, …]], …]]
        ) STRICT;

        CREATE TABLE runExercise ( -- no row for a run of an older version, or one that did not come to its end
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
            operation TEXT NOT NULL,
            callCount INTEGER NOT NULL,
            exercise INTEGER NOT NULL REFERENCES exercise ON DELETE RESTRICT,
            PRIMARY KEY (run, operation)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX runExerciseByExercise ON runExercise (exercise);
        """
}
