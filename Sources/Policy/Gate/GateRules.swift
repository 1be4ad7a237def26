public import Results

/// What shuts the gate; the defaults shut it only for what a change has broken.
public struct GateRules: Sendable, Hashable {
    /// The label whose latest complete night of the same endpoint the run is compared with.
    public let baseline: Label
    /// The profile whose every `must` must be kept, be it broken before or not; nil for none.
    public let profile: String?
    /// How many cases must really be tested, at least 1.
    public let leastTested: Int
    /// Whether what failed in the baseline may go on failing.
    public let allowsStillFailing: Bool
    /// Whether cases of the baseline may be gone, or no longer told.
    public let allowsVanished: Bool
    /// Whether the run may be compared with one of another endpoint.
    public let allowsOtherEndpoint: Bool
    /// Whether a broken `should` counts as a failure.
    public let isStrict: Bool
    /// How often a case that newly fails is run again at most, to tell what is broken from chance; 0 runs none again.
    public let reruns: Int
    /// By how many percent the p95 of an operation may grow; nil when latencies do not count.
    public let slowdown: Int?

    /// Rules.
    ///
    /// - Parameters:
    ///   - baseline: the label whose latest complete run the run is compared with.
    ///   - profile: the profile whose every `must` must be kept.
    ///   - leastTested: how many cases must really be tested.
    ///   - allowsStillFailing: whether what failed in the baseline may go on failing.
    ///   - allowsVanished: whether cases of the baseline may be gone.
    ///   - allowsOtherEndpoint: whether the run may be compared with one of another endpoint.
    ///   - isStrict: whether a broken `should` counts as a failure.
    ///   - reruns: how often a case that newly fails is run again at most.
    ///   - slowdown: by how many percent the p95 of an operation may grow.
    public init(
        baseline: Label = Label(key: "branch", value: "main"),
        profile: String? = nil,
        leastTested: Int = 1,
        allowsStillFailing: Bool = true,
        allowsVanished: Bool = false,
        allowsOtherEndpoint: Bool = false,
        isStrict: Bool = false,
        reruns: Int = 10,
        slowdown: Int? = 50
    ) {
        self.baseline = baseline
        self.profile = profile
        self.leastTested = leastTested
        self.allowsStillFailing = allowsStillFailing
        self.allowsVanished = allowsVanished
        self.allowsOtherEndpoint = allowsOtherEndpoint
        self.isStrict = isStrict
        self.reruns = reruns
        self.slowdown = slowdown
    }
}
