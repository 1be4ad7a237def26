/// The dates and times of RFC 3339 §5.6.
enum DateTimeGrammar {
    /// Whether this is a `full-date` that the calendar has.
    static func isDate(_ bytes: FormatBytes) -> Bool {
        var reader = DateTimeReader(bytes)
        return reader.readDate() && reader.isAtEnd
    }

    /// Whether this is a `date-time`.
    static func isDateTime(_ bytes: FormatBytes) -> Bool {
        var reader = DateTimeReader(bytes)
        return reader.readDate() && reader.skip("T", "t") && reader.readTime() && reader.isAtEnd
    }
}

/// Reads the parts of an RFC 3339 date and time.
private struct DateTimeReader {
    /// The whole text.
    private let bytes: FormatBytes
    /// How many bytes have been read.
    private var position = 0

    /// A reader of a whole text.
    init(_ bytes: FormatBytes) {
        self.bytes = bytes
    }

    /// Whether all is read.
    var isAtEnd: Bool { position == bytes.count }

    /// Reads `full-date`; false when there is none.
    mutating func readDate() -> Bool {
        guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2) else {
            return false
        }
        return (1...12).contains(month) && day >= 1 && day <= Self.days(in: month, of: year)
    }

    /// Reads `full-time`; false when there is none.
    mutating func readTime() -> Bool {
        guard let hour = number(2), skip(":"), let minute = number(2), skip(":"), let second = number(2) else {
            return false
        }
        guard hour < 24, minute < 60, second <= 60, readFraction(), let offset = readOffset() else { return false }
        let minuteOfDay = (hour * 60 + minute - offset + 2 * 1440) % 1440
        return second < 60 || minuteOfDay == 1439
    }

    /// Reads the fraction of a second, if there is one.
    private mutating func readFraction() -> Bool {
        guard skip(".") else { return true }
        let start = position
        while position < bytes.count, bytes[position].isDigit { position += 1 }
        return position > start
    }

    /// Reads `time-offset`, in minutes; nil when there is none.
    private mutating func readOffset() -> Int? {
        if skip("Z", "z") { return 0 }
        let isWest = skip("-")
        guard isWest || skip("+"), let hours = number(2), skip(":"), let minutes = number(2) else { return nil }
        return hours < 24 && minutes < 60 ? (hours * 60 + minutes) * (isWest ? -1 : 1) : nil
    }

    /// Skips a character, or another one in its place; false when neither is next.
    mutating func skip(_ one: Unicode.Scalar, _ other: Unicode.Scalar? = nil) -> Bool {
        guard position < bytes.count else { return false }
        let next = UInt32(bytes[position])
        guard next == one.value || next == other?.value else { return false }
        position += 1
        return true
    }

    /// Reads a number of exactly so many digits.
    private mutating func number(_ digits: Int) -> Int? {
        guard position + digits <= bytes.count else { return nil }
        var value = 0
        for index in position..<position + digits {
            guard bytes[index].isDigit else { return nil }
            value = value * 10 + Int(bytes[index] &- UInt8(ascii: "0"))
        }
        position += digits
        return value
    }

    /// How many days a month has.
    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
