/// Reads the fixed-width fields of a date and time from left to right.
struct DigitReader {
    private var rest: String.UTF8View.SubSequence

    /// A reader at the start of the text.
    init(_ text: String.UTF8View) {
        rest = text[...]
    }

    /// Whether everything was read.
    var isAtEnd: Bool { rest.isEmpty }

    /// The next digits as a number; nil when there are fewer.
    mutating func number(digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// Passes one byte if it is one of these.
    mutating func skip(oneOf characters: String) -> Bool {
        guard let byte = rest.first, characters.utf8.contains(byte) else { return false }
        rest.removeFirst()
        return true
    }

    /// Passes a text if it comes next.
    mutating func skip(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    /// The fraction of a second in nanoseconds: 0 without one, nil when it is not 1 to 9 digits.
    mutating func fraction() -> Int? {
        guard skip(oneOf: ".") else { return 0 }
        var nanoseconds = 0
        var digits = 0
        while let digit = digit() {
            nanoseconds = nanoseconds * 10 + digit
            digits += 1
            if digits > 9 { return nil }
        }
        guard digits > 0 else { return nil }
        for _ in digits..<9 { nanoseconds *= 10 }
        return nanoseconds
    }

    /// The offset from UTC in minutes; nil when it is neither `Z` nor `±hh:mm`.
    mutating func offset() -> Int? {
        if skip(oneOf: "Zz") { return 0 }
        let sign = skip(oneOf: "-") ? -1 : 1
        if sign == 1, !skip(oneOf: "+") { return nil }
        guard let hours = number(digits: 2), hours < 24, skip(oneOf: ":"),
            let minutes = number(digits: 2), minutes < 60
        else { return nil }
        return sign * (hours * 60 + minutes)
    }

    /// The next digit.
    private mutating func digit() -> Int? {
        guard let byte = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        rest.removeFirst()
        return Int(byte - UInt8(ascii: "0"))
    }
}
