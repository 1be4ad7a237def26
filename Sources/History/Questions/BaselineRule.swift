public import Results

/// Which runs a run is compared with: complete nights with a label, of the same endpoint.
public struct BaselineRule: Sendable, Hashable {
    /// The label and its value.
    public let label: Label
    /// Whether runs of another endpoint may be among them.
    public let allowsOtherEndpoints: Bool

    /// A rule.
    ///
    /// - Parameters:
    ///   - label: the label and its value.
    ///   - allowsOtherEndpoints: whether runs of another endpoint may be among them.
    public init(label: Label, allowsOtherEndpoints: Bool = false) {
        self.label = label
        self.allowsOtherEndpoints = allowsOtherEndpoints
    }
}

/// What a rule finds for a run.
public struct BaselineSearch: Sendable {
    /// The latest run that it may be compared with; nil when there is none.
    public let outcome: RunOutcome?
    /// The latest run with the label that it may not be compared with, and why not; nil when there is none.
    public let passedOver: (run: RunHeader, why: BaselineUnfitness)?
}
