import Results
import Testing
import Timestamps

@Suite("The curl line of an exchange")
struct CurlTests {
    @Test("a secret is a variable that the shell fills in, and the rest is quoted")
    func secret() {
        let exchange = exchange(
            headers: [
                HeaderField(name: "host", value: "example.com"),
                HeaderField(name: "authorization", value: "Bearer $SEAM_API_KEY"),
            ],
            body: MessageBody(text: #"{"name":"Ana O'Hara $HOME `id`"}"#, byteCount: 32)
        )
        #expect(
            exchange.curlCommand
                == #"curl -sS https://example.com/a -H 'authorization: Bearer '"$SEAM_API_KEY""#
                + #" --data-raw '{"name":"Ana O'\''Hara $HOME `id`"}'"#
        )
    }

    @Test("a token that a step was given is a variable with a remark")
    func savedToken() {
        let exchange = exchange(
            headers: [HeaderField(name: "authorization", value: "Bearer [redacted]")],
            body: MessageBody(text: "abc", byteCount: 900, isTruncated: true)
        )
        #expect(
            exchange.curlCommand
                == #"curl -sS https://example.com/a -H 'authorization: Bearer '"$TOKEN" --data-raw abc"#
                + " # TOKEN is the one that an earlier step was given; the body is cut: it had 900 bytes"
        )
    }

    @Test(
        "the method is said where curl would take another",
        arguments: [
            ("GET", nil, "curl -sS https://example.com/a"),
            ("POST", "{}", "curl -sS https://example.com/a --data-raw '{}'"),
            ("POST", nil, "curl -sS -X POST https://example.com/a"),
            ("HEAD", nil, "curl -sS --head https://example.com/a"),
            ("DELETE", nil, "curl -sS -X DELETE https://example.com/a"),
            ("POST", "", "curl -sS https://example.com/a --data-raw ''"),
        ] as [(String, String?, String)]
    )
    func method(method: String, body: String?, line: String) {
        let body = body.map { MessageBody(text: $0, byteCount: $0.utf8.count) }
        #expect(exchange(method: method, body: body).curlCommand == line)
    }

    @Test("a quote with a combining mark is quoted like any other")
    func combining() {
        let body = MessageBody(text: "'\u{301}; rm -rf /", byteCount: 14)
        #expect(exchange(body: body).curlCommand.hasSuffix("--data-raw ''\\''\u{301}; rm -rf /'"))
    }

    @Test("a body that is not whole is told of in a comment")
    func cut() {
        let body = MessageBody(text: "abc", byteCount: 900, isTruncated: true)
        #expect(exchange(body: body).curlCommand.hasSuffix("--data-raw abc # the body is cut: it had 900 bytes"))
    }

    private func exchange(method: String = "POST", headers: [HeaderField] = [], body: MessageBody?) -> Exchange {
        Exchange(
            ordinal: 1,
            step: "a",
            phase: .steps,
            operation: nil,
            credential: "own",
            request: SentRequest(method: method, url: "https://example.com/a", headers: headers, body: body),
            outcome: .failure(TransportFailure(kind: .refused, message: "refused")),
            startedAt: Timestamp(milliseconds: 0),
            duration: .zero
        )
    }
}
