/// Bytes that are no stored histogram.
public struct LatencyDecodingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Problem: Sendable, Hashable {
        /// They end in the midst of something.
        case truncated
        /// They were written by a version that is not known here.
        case unknownVersion(UInt8)
        /// A bucket is not greater than the one before, or greater than the last that there is.
        case impossibleBucket
        /// A bucket has the count 0, which is not written.
        case emptyBucket
        /// A number has more bytes than it needs, or than 64 bits have.
        case malformedNumber
    }

    /// Where, counted in bytes from 0.
    public let offset: Int
    /// What is wrong.
    public let problem: Problem

    /// A refusal.
    ///
    /// - Parameters:
    ///   - offset: where.
    ///   - problem: what is wrong.
    public init(offset: Int, problem: Problem) {
        self.offset = offset
        self.problem = problem
    }

    /// What is wrong and where, for a person.
    public var description: String {
        let words =
            switch problem {
            case .truncated: "it ends too early"
            case .unknownVersion(let version): "its version is \(version), and only 1 is known: use a newer seamcheck"
            case .impossibleBucket: "a bucket is out of order or out of range"
            case .emptyBucket: "a bucket is empty"
            case .malformedNumber: "a number is not written in the fewest bytes, or too great"
            }
        return "can't read a latency histogram: at byte \(offset) \(words)"
    }
}
