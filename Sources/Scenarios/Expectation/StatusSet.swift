/// Some HTTP statuses, such as `200`, `[400, 404]` or `4xx`.
public struct StatusSet: Sendable, Hashable, CustomStringConvertible {
    /// The statuses as ranges, in the order they were written.
    public let ranges: [ClosedRange<Int>]

    /// Any 2xx.
    public static let accepted = StatusSet(ranges: [200...299])
    /// Any 4xx.
    public static let rejected = StatusSet(ranges: [400...499])

    /// Whether a status is one of these.
    ///
    /// - Parameter status: the status.
    /// - Returns: whether it is.
    public func contains(_ status: Int) -> Bool {
        ranges.contains { $0.contains(status) }
    }

    /// The statuses for people: `200`, `400 or 404`, `4xx`.
    public var description: String {
        ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound / 100)xx" }.joined(separator: " or ")
    }
}
