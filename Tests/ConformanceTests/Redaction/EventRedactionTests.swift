import Conformance
import Redaction
import Results
import Testing

@testable import Conformance  // how exchanges are redacted is not public

@Suite("Events and exchanges without secrets")
struct EventRedactionTests {
    private let key = "seam_testCANARY_zQ8rT4vW1xY7canary"
    private var redactor: Redactor { Redactor(secrets: Credentials(apiKey: key).secrets) }

    @Test("What a run says of itself holds no secret")
    func headerAndEnding() {
        let text = "http://h/" + key.replacing("_", with: "%5f")
        let header = RunHeader(
            id: "r",
            startedAt: RunHeader.test().startedAt,
            endpoint: text,
            isEmbedded: false,
            contract: Provenance(origin: text, fingerprint: ""),
            suite: Provenance(origin: text, fingerprint: ""),
            version: "0",
            seed: 1,
            caseCount: 1,
            labels: [Label(key: text, value: text)]
        )
        let ending = RunEnding(reason: .failed, message: text, finishedAt: header.startedAt)
        let events: [RunEvent] = [
            .started(header), .noted(at: header.startedAt, message: text), .finished(ending),
        ]
        for event in events.map(redactor.redacted) { #expect(!"\(event)".contains("CANARY")) }
    }

    @Test("A credential of another shape is replaced in the header that holds it")
    func headers() {
        let request = OutgoingRequest(
            method: "GET",
            url: "http://h/?k=\(key)",
            headers: [
                HeaderField(name: "Authorization", value: "Bearer opaque"), HeaderField(name: "cookie", value: "sid=1"),
                HeaderField(name: "accept", value: "application/json"), HeaderField(name: "x-\(key)", value: "a"),
            ],
            body: nil,
            isRead: true
        )
        let sent = redactor.sent(request, limit: 10)
        #expect(sent.url == "http://h/?k=$SEAM_API_KEY")
        #expect(sent.headers.map(\.value) == ["Bearer [redacted]", "sid=[redacted]", "application/json", "a"])
        #expect(sent.headers.last?.name == "x-$SEAM_API_KEY")
    }

    @Test("A finding about a secret shows neither what was found nor what was expected")
    func findings() {
        let finding = Finding(
            code: "expectation",
            requirements: ["A"],
            severity: .must,
            step: "s",
            exchange: 1,
            operation: nil,
            place: "/client_session/token",
            message: #"/client_session/token: expected "canary-1", got "canary-2""#,
            expected: #""canary-1""#,
            actual: #""canary-2""#
        )
        #expect(!"\(redactor.redacted(.found(caseID: "c", finding)))".contains("canary"))
    }

    @Test("A secret does not show when it is printed, dumped or interpolated")
    func secrets() throws {
        let credentials = Credentials(apiKey: key)
        var dumped = ""
        dump(credentials, to: &dumped)
        #expect(!"\(credentials) \(String(reflecting: credentials)) \(dumped)".contains("CANARY"))
    }
}
