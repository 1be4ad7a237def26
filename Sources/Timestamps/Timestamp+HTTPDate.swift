extension Timestamp {
    /// The instant that an HTTP date names; nil when the text is not one.
    ///
    /// Source: RFC 9110 §5.6.7. All three forms are read: `Sun, 06 Nov 1994 08:49:37 GMT`, and the two obsolete ones,
    /// `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`. Letter case does not matter, and the day of the week
    /// need not fit the date. A date outside of the years 1678 to 2261 gives the first or last instant that there is.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - now: the time. A year of two digits that is more than 50 years ahead of it belongs to the century before.
    public init?(httpDate text: String, now: Timestamp) {
        guard text.utf8.count <= HTTPDateReader.longest else { return nil }
        let text = text.lowercased()
        let forms: [(inout HTTPDateReader) -> Timestamp?] = [
            { $0.currentForm() }, { $0.longForm(now: now) }, { $0.plainForm() },
        ]
        for form in forms {
            var reader = HTTPDateReader(text)
            if let instant = form(&reader), reader.digits.isAtEnd {
                self = instant
                return
            }
        }
        return nil
    }
}

/// Reads the forms of an HTTP date, in small letters.
private struct HTTPDateReader {
    /// The most bytes of an HTTP date: those of `Wednesday, 06-Nov-94 08:49:37 GMT`.
    static let longest = 33

    var digits: DigitReader

    init(_ text: String) {
        digits = DigitReader(text.utf8)
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    mutating func currentForm() -> Timestamp? {
        guard let weekday = word(Self.weekdays), weekday.utf8.count == 3, digits.skip(", "),
            let day = digits.number(digits: 2), digits.skip(" "),
            let month = month(), digits.skip(" "),
            let year = digits.number(digits: 4), digits.skip(" "),
            let time = time(), digits.skip(" gmt")
        else { return nil }
        return Self.instant(year: year, month: month, day: day, time: time)
    }

    /// `Sunday, 06-Nov-94 08:49:37 GMT`.
    mutating func longForm(now: Timestamp) -> Timestamp? {
        guard let weekday = word(Self.weekdays), weekday.utf8.count > 3, digits.skip(", "),
            let day = digits.number(digits: 2), digits.skip("-"),
            let month = month(), digits.skip("-"),
            let shortYear = digits.number(digits: 2), digits.skip(" "),
            let time = time(), digits.skip(" gmt")
        else { return nil }
        let thisYear = now.year
        let year = thisYear / 100 * 100 + shortYear
        return Self.instant(year: year > thisYear + 50 ? year - 100 : year, month: month, day: day, time: time)
    }

    /// `Sun Nov  6 08:49:37 1994`.
    mutating func plainForm() -> Timestamp? {
        guard let weekday = word(Self.weekdays), weekday.utf8.count == 3, digits.skip(" "),
            let month = month(), digits.skip(" "),
            let day = digits.skip(" ") ? digits.number(digits: 1) : digits.number(digits: 2), digits.skip(" "),
            let time = time(), digits.skip(" "),
            let year = digits.number(digits: 4)
        else { return nil }
        return Self.instant(year: year, month: month, day: day, time: time)
    }

    /// The second of the day that `08:49:37` names, a leap second included.
    private mutating func time() -> Int64? {
        guard let hour = digits.number(digits: 2), hour < 24, digits.skip(":"),
            let minute = digits.number(digits: 2), minute < 60, digits.skip(":"),
            let second = digits.number(digits: 2), second <= 60
        else { return nil }
        return Int64(hour * 3600 + minute * 60 + second)
    }

    /// The month, 1 to 12.
    private mutating func month() -> Int? {
        word(Self.months).flatMap { Self.months.firstIndex(of: $0) }.map { $0 + 1 }
    }

    /// Passes the first of some words that comes next; nil when none does.
    private mutating func word(_ words: [String]) -> String? {
        words.first { digits.skip($0) }
    }

    /// The instant; nil when there is no such day.
    private static func instant(year: Int, month: Int, day: Int, time: Int64) -> Timestamp? {
        guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
        return Timestamp(milliseconds: (date.daysSinceEpoch * 86_400 + time) * 1000)
    }

    /// The days of the week, the long names before the short ones that they begin with.
    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    ]
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}

extension Timestamp {
    /// The year in UTC.
    fileprivate var year: Int {
        CivilDate(daysSinceEpoch: milliseconds.flooringQuotient(by: 86_400_000)).year
    }
}
