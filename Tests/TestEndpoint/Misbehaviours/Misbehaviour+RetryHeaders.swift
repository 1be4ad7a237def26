extension Misbehaviour {
    /// `Retry-After` in every form (RFC 9110 §10.2.3), beside each status that it may stand with, and beside one that it may not.
    static let retryHeaders: [Misbehaviour] = [429, 503, 200].flatMap { status in
        retryForms.map { name, lines in retrying(status, name, lines) }
    }

    /// Forms that must not be waited for long: the lines of the head.
    private static let retryForms: [(String, [String])] = [
        ("nothing", []),
        ("zero", ["retry-after: 0"]),
        ("a-second", ["retry-after: 1"]),
        ("an-hour", ["retry-after: 3600"]),
        ("negative", ["retry-after: -1"]),
        ("a-fraction", ["retry-after: 0.5"]),
        ("an-exponent", ["retry-after: 1e9"]),
        ("beyond-64-bits", ["retry-after: 99999999999999999999"]),
        ("greatest-64-bits", ["retry-after: 9223372036854775807"]),
        ("garbage", ["retry-after: soon, \u{FE0F}please"]),
        ("empty", ["retry-after:"]),
        ("twice", ["retry-after: 0", "retry-after: 3600"]),
        ("a-past-date", ["retry-after: Sun, 06 Nov 1994 08:49:37 GMT"]),
        ("a-date-by-its-own", ["date: Sun, 06 Nov 1994 08:49:37 GMT", "retry-after: Sun, 06 Nov 1994 08:49:38 GMT"]),
        (
            "an-old-date-by-its-own",
            ["date: Sunday, 06-Nov-94 08:49:37 GMT", "retry-after: Sunday, 06-Nov-94 08:49:38 GMT"]
        ),
        ("an-asctime-date", ["retry-after: Sun Nov  6 08:49:37 1994"]),
        ("year-2300", ["retry-after: Thu, 01 Jan 2300 00:00:00 GMT"]),
        ("year-9999", ["retry-after: Fri, 31 Dec 9999 23:59:59 GMT"]),
        ("year-0", ["retry-after: Sat, 01 Jan 0000 00:00:00 GMT"]),
        ("year-99999", ["retry-after: Sat, 01 Jan 99999 00:00:00 GMT"]),
        ("day-32", ["retry-after: Sat, 32 Foo 2026 25:61:61 GMT"]),
        ("dates-far-apart", ["date: Thu, 01 Jan 1970 00:00:00 GMT", "retry-after: Fri, 31 Dec 9999 23:59:59 GMT"]),
    ]

    /// The forms that ask for a longer wait than anybody grants: what came is not judged.
    private static let longWaits: Set = [
        "an-hour", "beyond-64-bits", "greatest-64-bits", "year-2300", "year-9999", "dates-far-apart",
    ]

    private static func retrying(_ status: Int, _ name: String, _ lines: [String]) -> Misbehaviour {
        let isSuccess = status == 200
        let body = isSuccess ? Reply.emptyList : #"{"error":{"type":"too_many_requests","message":"later"},"ok":false}"#
        let made = Misbehaviour(
            "retry-after-\(name)-\(status)",
            .response("HTTP/1.1 \(status) Later", lines, body: body),
            isSuccess
                ? .passes
                : status == 503 && !longWaits.contains(name) ? .breaks("TR-NEVER-500") : .noResponse("\(status)")
        )
        let isQuick = status != 200 && name == "garbage" || status != 503 && name == "year-2300"
        return isQuick ? made.quick : made
    }
}
