import Testing
import Timestamps

@Suite("Timestamps")
struct TimestampTests {
    @Test(
        "an RFC 3339 date-time is read to the instant it names",
        arguments: [
            ("1970-01-01T00:00:00Z", 0),
            ("2026-08-21T08:40:00.500Z", 1_787_301_600_500),
            ("2026-08-21T10:40:00.5+02:00", 1_787_301_600_500),
            ("2026-08-20t23:40:00.500000000-09:00", 1_787_301_600_500),
            ("1969-12-31T23:59:59.999z", -1),
            ("2024-02-29T00:00:00Z", 1_709_164_800_000),
            ("2016-12-31T23:59:60Z", 1_483_228_800_000),
            ("2017-01-01T00:59:60+01:00", 1_483_228_800_000),
        ]
    )
    func reads(text: String, milliseconds: Int64) {
        #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(
        "what is no RFC 3339 date-time is refused",
        arguments: [
            "", "2026-08-21", "2026-08-21 08:40:00Z", "2026-08-21T08:40:00", "2026-08-21T08:40Z",
            "2026-13-01T00:00:00Z",
            "2026-02-29T00:00:00Z", "2026-08-21T24:00:00Z", "2026-08-21T08:60:00Z", "2026-08-21T08:40:60Z",
            "2026-08-21T08:40:00.Z", "2026-08-21T08:40:00.1234567890Z", "2026-08-21T08:40:00+0200", "1709164800",
            "2026-08-21T08:40:00Z ", "２026-08-21T08:40:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
        ]
    )
    func refuses(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test(
        "what is written is read as the same instant",
        arguments: Array(stride(from: Int64(-9_000_000_000_000), to: 9_000_000_000_000, by: 333_333_333_337))
    )
    func roundTrip(milliseconds: Int64) {
        let instant = Timestamp(milliseconds: milliseconds)
        #expect(Timestamp(rfc3339: instant.rfc3339) == instant)
    }

    @Test("a duration added and taken away again leads back")
    func arithmetic() {
        let instant = Timestamp(milliseconds: 1_787_301_600_500)
        #expect((instant + .seconds(90)).rfc3339 == "2026-08-21T08:41:30.500Z")
        #expect(instant + .seconds(90) - instant == .seconds(90))
        #expect(instant + .seconds(90) - .seconds(90) == instant)
    }

    @Test("what would be out of range is none, or the first or last instant, and does not wrap around")
    func range() {
        let instant = Timestamp(milliseconds: 1_787_301_600_500)
        #expect(instant.advanced(by: .seconds(100_000 * 86_400)) == nil)
        #expect(instant.advanced(by: .seconds(-200_000 * 86_400)) == nil)
        #expect(instant.advanced(by: .seconds(Int64.max)) == nil)
        #expect(instant + .seconds(Int64.max) == Timestamp(nanoseconds: .max))
        #expect(instant - .seconds(Int64.max) == Timestamp(nanoseconds: .min))
        let (first, last) = (Timestamp(nanoseconds: .min), Timestamp(nanoseconds: .max))
        #expect(last - first == .nanoseconds(Int64.max) - .nanoseconds(Int64.min))
    }

    @Test("milliseconds and seconds out of range are the first or last instant")
    func conversions() {
        let (first, last) = (Timestamp(nanoseconds: .min), Timestamp(nanoseconds: .max))
        #expect(Timestamp(milliseconds: .max) == last)
        #expect(Timestamp(milliseconds: 10_413_792_000_000) == last)
        #expect(Timestamp(milliseconds: .min) == first)
        #expect(Timestamp(secondsSinceEpoch: 1.5) == Timestamp(milliseconds: 1500))
        #expect(Timestamp(secondsSinceEpoch: 1e300) == last)
        #expect(Timestamp(secondsSinceEpoch: -.infinity) == first)
        #expect(Timestamp(secondsSinceEpoch: .nan) == Timestamp(nanoseconds: 0))
    }

    @Test(
        "a duration in whole units is cut, and the nearest number when it is out of range",
        arguments: [
            (Duration.nanoseconds(1_999), Int64(1_999), Int64(1)), (.nanoseconds(-1_999), -1_999, -1),
            (.seconds(Int64.max), .max, .max), (.seconds(Int64.min), .min, .min),
            (.microseconds(UInt64.max), .max, .max), (.nanoseconds(Int64.max), .max, .max / 1000),
            (.nanoseconds(Int64.min), .min, .min / 1000),
        ]
    )
    func wholeUnits(duration: Duration, nanoseconds: Int64, microseconds: Int64) {
        #expect(duration.wholeNanoseconds == nanoseconds)
        #expect(duration.wholeMicroseconds == microseconds)
    }

    @Test(
        "a full-date is a day that exists",
        arguments: [("2024-02-29", true), ("2023-02-29", false), ("2024-2-9", false)]
    )
    func dates(text: String, isDate: Bool) {
        #expect((CivilDate(rfc3339: text) != nil) == isDate)
    }
}
