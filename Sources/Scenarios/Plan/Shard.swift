import SeamContract

/// One of several parts that a suite is split into, each for a machine of its own.
///
/// A case's part depends on its id alone, so it stays where it is when other cases come or go.
public struct Shard: Sendable, Hashable, CustomStringConvertible {
    /// Which part, from 1.
    public let number: Int
    /// How many parts there are.
    public let count: Int

    /// A part; nil when there is no such part.
    ///
    /// - Parameters:
    ///   - number: which part, from 1.
    ///   - count: how many parts there are, 1 to 100,000.
    public init?(number: Int, count: Int) {
        guard (1...StableHash.partLimit).contains(count), (1...count).contains(number) else { return nil }
        self.number = number
        self.count = count
    }

    /// A part as written on the command line: `2/5`; nil when the text is something else.
    ///
    /// - Parameter text: the text.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let number = parts[0], let count = parts[1] else { return nil }
        self.init(number: number, count: count)
    }

    /// Whether a case belongs to the part: the FNV-1a hash of its id, modulo the number of parts.
    ///
    /// - Parameter caseID: the id of the case.
    /// - Returns: whether it does.
    public func contains(_ caseID: String) -> Bool {
        StableHash(caseID).part(of: count) == number
    }

    /// The part as written: `2/5`.
    public var description: String { "\(number)/\(count)" }
}
