/// How the parallel copies of a call must end.
public struct Outcomes: Sendable, Hashable {
    /// How many must be accepted (2xx); nil when it does not matter.
    public let accepted: Share?
    /// How many must be rejected (4xx); nil when it does not matter.
    public let rejected: Share?

    /// How many of the copies.
    public enum Share: Sendable, Hashable {
        /// A number in this range.
        case count(CountRange)
        /// All that are not counted on the other side.
        case rest
    }
}

/// A range of numbers of things.
public struct CountRange: Sendable, Hashable, CustomStringConvertible {
    /// The least number.
    public let atLeast: Int
    /// The greatest number; nil when there is none.
    public let atMost: Int?

    /// Whether a number lies in the range.
    ///
    /// - Parameter count: the number.
    /// - Returns: whether it does.
    public func contains(_ count: Int) -> Bool {
        count >= atLeast && count <= (atMost ?? count)
    }

    /// The range for people: `3`, `at least 1`, `at most 4`, `1 to 4`.
    public var description: String {
        switch (atLeast, atMost) {
        case (let least, nil): "at least \(least)"
        case (let least, let most?) where least == most: "\(least)"
        case (0, let most?): "at most \(most)"
        case (let least, let most?): "\(least) to \(most)"
        }
    }
}
