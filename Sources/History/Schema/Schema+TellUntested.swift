extension Schema {
    /// The second migration: the profile of a run, what a case did not come to weigh, and because of which operation.
    static let tellUntested = """
        ALTER TABLE run ADD COLUMN profile TEXT; -- null when the run has none
        ALTER TABLE run ADD COLUMN profileRequirements TEXT NOT NULL DEFAULT '[]'; -- [id, …]
        ALTER TABLE runCase ADD COLUMN untested TEXT NOT NULL DEFAULT '[]'; -- [id, …]
        ALTER TABLE runCase ADD COLUMN causeOperation TEXT; -- this and the next are null when there is none
        ALTER TABLE runCase ADD COLUMN causeEvidence TEXT;
        """
}
