extension Schema {
    /// The eighth migration: which shards a run consists of, and which scenario a case had.
    ///
    /// Which shard a case belongs to follows from its id. What else a shard said for itself is kept with it, so that a run of it
    /// that says more can take its place.
    static let keepShards = """
        ALTER TABLE runCase ADD COLUMN scenarioHash INTEGER; -- the bits of an unsigned number; null in older runs

        CREATE TABLE shardSet ( -- no row for a run of a suite that was not split
            run INTEGER PRIMARY KEY REFERENCES run ON DELETE CASCADE,
            name TEXT NOT NULL, -- what the shards were told to belong to
            shardCount INTEGER NOT NULL CHECK (shardCount > 0),
            plan TEXT NOT NULL,
            caseCount INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE shard ( -- those that came
            run INTEGER NOT NULL REFERENCES shardSet ON DELETE CASCADE,
            number INTEGER NOT NULL CHECK (number > 0),
            name TEXT NOT NULL, -- the id of the run of the shard; that of the run itself when it is one
            startedAt INTEGER NOT NULL,
            endpoint TEXT NOT NULL,
            seed INTEGER NOT NULL, -- the bits of an unsigned number
            caseCount INTEGER NOT NULL,
            reason TEXT, -- this and the next two are null when it did not end, and in a run of one shard
            message TEXT,
            finishedAt INTEGER,
            replaced TEXT NOT NULL DEFAULT '[]', -- [id of a run, …]
            notes TEXT NOT NULL DEFAULT '[]', -- [[at, message], …]; empty in a run of one shard
            PRIMARY KEY (run, number),
            CHECK ((reason IS NULL) = (finishedAt IS NULL) AND (reason IS NULL) = (message IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE shardExercise ( -- no row for a run of one shard
            run INTEGER NOT NULL,
            number INTEGER NOT NULL,
            operation TEXT NOT NULL,
            callCount INTEGER NOT NULL,
            exercise INTEGER NOT NULL REFERENCES exercise ON DELETE RESTRICT,
            PRIMARY KEY (run, number, operation),
            FOREIGN KEY (run, number) REFERENCES shard ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE shardLatency ( -- no row for a run of one shard
            run INTEGER NOT NULL,
            number INTEGER NOT NULL,
            operation TEXT NOT NULL,
            histogram BLOB NOT NULL, -- as the documentation of Trends tells
            PRIMARY KEY (run, number, operation),
            FOREIGN KEY (run, number) REFERENCES shard ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX shardExerciseByExercise ON shardExercise (exercise);
        """
}
