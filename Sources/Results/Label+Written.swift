extension Label {
    /// A label as it is written on a command line and in files; nil when the key is empty or the sign is missing.
    ///
    /// - Parameter text: `KEY=VALUE`.
    public init?(written text: String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else { return nil }
        self.init(key: parts[0], value: parts[1])
    }
}
