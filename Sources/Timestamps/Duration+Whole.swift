extension Duration {
    /// Whole nanoseconds; a fraction is cut off, and beyond the range of the number it is the nearest number there is.
    package var wholeNanoseconds: Int64 { whole(perSecond: 1_000_000_000) }

    /// Whole microseconds; a fraction is cut off, and beyond the range of the number it is the nearest number there is.
    package var wholeMicroseconds: Int64 { whole(perSecond: 1_000_000) }

    /// The whole units of which a second has so many; at most 10^18.
    private func whole(perSecond unitCount: Int64) -> Int64 {
        let (seconds, attoseconds) = components
        let (product, isTooLong) = seconds.multipliedReportingOverflow(by: unitCount)
        let (sum, isOutside) = product.addingReportingOverflow(attoseconds / (1_000_000_000_000_000_000 / unitCount))
        return isTooLong || isOutside ? (seconds < 0 ? .min : .max) : sum
    }
}
