import Foundation

/// The Beta distribution: what is known of a rate between 0 and 1.
///
/// It is the conjugate prior of failures and passes: after `f` failures and `p` passes, Beta(a, b) becomes Beta(a + f, b + p).
public struct BetaDistribution: Sendable, Hashable {
    /// What speaks for a high rate, above 0: the prior's share and the failures.
    public let alpha: Double
    /// What speaks for a low rate, above 0: the prior's share and the passes.
    public let beta: Double

    /// A distribution.
    ///
    /// - Parameters:
    ///   - alpha: above 0.
    ///   - beta: above 0.
    public init(alpha: Double, beta: Double) {
        precondition(alpha > 0 && beta > 0, "a Beta distribution needs two parameters above 0")
        self.alpha = alpha
        self.beta = beta
    }

    /// The mean, which is also the chance that the next attempt fails.
    public var mean: Double { alpha / (alpha + beta) }

    /// The chance that the rate is at most so high: the regularised incomplete beta function.
    ///
    /// By the continued fraction of the Digital Library of Mathematical Functions, 8.17.22, on the side of the mean where it
    /// converges fast (8.17.4).
    /// - Parameter rate: the rate.
    /// - Returns: the chance, 0 to 1.
    public func cumulative(_ rate: Double) -> Double {
        guard rate > 0 else { return 0 }
        guard rate < 1 else { return 1 }
        guard rate <= (alpha + 1) / (alpha + beta + 2) else {
            return 1 - BetaDistribution(alpha: beta, beta: alpha).lowerTail(1 - rate)
        }
        return lowerTail(rate)
    }

    /// The rate that is exceeded with the chance `1 - chance`, to 12 digits behind the point.
    ///
    /// - Parameter chance: the chance, 0 to 1.
    /// - Returns: the rate.
    public func quantile(_ chance: Double) -> Double {
        var low = 0.0
        var high = 1.0
        while high - low > 1e-12 {
            let middle = (low + high) / 2
            if cumulative(middle) < chance { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The continued fraction, evaluated by Lentz's algorithm (DLMF 3.10(iii)).
    private func lowerTail(_ rate: Double) -> Double {
        let logarithm =
            lgamma(alpha + beta).0 - lgamma(alpha).0 - lgamma(beta).0 + alpha * log(rate) + beta * log1p(-rate)
        var fraction = 1.0
        var numerator = 1.0
        var denominator = 0.0
        for term in 1...100_000 {
            let coefficient = coefficient(term, rate)
            denominator = 1 / Self.apartFromZero(1 + coefficient * denominator)
            numerator = Self.apartFromZero(1 + coefficient / numerator)
            fraction *= numerator * denominator
            if abs(numerator * denominator - 1) < 1e-15 { break }
        }
        return min(1, exp(logarithm) / (alpha * fraction))
    }

    /// The partial numerators of the continued fraction, counted from 1 (DLMF 8.17.23).
    private func coefficient(_ term: Int, _ rate: Double) -> Double {
        let half = Double(term / 2)
        let divisor = alpha + 2 * half
        return term.isMultiple(of: 2)
            ? half * (beta - half) * rate / ((divisor - 1) * divisor)
            : -(alpha + half) * (alpha + beta + half) * rate / (divisor * (divisor + 1))
    }

    /// The number, or a tiny one in the place of 0, by which the algorithm must never divide.
    private static func apartFromZero(_ number: Double) -> Double {
        abs(number) < 1e-300 ? 1e-300 : number
    }
}
