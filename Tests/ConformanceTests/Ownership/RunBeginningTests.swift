import Results
import Testing
import Timestamps

@testable import Conformance  // what is known of a run's beginning is not public

@Suite("Beginning of a run, and what is waited for")
struct RunBeginningTests {
    private static func instant(date: String?) throws -> Timestamp {
        let headers = date.map { [HeaderField(name: "date", value: $0)] } ?? []
        let response = IncomingResponse(status: 200, headers: headers, body: [])
        return RunBeginning.instant(showing: response, now: try #require(Timestamp(rfc3339: "2026-08-21T02:00:00Z")))
    }

    @Test(
        "it is the endpoint's own time less 5 s, and ours less 300 s where the endpoint does not say what time it is",
        arguments: [
            ("Thu, 20 Aug 2026 12:00:00 GMT", "2026-08-20T11:59:55.000Z"),
            ("Thursday, 20-Aug-26 12:00:00 GMT", "2026-08-20T11:59:55.000Z"),
            (nil, "2026-08-21T01:55:00.000Z"), ("", "2026-08-21T01:55:00.000Z"),
            ("yesterday", "2026-08-21T01:55:00.000Z"), ("2026-08-20T12:00:00Z", "2026-08-21T01:55:00.000Z"),
            ("Thu, 32 Aug 2026 12:00:00 GMT", "2026-08-21T01:55:00.000Z"),
        ]
    )
    func instants(date: String?, instant: String) throws {
        #expect(try Self.instant(date: date).rfc3339 == instant)
    }

    @Test("a date out of all range is the first or last instant that there is")
    func extremes() throws {
        #expect(try Self.instant(date: "Mon, 01 Jan 0001 00:00:00 GMT") == Timestamp(nanoseconds: .min))
        #expect(try Self.instant(date: "Fri, 31 Dec 9999 23:59:59 GMT") > Timestamp(milliseconds: 9_000_000_000_000))
    }

    @Test("the first beginning that is set counts")
    func once() throws {
        let ownership = RunOwnership()
        #expect(ownership.begin == nil)
        ownership.begin(at: Timestamp(nanoseconds: 1))
        ownership.begin(at: Timestamp(nanoseconds: 2))
        #expect(ownership.begin == Timestamp(nanoseconds: 1))
    }

    @Test("what was just created is asked for five times in 1.5 s, and once after three times in vain")
    func visibility() {
        let visibility = Visibility()
        let waits = (1..<visibility.attempts).map(visibility.wait)
        #expect(waits == [100, 200, 400, 800].map { .milliseconds($0) })
        #expect(waits.reduce(.zero, +) == .milliseconds(1500))
        for _ in 1...2 { visibility.noteVain() }
        #expect(visibility.attempts == 5)
        visibility.noteVain()
        #expect(visibility.attempts == 1)
    }
}
