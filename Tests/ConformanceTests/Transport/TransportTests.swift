import AsyncHTTPClient
import Conformance
import Results
import Synchronization
import Testing
import Timestamps

@testable import Conformance  // the transport is not public

@Suite("Transport")
struct TransportTests {
    @Test("A response arrives as it was sent, redirects and all")
    func arrives() async throws {
        let response = ScriptedServer.response("x", status: "302 Found", headers: "location: /elsewhere\r\nA: b\r\n")
        let delivery = try await Self.deliver { _, _ in .send(response) }
        #expect(delivery.response?.status == 302)
        #expect(delivery.response?.header("location") == "/elsewhere")
        #expect(delivery.response?.header("a") == "b")
        #expect(delivery.response.map { String(decoding: $0.body, as: UTF8.self) } == "x")
    }

    @Test("A body that does not end is given up at the limit")
    func endless() async throws {
        let chunk = String(repeating: "x", count: 1 << 16)
        let delivery = try await Self.deliver { _, _ in .flood(head: "HTTP/1.1 200 OK\r\n\r\n", chunk: chunk) }
        #expect(delivery.failure?.kind == .tooLarge)
    }

    @Test("A body that never ends to come, byte by byte, is given up when the time for the exchange is over")
    func dripping() async throws {
        let delivery = try await Self.deliver(timeout: .milliseconds(60), bodyLimit: .max / 2) { _, _ in
            .flood(head: "HTTP/1.1 200 OK\r\n\r\n", chunk: " ")
        }
        #expect(delivery.failure?.kind == .timedOut)
    }

    @Test("Interim responses without end are given up when the time for the exchange is over")
    func interim() async throws {
        let delivery = try await Self.deliver(timeout: .milliseconds(60)) { _, _ in
            .flood(head: "", chunk: "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n")
        }
        #expect(delivery.failure?.kind == .timedOut)
    }

    @Test("A body that is announced to be too large is not read at all")
    func announced() async throws {
        let delivery = try await Self.deliver { _, _ in .send("HTTP/1.1 200 OK\r\ncontent-length: 209715200\r\n\r\n") }
        #expect(delivery.failure?.kind == .tooLarge)
    }

    @Test("A connection that breaks in the middle of a body is told as dropped, and a create is not sent again")
    func brokenBody() async throws {
        let delivery = try await Self.deliver { _, _ in
            .send("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{", thenClose: true)
        }
        #expect(delivery.failure?.kind == .dropped)
        #expect(delivery.retries.isEmpty)
    }

    @Test("A connection that breaks before the response is tried again for a read alone", arguments: [true, false])
    func brokenBefore(isRead: Bool) async throws {
        let delivery = try await Self.deliver(isRead: isRead) { _, number in
            number == 0 ? .close : ScriptedServer.json("{}")
        }
        #expect(delivery.retries.map(\.reason) == (isRead ? ["connection reset"] : []))
        #expect(delivery.failure?.kind == (isRead ? nil : .dropped))
    }

    @Test("A peer that sends no HTTP is told to be such")
    func notHTTP() async throws {
        let delivery = try await Self.deliver { _, _ in .send("SSH-2.0-OpenSSH_9.2\r\n\r\n") }
        #expect(delivery.failure?.kind == .notHTTP)
    }

    @Test(
        "A response that does not become whole in time is given up",
        arguments: ["", "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"]
    )
    func slow(beginning: String) async throws {
        let delivery = try await Self.deliver(timeout: .milliseconds(60)) { _, _ in
            beginning.isEmpty ? .stayQuiet : .send(beginning)
        }
        #expect(delivery.failure?.kind == .timedOut)
    }

    @Test("A refused connection is tried again, with growing waits, and then told")
    func refused() async throws {
        let delivery = try await Self.deliver(to: ScriptedServer.nobody)
        #expect(delivery.failure?.kind == .refused)
        #expect(delivery.failure?.message == "nobody listens at http://127.0.0.1:9 (connection refused)")
        #expect(delivery.retries.map(\.delay) == [.milliseconds(100), .milliseconds(200), .milliseconds(400)])
    }

    @Test("A scheme that the endpoint does not speak is told in a sentence that says what to use")
    func wrongScheme() async throws {
        let plain = try await ScriptedServer.run({ _, _ in .close }) { url, _ in
            try await Self.deliver(to: url.replacing("http://", with: "https://"))
        }
        #expect(plain.failure?.kind == .notHTTP)
        #expect(plain.failure?.message.hasSuffix(" does not speak TLS (use http://)") == true)
        let alert = try await Self.deliver { _, _ in .send("\u{15}\u{3}\u{1}\0\u{2}\u{2}\u{46}", thenClose: true) }
        #expect(alert.failure?.message.hasSuffix(" does not answer in HTTP; use https:// if it speaks TLS") == true)
    }

