extension JSONNumber {
    /// The exact value of a number: a sign, digits without zeros at either end, and a power of ten.
    ///
    /// Its cost grows with the written length, never with the exponent. Exponents beyond 10^36 count as 10^36.
    struct Decimal: Hashable {
        /// Whether it is below zero.
        let isNegative: Bool
        /// The digits, each 0 to 9, the first and the last not 0; empty for zero.
        let digits: [UInt8]
        /// The power of ten that `0.digits` is multiplied with; 0 for zero.
        let exponent: Int128

        /// The value of a number.
        ///
        /// - Parameter text: the number in the grammar of RFC 8259 section 6.
        init(_ text: String) {
            var digits: [UInt8] = []
            var leadingZeros = 0
            var wholeDigits: Int?
            var written = 0
            var bytes = text.utf8[...]
            let isNegative = bytes.first == UInt8(ascii: "-")
            if isNegative { bytes.removeFirst() }
            digits.reserveCapacity(bytes.count)
            while let byte = bytes.popFirst(), byte | 0x20 != UInt8(ascii: "e") {
                if byte == UInt8(ascii: ".") {
                    wholeDigits = written
                    continue
                }
                written += 1
                if digits.isEmpty, byte == UInt8(ascii: "0") {
                    leadingZeros += 1
                } else {
                    digits.append(byte - UInt8(ascii: "0"))
                }
            }
            while digits.last == 0 { digits.removeLast() }
            let isZero = digits.isEmpty
            self.isNegative = isNegative && !isZero
            self.digits = digits
            let exponent = Decimal.exponent(bytes) + Int128(wholeDigits ?? written) - Int128(leadingZeros)
            self.exponent = isZero ? 0 : max(-Decimal.exponentLimit, min(exponent, Decimal.exponentLimit))
        }

        /// Feeds the sign, the digits and the power of ten.
        func hash(into hasher: inout Hasher) {
            hasher.combine(isNegative)
            hasher.combine(exponent)
            digits.withUnsafeBytes { hasher.combine(bytes: $0) }
        }

        /// The written exponent, 0 when there is none.
        private static func exponent(_ text: Substring.UTF8View) -> Int128 {
            var exponent: Int128 = 0
            for byte in text where byte &- UInt8(ascii: "0") < 10 && exponent < Decimal.exponentLimit * 10 {
                exponent = exponent * 10 + Int128(byte - UInt8(ascii: "0"))
            }
            exponent = min(exponent, Decimal.exponentLimit * 10)
            return text.first == UInt8(ascii: "-") ? -exponent : exponent
        }

        private static let exponentLimit: Int128 = 1_000_000_000_000_000_000_000_000_000_000_000_000
    }
}

extension JSONNumber.Decimal: Comparable {
    /// Whether one value is less than another.
    static func < (left: Self, right: Self) -> Bool {
        if left.sign != right.sign { return left.sign < right.sign }
        return left.isNegative ? right.isSmaller(than: left) : left.isSmaller(than: right)
    }

    /// -1, 0 or 1.
    private var sign: Int {
        digits.isEmpty ? 0 : isNegative ? -1 : 1
    }

    /// Whether its distance from zero is smaller than that of another value of the same sign.
    private func isSmaller(than other: Self) -> Bool {
        if exponent != other.exponent { return exponent < other.exponent }
        return digits.lexicographicallyPrecedes(other.digits)
    }
}

extension JSONNumber.Decimal {
    /// Whether the value has no fraction.
    var isInteger: Bool {
        digits.isEmpty || exponent >= digits.count
    }

    /// The value as an `Int`, nil when it has a fraction or does not fit.
    var intValue: Int? {
        guard isInteger, exponent <= 19 else { return nil }
        var value = 0
        for place in 0..<Int(exponent) {
            let digit = place < digits.count ? Int(digits[place]) : 0
            let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, carry) = tenfold.addingReportingOverflow(isNegative ? -digit : digit)
            guard !overflow, !carry else { return nil }
            value = next
        }
        return value
    }

    /// The value in the one form that its canonical text has.
    var text: String {
        let plain = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
        let sign = isNegative ? "-" : ""
        let count = Int128(digits.count)
        switch exponent {
        case _ where digits.isEmpty:
            return "0"
        case 1...21 where count <= exponent:
            return sign + plain + String(repeating: "0", count: Int(exponent - count))
        case 1...21:
            return sign + plain.prefix(Int(exponent)) + "." + plain.dropFirst(Int(exponent))
        case -5...0:
            return sign + "0." + String(repeating: "0", count: -Int(exponent)) + plain
        default:
            let fraction = count > 1 ? "." + plain.dropFirst() : ""
            return sign + plain.prefix(1) + fraction + "e" + String(exponent - 1)
        }
    }
}
