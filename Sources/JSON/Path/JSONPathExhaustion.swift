/// A query that looks at too many places of a value: parts of it that look everywhere below multiply each other.
public struct JSONPathExhaustion: Error, Sendable, Hashable, CustomStringConvertible {
    /// How many places a query may look at, each time it does.
    public static let limit = 10_000_000

    /// What happened and what to write instead, as a lower-case fragment.
    public var description: String {
        "the query looks at more than \(Self.limit) places of the value (write names in place of '..' and '*')"
    }
}
