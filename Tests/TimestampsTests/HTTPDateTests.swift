import Testing
import Timestamps

@Suite("HTTP dates")
struct HTTPDateTests {
    /// 2027-01-15T08:00:00Z.
    private static let now = Timestamp(milliseconds: 1_800_000_000_000)

    @Test(
        "each form of an HTTP date is read to the instant it names",
        arguments: [
            ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37.000Z"),
            ("sun, 06 nov 1994 08:49:37 gmt", "1994-11-06T08:49:37.000Z"),
            ("Mon, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37.000Z"),
            ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37.000Z"),
            ("Wednesday, 06-Nov-76 08:49:37 GMT", "2076-11-06T08:49:37.000Z"),
            ("Wednesday, 06-Nov-77 08:49:37 GMT", "2077-11-06T08:49:37.000Z"),
            ("Wednesday, 06-Nov-78 08:49:37 GMT", "1978-11-06T08:49:37.000Z"),
            ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37.000Z"),
            ("Wed Nov 16 08:49:37 1994", "1994-11-16T08:49:37.000Z"),
            ("Thu, 29 Feb 2024 00:00:00 GMT", "2024-02-29T00:00:00.000Z"),
            ("Sat, 31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00.000Z"),
        ]
    )
    func reads(text: String, instant: String) {
        #expect(Timestamp(httpDate: text, now: Self.now)?.rfc3339 == instant)
    }

    @Test(
        "a date outside of the years that an instant can have is the first or last instant",
        arguments: [
            ("Thu, 01 Jan 2300 00:00:00 GMT", Int64.max), ("Fri, 31 Dec 9999 23:59:59 GMT", .max),
            ("Sat, 01 Jan 0000 00:00:00 GMT", .min), ("Thu Jan  1 00:00:00 1600", .min),
        ]
    )
    func outside(text: String, nanoseconds: Int64) {
        #expect(Timestamp(httpDate: text, now: Self.now)?.nanoseconds == nanoseconds)
    }

    @Test(
        "what is no HTTP date is none, however long",
        arguments: [
            "", "Sun", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, 06 Nov 94 08:49:37 GMT",
            "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 31 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
            "Sun, 06 Nov 1994 08:60:00 GMT", "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37 GMT, Mon", "Sun, 06 Nov -994 08:49:37 GMT", "Thu, 01 Jan 99999 00:00:00 GMT",
            "1994-11-06T08:49:37Z", "\u{0661}\u{0660} Nov", "Sunday, 06-Nov-1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:37 GMT" + String(repeating: " ", count: 1_000_000),
        ]
    )
    func refuses(text: String) {
        #expect(Timestamp(httpDate: text, now: Self.now) == nil)
    }

    @Test(
        "a two-digit year is told by the time at which it is read, also at the ends of the range",
        arguments: [Int64.min, .max, 0]
    )
    func anyTime(nanoseconds: Int64) {
        let now = Timestamp(nanoseconds: nanoseconds)
        for year in ["00", "50", "99"] {
            #expect(Timestamp(httpDate: "Sunday, 06-Nov-\(year) 08:49:37 GMT", now: now) != nil)
        }
    }
}
