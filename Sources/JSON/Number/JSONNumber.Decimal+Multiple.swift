extension JSONNumber.Decimal {
    /// Whether the value is a whole multiple of another.
    ///
    /// With both as whole numbers times a power of ten, the question is whether `digits × 10^shift` leaves no rest. A
    /// negative shift leaves one always, for the last digit is not 0. Each factor of ten can cancel only twos and fives
    /// of the divisor, of which it has fewer than four for each digit: more factors than that change nothing.
    ///
    /// - Parameter divisor: the other value.
    /// - Returns: whether it is.
    func isMultiple(of divisor: Self) -> Bool {
        guard !digits.isEmpty else { return true }
        guard !divisor.digits.isEmpty else { return false }
        let shift = (exponent - Int128(digits.count)) - (divisor.exponent - Int128(divisor.digits.count))
        guard shift >= 0 else { return false }
        let zeros = Int(min(shift, Int128(divisor.digits.count * 4)))
        if divisor.digits.count <= 18 { return leavesNoRest(dividedBySmall: divisor.digits, zeros: zeros) }
        var remainder = DecimalRemainder(of: divisor.digits)
        remainder.append(digits)
        remainder.appendZeros(zeros)
        return remainder.isZero
    }

    /// Long division by a divisor of up to 18 digits.
    private func leavesNoRest(dividedBySmall divisor: [UInt8], zeros: Int) -> Bool {
        let divisor = divisor.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
        var rest: UInt64 = 0
        for digit in digits {
            rest = (rest * 10 + UInt64(digit)) % divisor
        }
        for _ in 0..<zeros where rest != 0 {
            rest = rest * 10 % divisor
        }
        return rest == 0
    }
}
