/// How many of so many independent trials succeed.
struct Binomial {
    /// How many trials.
    let count: UInt64
    /// How probable each is to succeed, above 0 and below 1.
    let chance: Double

    /// How probable it is that at most so many succeed (DLMF 8.17.5).
    func cumulative(_ successes: UInt64) -> Double {
        guard successes < count else { return 1 }
        return BetaDistribution(alpha: Double(count - successes), beta: Double(successes) + 1).cumulative(1 - chance)
    }

    /// How probable it is that at least so many succeed.
    func atLeast(_ successes: UInt64) -> Double {
        guard successes > 0 else { return 1 }
        guard successes <= count else { return 0 }
        return BetaDistribution(alpha: Double(successes), beta: Double(count - successes) + 1).cumulative(chance)
    }
}
