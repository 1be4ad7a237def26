/// A stretch of a text that is replaced, and by what.
struct Replacement: Equatable {
    /// What stands there.
    enum Kind: Equatable {
        /// A secret of the user's, by its number among the secrets.
        case own(Int)
        /// A secret of somebody's.
        case secret
        /// Something that a pattern of the user's matches.
        case pattern
        /// Personal data.
        case personal(PersonalKind)
    }

    // There can be millions of them in a text that was made for it: hence the small numbers.
    private var low: UInt32
    private var high: UInt32
    private let code: UInt16
    private let quoteLength: UInt8
    private let quoteStart: UInt32

    /// A replacement.
    ///
    /// - Parameters:
    ///   - range: the stretch of the source.
    ///   - kind: what stands there.
    ///   - quote: where the source has the quotation mark to put around the placeholder; nil for none. A number or an object
    ///     becomes a string, so that JSON stays JSON.
    init(_ range: Range<Int>, _ kind: Kind, quote: Range<Int>? = nil) {
        low = UInt32(truncatingIfNeeded: range.lowerBound)
        high = UInt32(truncatingIfNeeded: range.upperBound)
        code = Self.code(of: kind)
        let quote = quote.flatMap { $0.count <= 255 ? $0 : nil }
        quoteLength = UInt8(quote?.count ?? 0)
        quoteStart = UInt32(truncatingIfNeeded: quote?.lowerBound ?? 0)
    }

    /// Where it begins, in bytes of the source.
    var start: Int {
        get { Int(low) }
        set { low = UInt32(truncatingIfNeeded: newValue) }
    }

    /// Where it ends.
    var end: Int { Int(high) }

    /// What stands there.
    var kind: Kind {
        switch code {
        case 0: .secret
        case 1: .pattern
        case 2: .personal(.email)
        case 3: .personal(.phone)
        case 4: .personal(.name)
        default: .own(Int(code) - Self.firstOwn)
        }
    }

    /// Whether it is a secret of the user's.
    var isOwn: Bool { code >= Self.firstOwn }

    /// Where the source has the quotation mark to put around the placeholder; empty for none.
    var quote: Range<Int> { Int(quoteStart)..<Int(quoteStart) + Int(quoteLength) }

    private static let firstOwn = 8

    private static func code(of kind: Kind) -> UInt16 {
        switch kind {
        case .secret: 0
        case .pattern: 1
        case .personal(.email): 2
        case .personal(.phone): 3
        case .personal(.name): 4
        case .own(let number): UInt16(firstOwn + number)
        }
    }
}

/// What a finder has found, and at what expense.
struct Findings {
    /// The replacements, in their order, none of which overlaps another.
    var replacements: [Replacement] = []
    /// How many bytes were looked at, each as often as it was.
    var visits = 0

    /// Puts a replacement behind the others, which all begin before it or where it does.
    ///
    /// What lies in another one is dropped, but for a secret of the user's that is all of the other, since its name says
    /// more. What reaches over the end of another loses what they share.
    mutating func add(_ replacement: Replacement) {
        guard let last = replacements.last, replacement.start < last.end else {
            replacements.append(replacement)
            return
        }
        if replacement.end <= last.end {
            let isSame = replacement.start == last.start && replacement.end == last.end
            if isSame, replacement.isOwn { replacements[replacements.count - 1] = replacement }
        } else if replacement.start == last.start {
            replacements[replacements.count - 1] = replacement
        } else {
            var rest = replacement
            rest.start = last.end
            replacements.append(rest)
        }
    }

    /// Puts a replacement behind the others, which all end before it or where it does.
    mutating func addByEnd(_ replacement: Replacement) {
        while let last = replacements.last, last.start >= replacement.start { replacements.removeLast() }
        add(replacement)
    }

    /// Takes in what another finder has found.
    mutating func formUnion(_ other: Findings) {
        visits += other.visits
        guard !other.replacements.isEmpty else { return }
        guard !replacements.isEmpty else {
            replacements = other.replacements
            return
        }
        var union = Findings()
        union.replacements.reserveCapacity(replacements.count + other.replacements.count)
        union.visits = visits + replacements.count + other.replacements.count
        var (left, right) = (0, 0)
        while left < replacements.count || right < other.replacements.count {
            let takesLeft =
                right == other.replacements.count
                || (left < replacements.count && replacements[left].start <= other.replacements[right].start)
            union.add(takesLeft ? replacements[left] : other.replacements[right])
            if takesLeft { left += 1 } else { right += 1 }
        }
        self = union
    }
}