    @Test(
        "An answer in HTTP that can't be read is told as what it is",
        arguments: [
            (
                "x-a: " + String(repeating: "a", count: 300_000), TransportFailure.Kind.tooLarge,
                "header section is larger"
            ),
            ((0..<300).map { "x-\($0): a" }.joined(separator: "\r\n"), .tooLarge, "header section is larger"),
            (
                (0..<200).map { "x-\($0): " + String(repeating: "a", count: 2000) }.joined(separator: "\r\n"),
                .tooLarge, "the header section is larger than the 262144 bytes that are read at most"
            ),
            ("x-a: \u{1B}[31m", .notHTTP, "a header of the response has a byte that HTTP forbids there"),
            ("content-length: x", .notHTTP, "content-length is no number"),
        ]
    )
    func unreadable(header: String, kind: TransportFailure.Kind, message: String) async throws {
        let delivery = try await Self.deliver { _, _ in
            .send("HTTP/1.1 200 OK\r\n\(header)\r\n\r\n{}", thenClose: true)
        }
        #expect(delivery.failure?.kind == kind)
        #expect(delivery.failure?.message.contains(message) == true)
        #expect(delivery.failure?.message.contains("https://") == false)
    }

    @Test(
        "Retry-After is followed as seconds or as a date, told against the answer's own, and not beyond the longest wait",
        arguments: [
            ("2", "", 2), ("Tue, 15 Nov 1994 08:12:33 GMT", "Tue, 15 Nov 1994 08:12:31 GMT", 2),
            ("Tuesday, 15-Nov-94 08:12:33 GMT", "Tue, 15 Nov 1994 08:12:31 GMT", 2),
            ("Tue, 15 Nov 1994 08:12:31 GMT", "Tue, 15 Nov 1994 08:12:33 GMT", 0),
            ("Fri, 15 Jan 2027 08:00:03 GMT", "", 3), ("soon", "", nil), ("-1", "", nil), ("1.5", "", nil),
            ("99999999999999999999", "", nil), ("31", "", nil), ("", "", nil),
            ("Thu, 01 Jan 2300 00:00:00 GMT", "", nil), ("Fri, 31 Dec 9999 23:59:59 GMT", "", nil),
            ("Sat, 01 Jan 0000 00:00:00 GMT", "", 0), ("Fri, 15 Jan 2027 08:00:03 GMT", "not a date", 3),
            ("Fri, 15 Jan 2027 08:00:03 GMT", "Thu, 01 Jan 2300 00:00:00 GMT", 0),
            ("Thu, 01 Jan 2300 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", 0),
        ]
    )
    func retryAfter(text: String, date: String, seconds: Int?) {
        let headers =
            [HeaderField(name: "retry-after", value: text)]
            + (date.isEmpty ? [] : [HeaderField(name: "date", value: date)])
        let response = IncomingResponse(status: 429, headers: headers, body: [])
        let now = Timestamp(milliseconds: 1_800_000_000_000)
        let request = Self.request(to: "http://h")
        let decision = RetryPolicy().decision(on: request, after: .success(response), earlier: [], now: now)
        guard let seconds else {
            guard case .stop(.some) = decision else { return #expect(decision == .stop(.unstated)) }
            return
        }
        #expect(decision == .retry(TransportRetry(reason: "429", delay: .seconds(seconds))))
    }

    @Test(
        "Why a 429 was not followed further is told as it is",
        arguments: [
            (nil, 0, "and does not say with Retry-After when to ask again"),
            ("90", 0, "and asks for a wait of 90 s, more than the 30 s of one wait"), ("1", 3, "after 3 retries"),
        ]
    )
    func stopping(retryAfter: String?, retryCount: Int, words: String) {
        let response = IncomingResponse(
            status: 429,
            headers: retryAfter.map { [HeaderField(name: "retry-after", value: $0)] } ?? [],
            body: []
        )
        let decision = RetryPolicy().decision(
            on: Self.request(to: "http://h"),
            after: .success(response),
            earlier: Array(repeating: TransportRetry(reason: "429", delay: .seconds(1)), count: retryCount),
            now: Timestamp(milliseconds: 0)
        )
        guard case .stop(let restraint?) = decision else { return #expect(decision == .stop(.unstated)) }
        #expect(restraint.description == words)
    }

    @Test("A Retry-After of another status is not followed", arguments: [200, 301, 302, 307, 400, 500])
    func elsewhere(status: Int) {
        let headers = [HeaderField(name: "retry-after", value: "1")]
        let response = IncomingResponse(status: status, headers: headers, body: [])
        let decision = RetryPolicy().decision(
            on: Self.request(to: "http://h"),
            after: .success(response),
            earlier: [],
            now: Timestamp(milliseconds: 0)
        )
        #expect(decision == .stop(nil))
    }

    @Test("A shielded request is sent again after its wait though the task is cancelled, another is not sent at all")
    func shielded() async throws {
        let put = IncomingResponse(status: 429, headers: [HeaderField(name: "retry-after", value: "3")], body: [])
        for isShielded in [true, false] {
            let wire = ScriptedWire([put, put, IncomingResponse(status: 200, headers: [], body: [])])
            let transport = Transport(wire: wire, clock: .virtual())
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                return try await transport.deliver(
                    Self.request(to: "http://h"),
                    within: .seconds(30),
                    shieldedUntil: isShielded ? .seconds(30) : nil
                )
            }
            task.cancel()
            let delivery = try await task.value
            #expect(delivery.response?.status == (isShielded ? 200 : nil))
            #expect(delivery.retries.count == (isShielded ? 2 : 0))
            #expect(delivery.failure?.kind == (isShielded ? nil : .notSent))
            #expect(wire.timeouts.count == (isShielded ? 3 : 0))
        }
    }

    @Test("All attempts at a shielded request, and the waits between them, end in its time")
    func bounded() async throws {
        let put = IncomingResponse(status: 429, headers: [HeaderField(name: "retry-after", value: "12")], body: [])
        let wire = ScriptedWire(Array(repeating: put, count: 9))
        let transport = Transport(wire: wire, clock: .virtual())
        let request = Self.request(to: "http://h")
        let delivery = try await transport.deliver(request, within: .seconds(20), shieldedUntil: .seconds(30))
        #expect(wire.timeouts == [.seconds(20), .seconds(18), .seconds(6)])
        #expect(delivery.restraint == .outOfTime(asked: .seconds(12)))
        #expect(
            delivery.trouble
                == "the endpoint answers 429 and asks for a wait of 12 s, more than is left for the cleanup"
        )
        let late = try await transport.deliver(request, within: .seconds(20), shieldedUntil: .seconds(24))
        #expect(late.failure?.kind == .notSent)
        #expect(wire.timeouts.count == 3)
    }

