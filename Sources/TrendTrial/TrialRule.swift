/// A rule that says of each night whether a case is broken, and may have it run again before.
public protocol TrialRule: Sendable {
    /// Judges the next night.
    ///
    /// - Parameter attempts: whether each attempt failed: the first one, then the re-runs, of which only so many may be
    ///   looked at as are told in the answer.
    /// - Returns: what is claimed, and how many re-runs that took.
    mutating func judge(_ attempts: [Bool]) -> (claim: Claim, rerunCount: Int)
}

/// What a rule says of a case in a night.
public enum Claim: Sendable, Hashable {
    /// That it is not broken, or nothing.
    case nothing
    /// That it is broken.
    case broken
    /// That it is broken and was not before.
    case regressed
}

/// The rule that is common in reports: a case that fails is broken, unless it is flaky, which it is when it passed later than
/// a failure in the five nights before (Allure 2 marks tests as flaky in this way).
public struct LastFiveRule: TrialRule {
    private var last: [Bool] = []

    /// The rule before the first night.
    public init() {}

    /// Judges the next night by its first attempt.
    public mutating func judge(_ attempts: [Bool]) -> (claim: Claim, rerunCount: Int) {
        defer { last = last.suffix(4) + [attempts[0]] }
        guard attempts[0] else { return (.nothing, 0) }
        let isFlaky = last.drop { !$0 }.contains(false)
        return (isFlaky ? .nothing : .broken, 0)
    }
}

/// The rule that is common in runners: a case that fails is run again until it passes, three times at most, and is broken
/// when it never does.
public struct RetryThreeRule: TrialRule {
    /// The rule.
    public init() {}

    /// Judges the next night by up to four attempts.
    public mutating func judge(_ attempts: [Bool]) -> (claim: Claim, rerunCount: Int) {
        let failures = attempts.prefix(4).prefix { $0 }.count
        return (failures == 4 ? .broken : .nothing, min(failures, 3))
    }
}
