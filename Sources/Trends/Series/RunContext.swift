public import Results

/// What a run was made with, as far as it may be why a verdict changes.
public struct RunContext: Sendable, Hashable {
    /// The endpoint's URL, without credentials.
    public let endpoint: String
    /// The fingerprint of the contract's content.
    public let contract: String
    /// The fingerprint of the suite's content.
    public let suite: String
    /// What the user put on the run with `--label`, sorted by key.
    public let labels: [Label]

    /// A context.
    ///
    /// - Parameters:
    ///   - endpoint: the endpoint's URL.
    ///   - contract: the fingerprint of the contract.
    ///   - suite: the fingerprint of the suite.
    ///   - labels: what the user put on the run, in any order.
    public init(endpoint: String, contract: String, suite: String, labels: [Label] = []) {
        self.endpoint = endpoint
        self.contract = contract
        self.suite = suite
        self.labels = labels.sorted { ($0.key, $0.value) < ($1.key, $1.value) }
    }

    /// The context of a run; the embedded reference server is one endpoint, whatever its port.
    ///
    /// - Parameter header: what was known when the run began.
    public init(_ header: RunHeader) {
        self.init(
            endpoint: header.isEmbedded ? "embedded reference server" : header.endpoint,
            contract: header.contract.fingerprint,
            suite: header.suite.fingerprint,
            labels: header.labels
        )
    }

    /// Whether a case asks the same under both contexts, so that its verdicts may be counted together.
    ///
    /// - Parameter other: the other context.
    /// - Returns: whether suite and contract are the same; endpoint and labels may differ.
    public func isComparable(to other: RunContext) -> Bool {
        suite == other.suite && contract == other.contract
    }
}