    @Test("Cleanup asks again as long as its time lasts, but not more than once a second", arguments: [429, 503])
    func persistent(status: Int) async throws {
        let put = IncomingResponse(status: status, headers: [], body: [])
        let done = IncomingResponse(status: 200, headers: [], body: [])
        let wire = ScriptedWire(Array(repeating: put, count: 5) + [done])
        let delivery = try await Transport(wire: wire, clock: .virtual()).deliver(
            Self.request(to: "http://h"),
            within: .seconds(30),
            shieldedUntil: .seconds(30)
        )
        #expect(delivery.response?.status == 200)
        #expect(delivery.retries.map(\.delay) == Array(repeating: .seconds(1), count: 5))
    }

    @Test("After three requests of cleanup that were put off to the end each is sent once, until one is answered")
    func inVain() async throws {
        let put = IncomingResponse(status: 503, headers: [HeaderField(name: "retry-after", value: "20")], body: [])
        let done = IncomingResponse(status: 200, headers: [], body: [])
        let wire = ScriptedWire(Array(repeating: put, count: 7) + [done, put, done])
        let transport = Transport(wire: wire, clock: .virtual())
        var deliveries: [Delivery] = []
        for _ in 0..<6 {
            let end = transport.clock.elapsed() + .seconds(30)
            let request = Self.request(to: "http://h")
            deliveries.append(try await transport.deliver(request, within: .seconds(30), shieldedUntil: end))
        }
        #expect(deliveries.map(\.retries.count) == [1, 1, 1, 0, 0, 1])
        #expect(deliveries.map { $0.response?.status } == [503, 503, 503, 503, 200, 200])
        #expect(deliveries[2].restraint == .outOfTime(asked: .seconds(20)))
        #expect(
            deliveries[3].restraint?.description
                == "and 3 requests of cleanup in a row were sent again for nothing"
        )
    }

    @Test("A run that is stopped while a request waits to be sent again is told to be the reason")
    func stoppedWait() async throws {
        let put = IncomingResponse(status: 503, headers: [HeaderField(name: "retry-after", value: "3")], body: [])
        let wire = ScriptedWire([put])
        let clock = RunClock(now: RunClock.system.now, elapsed: { .zero }) { _ in throw CancellationError() }
        let delivery = try await Transport(wire: wire, clock: clock).deliver(
            Self.request(to: "http://h"),
            within: .seconds(1)
        )
        #expect(delivery.restraint == .stopped)
        #expect(delivery.isPutOff)
        #expect(delivery.retries.isEmpty)
    }

    @Test("A time-out after refused connections tells them")
    func toldAfter() {
        let failure = DeliveryFailure(TransportFailure(kind: .timedOut, message: "no whole response within 30 s"))
        let refusal = TransportRetry(reason: "connection refused", delay: .milliseconds(100))
        let told = failure.told(after: [refusal, refusal]).failure
        #expect(told.kind == .timedOut)
        #expect(told.message == "no whole response within 30 s (before that: connection refused, connection refused)")
        #expect(failure.told(after: []) == failure)
        let dropped = DeliveryFailure(TransportFailure(kind: .dropped, message: "x"), hasBegun: true)
        #expect(dropped.told(after: [refusal]) == dropped)
    }

    @Test("A connection that does not come about in time counts as refused: nothing was sent")
    func connectionTimeout() {
        let errors: [HTTPClientError] = [.connectTimeout, .getConnectionFromPoolTimeout, .deadlineExceeded]
        let kinds = errors.map {
            DeliveryFailure($0, hasBegun: false, timeout: .seconds(30), at: "http://h").failure.kind
        }
        #expect(kinds == [.refused, .refused, .timedOut])
    }

    @Test("An exchange lasts until its last byte came, however late the awaiting task goes on")
    func duration() async throws {
        let readings = Mutex(0)
        let clock = RunClock(
            now: RunClock.system.now,
            elapsed: {
                readings.withLock { count in
                    count += 1
                    return .seconds(count)
                }
            },
            sleep: { _ in }
        )
        let delivery = try await ScriptedServer.run({ _, _ in ScriptedServer.json("{}") }) { url, _ in
            try await Self.deliver(to: url, clock: clock)
        }
        #expect(delivery.duration == .seconds(1))
        #expect(readings.withLock(\.self) == 2)
    }

    @Test("429 is tried again after the wait that it asks for, but no longer than is sensible")
    func tooManyRequests() async throws {
        let tooMany = ScriptedServer.json("{}", status: "429 Too Many Requests", headers: "retry-after: 3\r\n")
        let delivery = try await Self.deliver { _, number in number < 2 ? tooMany : ScriptedServer.json("{}") }
        #expect(delivery.retries == Array(repeating: TransportRetry(reason: "429", delay: .seconds(3)), count: 2))
        #expect(delivery.response?.status == 200)

        let never = ScriptedServer.json("{}", status: "429 Too Many Requests", headers: "retry-after: 86400\r\n")
        let kept = try await Self.deliver { _, _ in never }
        #expect(kept.response?.status == 429)
        #expect(kept.retries.isEmpty)
    }

    @Test("503 is tried again once")
    func unavailable() async throws {
        let delivery = try await Self.deliver { _, _ in ScriptedServer.json("{}", status: "503 Service Unavailable") }
        #expect(delivery.response?.status == 503)
        #expect(delivery.retries.map(\.reason) == ["503"])
        #expect(!delivery.isPutOff)
    }

    @Test("A header that can't be sent is our fault, and nothing goes out")
    func unsendable() async throws {
        let field = HeaderField(name: "x", value: "a\r\nb: c")
        await #expect(throws: (any Error).self) {
            try await Self.deliver(to: ScriptedServer.nobody, headers: [field])
        }
    }

    /// Sends one request to a scripted server.
    private static func deliver(
        isRead: Bool = false,
        timeout: Duration = TestRun.patience,
        bodyLimit: Int = 1 << 20,
        _ script: @escaping ScriptedServer.Script
    ) async throws -> Delivery {
        try await ScriptedServer.run(script) { url, _ in
            try await deliver(to: url, isRead: isRead, timeout: timeout, bodyLimit: bodyLimit)
        }
    }

    /// Sends one request; waits take no time.
    private static func deliver(
        to url: String,
        isRead: Bool = false,
        timeout: Duration = TestRun.patience,
        bodyLimit: Int = 1 << 20,
        headers: [HeaderField] = [],
        clock: RunClock = RunClock(now: RunClock.system.now, elapsed: RunClock.system.elapsed, sleep: { _ in })
    ) async throws -> Delivery {
        let wire = NetworkWire(
            bodyLimit: bodyLimit,
            headLimit: 256 << 10,
            connectionTimeout: TestRun.patience,
            grace: .zero,
            clock: clock
        )
        let transport = Transport(wire: wire, clock: clock)
        let request = request(to: url, isRead: isRead, headers: headers)
        let result = await Result { () async throws in
            try await transport.deliver(request, within: timeout)
        }
        await transport.close()
        return try result.get()
    }

    /// A request that creates, or only reads.
    private static func request(
        to url: String,
        isRead: Bool = false,
        headers: [HeaderField] = []
    ) -> OutgoingRequest {
        OutgoingRequest(
            method: "POST",
            url: url + "/user_identities/create",
            headers: headers,
            body: Array("{}".utf8),
            isRead: isRead
        )
    }
}

extension Result where Failure == any Error {
    /// What an asynchronous body returns or throws.
    init(_ body: () async throws -> Success) async {
        do {
            self = .success(try await body())
        } catch {
            self = .failure(error)
        }
    }
}
