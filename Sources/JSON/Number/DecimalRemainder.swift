/// What is left of a whole number of any length, which comes digit by digit, when divided by another.
///
/// The work is done on groups of nine digits, as in Knuth, The Art of Computer Programming, volume 2, 4.3.1, algorithm D.
struct DecimalRemainder {
    private static let base: UInt64 = 1_000_000_000

    /// The divisor times `scale`, in groups of nine digits, the lowest first; the highest is at least half of the base.
    private let divisor: [UInt64]
    /// What makes the highest group large enough for a quotient to be guessed from the highest groups alone.
    private let scale: UInt64
    /// The remainder so far times `scale`, in as many groups and one more.
    private var rest: [UInt64]

    /// The remainder of 0.
    ///
    /// - Parameter digits: the divisor's digits, each 0 to 9, the first not 0.
    init(of digits: [UInt8]) {
        var groups: [UInt64] = []
        for end in stride(from: digits.count, to: 0, by: -9) {
            groups.append(digits[max(0, end - 9)..<end].reduce(0) { $0 * 10 + UInt64($1) })
        }
        scale = Self.base / ((groups.last ?? 0) + 1)
        divisor = Self.product(groups, scale)
        rest = Array(repeating: 0, count: divisor.count + 1)
    }

    /// Whether nothing is left.
    var isZero: Bool { rest.allSatisfy { $0 == 0 } }

    /// Appends digits to the number.
    ///
    /// - Parameter digits: the digits, each 0 to 9.
    mutating func append(_ digits: [UInt8]) {
        for start in stride(from: 0, to: digits.count, by: 9) {
            let group = digits[start..<min(start + 9, digits.count)]
            append(group.reduce(0) { $0 * 10 + UInt64($1) }, count: group.count)
        }
    }

    /// Appends zeros to the number.
    ///
    /// - Parameter count: how many.
    mutating func appendZeros(_ count: Int) {
        for start in stride(from: 0, to: count, by: 9) where !isZero {
            append(0, count: min(9, count - start))
        }
    }

    /// Appends a group of up to nine digits: `rest = (rest × 10^count + group × scale) mod divisor`.
    private mutating func append(_ group: UInt64, count: Int) {
        let power = (0..<count).reduce(UInt64(1)) { power, _ in power * 10 }
        var carry = group * scale
        for place in rest.indices {
            carry += rest[place] * power
            rest[place] = carry % Self.base
            carry /= Self.base
        }
        reduce()
    }

    /// Takes the divisor away as often as it is in the rest, less than a whole group's number of times.
    private mutating func reduce() {
        let top = divisor.count
        let quotient = (rest[top] * Self.base + rest[top - 1]) / divisor[top - 1]
        var borrow: UInt64 = 0
        for place in divisor.indices {
            borrow += divisor[place] * quotient
            let part = borrow % Self.base
            borrow /= Self.base
            if rest[place] < part {
                rest[place] += Self.base
                borrow += 1
            }
            rest[place] -= part
        }
        // The guess is too large by two at most.
        var missing = Int64(rest[top]) - Int64(borrow)
        while missing < 0 { missing += Int64(addDivisor()) }
        rest[top] = UInt64(missing)
    }

    /// Gives the divisor back once: the carry into the highest group.
    private mutating func addDivisor() -> UInt64 {
        var carry: UInt64 = 0
        for place in divisor.indices {
            carry += rest[place] + divisor[place]
            rest[place] = carry % Self.base
            carry /= Self.base
        }
        return carry
    }

    /// The groups of a number times a factor, which leaves as many groups.
    private static func product(_ groups: [UInt64], _ factor: UInt64) -> [UInt64] {
        var carry: UInt64 = 0
        return groups.map { group in
            carry += group * factor
            defer { carry /= base }
            return carry % base
        }
    }
}
