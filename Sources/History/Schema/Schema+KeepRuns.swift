extension Schema {
    /// The first migration.
    ///
    /// Instants are nanoseconds since 1970-01-01T00:00:00Z, durations nanoseconds. Lists that are only ever read with
    /// their row are JSON arrays. What is the same night after night is stored once: `scenarioCase`, `outcome`, `drift`
    /// and `body`.
    static let keepRuns = """
        CREATE TABLE run (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            startedAt INTEGER NOT NULL,
            endpoint TEXT NOT NULL,
            isEmbedded INTEGER NOT NULL CHECK (isEmbedded IN (0, 1)),
            contractOrigin TEXT NOT NULL,
            contractFingerprint TEXT NOT NULL,
            suiteOrigin TEXT NOT NULL,
            suiteFingerprint TEXT NOT NULL,
            version TEXT NOT NULL,
            seed INTEGER NOT NULL, -- the bits of an unsigned number
            caseCount INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX runByStart ON run (startedAt);

        CREATE TABLE label (
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
            position INTEGER NOT NULL,
            key TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (run, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX labelByKey ON label (key, value);

        CREATE TABLE note (
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
            position INTEGER NOT NULL,
            at INTEGER NOT NULL,
            message TEXT NOT NULL,
            PRIMARY KEY (run, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE ending ( -- no row while the run goes on
            run INTEGER PRIMARY KEY REFERENCES run ON DELETE CASCADE,
            reason TEXT NOT NULL,
            message TEXT NOT NULL,
            finishedAt INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE scenarioCase (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            scenario TEXT NOT NULL,
            title TEXT NOT NULL,
            area TEXT NOT NULL,
            place TEXT NOT NULL,
            UNIQUE (name, scenario, title, area, place)
        ) STRICT;

        CREATE TABLE outcome (
            id INTEGER PRIMARY KEY,
            requirements TEXT NOT NULL UNIQUE -- [[id, level, weighed, broken], …]
        ) STRICT;
        CREATE VIEW requirementResult AS
            SELECT outcome.id AS outcome, item.value ->> 0 AS requirement, item.value ->> 1 AS level,
                item.value ->> 2 AS weighed, item.value ->> 3 AS broken
            FROM outcome, json_each(outcome.requirements) AS item;

        CREATE TABLE runCase (
            id INTEGER PRIMARY KEY,
            run INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
            position INTEGER NOT NULL, -- in the order in which the cases began
            scenarioCase INTEGER NOT NULL REFERENCES scenarioCase ON DELETE RESTRICT,
            startedAt INTEGER NOT NULL,
            verdict TEXT, -- this and all below are null when the run ended before the case
            reason TEXT,
            outcome INTEGER REFERENCES outcome ON DELETE RESTRICT,
            duration INTEGER,
            finishedAt INTEGER,
            UNIQUE (run, position),
            CHECK ((verdict IS NULL) = (outcome IS NULL))
        ) STRICT;
        CREATE INDEX runCaseByScenarioCase ON runCase (scenarioCase);
        CREATE INDEX runCaseByOutcome ON runCase (outcome);

        CREATE TABLE finding (
            id INTEGER PRIMARY KEY,
            runCase INTEGER NOT NULL REFERENCES runCase ON DELETE CASCADE,
            code TEXT NOT NULL,
            requirements TEXT NOT NULL, -- [id, …]
            severity TEXT NOT NULL,
            step TEXT NOT NULL,
            exchange INTEGER, -- the ordinal; null when it concerns several or none
            operation TEXT,
            place TEXT NOT NULL,
            message TEXT NOT NULL,
            expected TEXT NOT NULL,
            actual TEXT NOT NULL
        ) STRICT;
        CREATE INDEX findingByRunCase ON finding (runCase);

        CREATE TABLE drift (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            operation TEXT NOT NULL,
            place TEXT NOT NULL,
            UNIQUE (kind, operation, place)
        ) STRICT;
        CREATE TABLE caseDrift (
            runCase INTEGER NOT NULL REFERENCES runCase ON DELETE CASCADE,
            position INTEGER NOT NULL,
            drift INTEGER NOT NULL REFERENCES drift ON DELETE RESTRICT,
            PRIMARY KEY (runCase, position)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX caseDriftByDrift ON caseDrift (drift);

        CREATE TABLE body ( -- equal ones are stored once
            id INTEGER PRIMARY KEY,
            hash INTEGER NOT NULL, -- FNV-1a of the content; equal hashes are told apart by the content
            content BLOB NOT NULL, -- UTF-8
            byteCount INTEGER NOT NULL,
            isTruncated INTEGER NOT NULL CHECK (isTruncated IN (0, 1))
        ) STRICT;
        CREATE INDEX bodyByHash ON body (hash);

        CREATE TABLE exchange (
            id INTEGER PRIMARY KEY,
            runCase INTEGER NOT NULL REFERENCES runCase ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            step TEXT NOT NULL,
            phase TEXT NOT NULL,
            copy INTEGER,
            attempt INTEGER NOT NULL,
            operation TEXT,
            credential TEXT NOT NULL,
            startedAt INTEGER NOT NULL,
            duration INTEGER NOT NULL,
            retries TEXT NOT NULL, -- [[reason, delay], …]
            method TEXT NOT NULL,
            url TEXT NOT NULL,
            requestHeaders TEXT NOT NULL, -- [[name, value], …]
            requestBody INTEGER REFERENCES body ON DELETE RESTRICT,
            status INTEGER, -- this and the next two are null when no response arrived
            responseHeaders TEXT,
            responseBody INTEGER REFERENCES body ON DELETE RESTRICT,
            failureKind TEXT, -- this and the next are null when one did
            failureMessage TEXT,
            CHECK ((status IS NULL) <> (failureKind IS NULL))
        ) STRICT;
        CREATE INDEX exchangeByRunCase ON exchange (runCase);
        CREATE INDEX exchangeByRequestBody ON exchange (requestBody);
        CREATE INDEX exchangeByResponseBody ON exchange (responseBody);
        """
}
