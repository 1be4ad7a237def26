import Foundation

/// Whether answers became slower or faster: by how much, and whether luck can be the reason.
///
/// Two histograms are compared at one quantile. They differ *really* when the quantile moved by more than the tolerance and
/// the move is significant. The test knows nothing of how latencies are distributed. It supposes that the later quantile is at most
/// the tolerance above the earlier one, so that some latency `v` lies at or above the one and, scaled, at or below the other.
/// Then the number of later latencies up to `v` is binomial with at least the quantile's share, and the number of earlier
/// ones below the scaled `v` binomial with at most it (the way in which order statistics bound quantiles: David and Nagaraja,
/// Order Statistics, 2003, section 7.1). Two independent numbers give two p-values, Fisher's method makes one of them, and the
/// `v` that fits best counts, so that the chance to be wrong is at most the significance, whatever `v` truly is.
public struct LatencyComparison: Sendable, Hashable {
    /// What became of the latency.
    public enum Change: String, Sendable, Hashable, CaseIterable {
        /// It grew by more than the tolerance, and luck is no likely reason.
        case slower
        /// It shrank by more than the tolerance, and luck is no likely reason.
        case faster
        /// It moved by more than the tolerance, and luck may be the reason: too few answers, or they differ too much.
        case unproven
        /// It moved by no more than the tolerance.
        case same
    }

    /// The quantile before.
    public let before: Duration
    /// The quantile after.
    public let after: Duration
    /// How probable so great a move is when the true one is within the tolerance: at most this, 0 to 1.
    ///
    /// It is that of the direction in which the quantile moved.
    public let pValue: Double
    /// What became of the latency.
    public let change: Change

    /// Compares two histograms; nil when one of them is empty.
    ///
    /// - Parameters:
    ///   - before: the latencies to start from.
    ///   - after: the latencies that are asked about.
    ///   - share: which quantile, above 0 and below 1, such as 0.95.
    ///   - tolerance: the part by which it may grow or shrink, at least 0: with 0.1 from 100 ms to 110 ms, or from 110 ms to
    ///     100 ms.
    ///   - significance: how improbable luck must be for a real change, above 0 and below 1. Whoever compares many operations
    ///     and wants one false alarm in so many runs divides it by their number (Bonferroni).
    public init?(
        _ before: LatencyHistogram,
        _ after: LatencyHistogram,
        share: Double = 0.95,
        tolerance: Double,
        significance: Double = 0.01
    ) {
        guard let old = before.quantile(share), let new = after.quantile(share) else { return nil }
        self.before = old
        self.after = new
        let isSlower = new >= old
        let (low, high) = isSlower ? (before, after) : (after, before)
        pValue = low.chanceOfGrowth(to: high, share: share, factor: 1 + tolerance)
        let isWithin = isSlower ? new <= old * (1 + tolerance) : old <= new * (1 + tolerance)
        change =
            switch (isWithin, pValue <= significance) {
            case (true, _): .same
            case (false, false): .unproven
            case (false, true): isSlower ? .slower : .faster
            }
    }
}

extension LatencyHistogram {
    /// How probable it is at most that the quantile of another seems so much greater, when it truly is at most the factor
    /// greater.
    ///
    /// A latency in the same bucket as `v` counts as what speaks for the supposition, so that rounding makes no false alarm.
    fileprivate func chanceOfGrowth(to other: LatencyHistogram, share: Double, factor: Double) -> Double {
        var chance = Self.combined(1, Binomial(count: other.count, chance: share).cumulative(0))
        var below: UInt64 = 0
        var upTo: UInt64 = 0
        var rest = entries[...]
        for entry in other.entries {
            upTo = upTo.adding(entry.count)
            while let next = rest.first, Double(next.bucket.highest) * factor < Double(entry.bucket.lowest) {
                below = below.adding(next.count)
                rest.removeFirst()
            }
            let earlier = Binomial(count: count, chance: share).atLeast(below)
            let later = Binomial(count: other.count, chance: share).cumulative(upTo)
            chance = max(chance, Self.combined(earlier, later))
        }
        return min(1, chance)
    }

    /// Two independent p-values as one (Fisher, Statistical Methods for Research Workers, section 21.1): with their product
    /// `p`, the chance that a chi-square of four degrees of freedom exceeds `-2 ln p`, which is `p (1 - ln p)`.
    private static func combined(_ first: Double, _ second: Double) -> Double {
        let product = first * second
        return product > 0 ? product * (1 - log(product)) : 0
    }
}
