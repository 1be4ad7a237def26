public import Results

/// What shuts the gate; the defaults shut it only for what a change has broken.
public struct GateRules: Sendable, Hashable {
    /// The label whose latest complete run the run is compared with.
    public let baseline: Label
    /// The profile whose every `must` must be kept, be it broken before or not; nil for none.
    public let profile: String?
    /// How many cases must really be tested, at least 1.
    public let leastTested: Int
    /// Whether what failed in the baseline may go on failing.
    public let allowsStillFailing: Bool
    /// Whether cases of the baseline may be gone, or no longer told.
    public let allowsVanished: Bool
    /// Whether a broken `should` counts as a failure.
    public let isStrict: Bool

    /// Rules.
    ///
    /// - Parameters:
    ///   - baseline: the label whose latest complete run the run is compared with.
    ///   - profile: the profile whose every `must` must be kept.
    ///   - leastTested: how many cases must really be tested.
    ///   - allowsStillFailing: whether what failed in the baseline may go on failing.
    ///   - allowsVanished: whether cases of the baseline may be gone.
    ///   - isStrict: whether a broken `should` counts as a failure.
    public init(
        baseline: Label = Label(key: "branch", value: "main"),
        profile: String? = nil,
        leastTested: Int = 1,
        allowsStillFailing: Bool = true,
        allowsVanished: Bool = false,
        isStrict: Bool = false
    ) {
        self.baseline = baseline
        self.profile = profile
        self.leastTested = leastTested
        self.allowsStillFailing = allowsStillFailing
        self.allowsVanished = allowsVanished
        self.isStrict = isStrict
    }
}
