extension Schema {
    /// The eleventh migration: what left cases of the suite out of a run.
    static let tellNarrowing = """
        ALTER TABLE run ADD COLUMN narrowing TEXT; -- [cause, …]; null in older runs, which count as whole
        """
}
