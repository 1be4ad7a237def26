extension Schema {
    /// The ninth migration: the journal of what runs create, and how much of it each run deleted.
    static let keepJournal = """
        CREATE TABLE creation ( -- a create that was about to be sent, until nothing of it is left in the endpoint
            id INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is never given twice, so that an old one can't settle a new entry
            run TEXT NOT NULL, -- the id of the run, not its row: an entry outlives a run that is pruned
            endpoint TEXT NOT NULL,
            operation TEXT NOT NULL,
            credential TEXT NOT NULL, -- its name, never the credential itself
            seed INTEGER NOT NULL, -- the bits of an unsigned number
            caseID TEXT NOT NULL,
            sent TEXT NOT NULL, -- [[parameter, text], …]: the generated values
            identityID TEXT, -- the identity that what it makes belongs to; null when it names none
            sentAt INTEGER NOT NULL,
            notBefore INTEGER, -- before when nothing of the run can have been created; null when that is not known
            parameter TEXT, -- this and the next are null as long as no response has shown the id
            value TEXT,
            CHECK ((parameter IS NULL) = (value IS NULL))
        ) STRICT;
        CREATE INDEX creationByEndpoint ON creation (endpoint, run);

        ALTER TABLE ending ADD COLUMN cleanup TEXT; -- {created, deleted, left: [[namespace, reason, count, [name, …]], …]}; null in older runs
        ALTER TABLE shard ADD COLUMN cleanup TEXT; -- the same
        """
}
