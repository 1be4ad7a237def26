/// An instant of UTC to the nanosecond, as RFC 3339 writes it, without a clock, a calendar or a time zone of its own.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Nanoseconds since 1970-01-01T00:00:00Z, leap seconds not counted; negative before it.
    ///
    /// The range is that of `Int64`, from the year 1677 to 2262.
    public let nanoseconds: Int64

    /// An instant.
    ///
    /// - Parameter nanoseconds: nanoseconds since 1970-01-01T00:00:00Z.
    public init(nanoseconds: Int64) {
        self.nanoseconds = nanoseconds
    }

    /// An instant, or the first or last that there is when it is out of range.
    ///
    /// - Parameter milliseconds: milliseconds since 1970-01-01T00:00:00Z.
    public init(milliseconds: Int64) {
        let (product, isOutside) = milliseconds.multipliedReportingOverflow(by: 1_000_000)
        nanoseconds = isOutside ? (milliseconds < 0 ? .min : .max) : product
    }

    /// An instant as a clock of the machine counts it, or the first or last that there is when it is out of range.
    ///
    /// - Parameter seconds: seconds since 1970-01-01T00:00:00Z; "not a number" counts as 0.
    public init(secondsSinceEpoch seconds: Double) {
        let nearest: Int64 = seconds < 0 ? .min : seconds > 0 ? .max : 0
        nanoseconds = Int64(exactly: (seconds * 1_000_000_000).rounded()) ?? nearest
    }

    /// Whole milliseconds since 1970-01-01T00:00:00Z, rounded down.
    public var milliseconds: Int64 {
        nanoseconds.flooringQuotient(by: 1_000_000)
    }

    /// Whether the left instant is the earlier one.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.nanoseconds < right.nanoseconds
    }

    /// The instant a duration later.
    ///
    /// - Parameter duration: how much later; negative for earlier; what is finer than a nanosecond is cut off.
    /// - Returns: the instant; nil when it is out of range.
    public func advanced(by duration: Duration) -> Timestamp? {
        let (seconds, attoseconds) = duration.components
        let (whole, isTooLong) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (length, isTooFine) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
        let (sum, isOutside) = nanoseconds.addingReportingOverflow(length)
        return isTooLong || isTooFine || isOutside ? nil : Timestamp(nanoseconds: sum)
    }

    /// The instant a duration later, or the last or first instant that there is.
    public static func + (instant: Timestamp, duration: Duration) -> Timestamp {
        instant.advanced(by: duration) ?? Timestamp(nanoseconds: duration < .zero ? .min : .max)
    }

    /// The instant a duration earlier, or the first or last instant that there is.
    public static func - (instant: Timestamp, duration: Duration) -> Timestamp {
        instant + (.zero - duration)
    }

    /// How much later the left instant is than the right; negative when it is earlier.
    public static func - (left: Timestamp, right: Timestamp) -> Duration {
        .nanoseconds(left.nanoseconds) - .nanoseconds(right.nanoseconds)
    }
}

extension Int64 {
    /// The quotient rounded towards negative infinity, so that days before 1970 come out right.
    func flooringQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
