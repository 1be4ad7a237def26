extension Schema {
    /// The third migration: bodies that are compressed, but for those that are there.
    static let compressBodies = """
        ALTER TABLE body ADD COLUMN expandedCount INTEGER; -- of a compressed content; null when it is not (RFC 1950)
        """
}
