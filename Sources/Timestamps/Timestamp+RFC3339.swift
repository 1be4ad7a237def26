extension Timestamp {
    /// The instant that an RFC 3339 date-time names; nil when the text is not one.
    ///
    /// Any offset and 1 to 9 digits of a second are taken, `t` and `z` in either case (RFC 3339 section 5.6), a leap
    /// second only where one can be (23:59:60 UTC), and years from 1678 to 2261, which is what nanoseconds can hold.
    /// - Parameter text: such as `2026-08-21T10:40:00.5+02:00`.
    public init?(rfc3339 text: String) {
        var reader = DigitReader(text.utf8)
        guard
            let date = CivilDate(reading: &reader),
            (1678...2261).contains(date.year),
            reader.skip(oneOf: "Tt"),
            let time = TimeOfDay(reading: &reader),
            let offset = reader.offset(),
            reader.isAtEnd
        else { return nil }
        let minutes = Int64(time.hour * 60 + time.minute) - Int64(offset)
        if time.second == 60, minutes.flooringRemainder(by: 1440) != 1439 { return nil }
        let seconds = date.daysSinceEpoch * 86_400 + minutes * 60 + Int64(time.second)
        nanoseconds = seconds * 1_000_000_000 + Int64(time.nanosecond)
    }

    /// The instant as RFC 3339 in UTC with three digits of a second, such as `2026-08-21T08:40:00.500Z`.
    public var rfc3339: String {
        let seconds = milliseconds.flooringQuotient(by: 1000)
        let date = CivilDate(daysSinceEpoch: seconds.flooringQuotient(by: 86_400))
        let second = Int(seconds.flooringRemainder(by: 86_400))
        return "\(date)T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
            + ".\(padded(Int(milliseconds.flooringRemainder(by: 1000)), 3))Z"
    }
}

extension Timestamp: CustomStringConvertible {
    /// The instant as RFC 3339 in UTC with three digits of a second.
    public var description: String { rfc3339 }
}

extension Int64 {
    /// The remainder that goes with `flooringQuotient(by:)`; never negative.
    func flooringRemainder(by divisor: Int64) -> Int64 {
        self - flooringQuotient(by: divisor) * divisor
    }
}

/// The number with zeros in front.
func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}

/// The partial-time of RFC 3339 section 5.6.
private struct TimeOfDay {
    let hour: Int
    let minute: Int
    let second: Int
    let nanosecond: Int

    init?(reading reader: inout DigitReader) {
        guard
            let hour = reader.number(digits: 2), hour < 24, reader.skip(oneOf: ":"),
            let minute = reader.number(digits: 2), minute < 60, reader.skip(oneOf: ":"),
            let second = reader.number(digits: 2), second <= 60,
            let nanosecond = reader.fraction()
        else { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second
        self.nanosecond = nanosecond
    }
}
