import Reports
import Results
import Testing

@Suite("Events as NDJSON")
struct NDJSONTests {
    @Test("a run comes back from its lines as it was", arguments: [SampleRun.record, HostileRun.record])
    func roundTrip(record: RunRecord) throws {
        let events = try NDJSONReport.events(in: NDJSONReport(record).text)
        #expect(events == record.events)
        #expect(RunRecord(events: events) == record)
    }

    @Test("a re-run comes back from its line as it was")
    func rerun() throws {
        let breach = FindingTrace(fingerprint: "0123456789abcdef", requirements: ["UI-CREATE"], severity: .must)
        let event = RunEvent.reran(
            caseID: "a[x=1]",
            Attempt(verdict: .failed, breaches: [breach], finishedAt: SampleRun.start)
        )
        #expect(try EventWire.event(EventWire.line(event)) == event)
    }

    @Test(
        "what a run created comes back with its ending, also as none",
        arguments: [
            nil, Cleanup(), Cleanup(created: 2, deleted: 2), HostileRun.record.ending?.cleanup,
        ]
    )
    func cleanup(cleanup: Cleanup?) throws {
        let event = RunEvent.finished(RunEnding(reason: .unwritable, finishedAt: SampleRun.start, cleanup: cleanup))
        let line = EventWire.line(event)
        #expect(try EventWire.event(line) == event)
        #expect(line.contains("cleanup") == (cleanup != nil))
    }

    @Test(
        "what is no count of what was created is said, with the member",
        arguments: [
            ("5", "the member 'cleanup' is not"), ("{}", "the member 'cleanup.created' is missing"),
            (#"{"created":"1","deleted":1,"left":[]}"#, "the member 'cleanup.created' is not"),
            (#"{"created":1,"deleted":1,"left":[{}]}"#, "namespace' is missing"),
        ]
    )
    func badCleanup(cleanup: String, message: String) {
        let line =
            #"{"event":"finished","reason":"complete","message":"","finishedAt":"2026-08-21T02:00:00Z","cleanup":\#(cleanup)}"#
        let error = #expect(throws: EventWireError.self) { try EventWire.event(line) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test("each event is one line")
    func lines() {
        let text = NDJSONReport(HostileRun.record).text
        #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == HostileRun.record.events.count)
        #expect(text.hasSuffix("}\n"))
    }

    @Test("empty lines and carriage returns are passed over")
    func lenient() throws {
        let text = "\r\n\n" + NDJSONReport(SampleRun.record).text.replacing("\n", with: "\r\n") + "  \n"
        #expect(try NDJSONReport.events(in: text) == SampleRun.record.events)
    }

    @Test("members that are not known are passed over")
    func unknownMember() throws {
        let line = #"{"event":"noted","at":"2026-08-21T02:00:00Z","message":"a","mood":"fine"}"#
        #expect(try EventWire.event(line) == .noted(at: SampleRun.start, message: "a"))
    }

    @Test(
        "a line that can't be read is told with its number and what is wrong",
        arguments: [
            ("{", "line 2: not JSON: "),
            ("[]", "line 2: not an object"),
            ("{}", "line 2: the member 'event' is missing"),
            (#"{"event":"sung"}"#, "line 2: unknown event 'sung'"),
            (#"{"event":"noted","at":"yesterday"}"#, "line 2: the member 'at' is not an RFC 3339 date-time"),
            (#"{"event":"started","format":2}"#, "line 2: format 2 is not known, only 1 is: update seamcheck"),
            (
                #"{"event":"drifted","case":"a","kind":"odd"}"#,
                "line 2: the member 'kind' is not one of undocumentedMember, undeclaredStatus"
            ),
        ]
    )
    func malformed(line: String, message: String) {
        let error = #expect(throws: EventWireError.self) { try NDJSONReport.events(in: "\n" + line) }
        #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
    }
}
