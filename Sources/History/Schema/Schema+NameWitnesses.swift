extension Schema {
    /// The twelfth migration: the cases in which the checks of every response found something, and in which shard.
    static let nameWitnesses = """
        ALTER TABLE runCase ADD COLUMN witnesses TEXT NOT NULL DEFAULT '[]'; -- [id of a case, …]
        ALTER TABLE runCase ADD COLUMN shares TEXT; -- what each shard found for an every-response case; null but there
        """
}
