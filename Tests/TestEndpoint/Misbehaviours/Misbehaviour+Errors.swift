extension Misbehaviour {
    /// Errors in other forms than the envelope, and ones that do something where they are printed.
    static let errors: [Misbehaviour] = [
        Misbehaviour(
            "server-error",
            .response("HTTP/1.1 500 Oops", body: error("internal_error", "oops")),
            .breaks("TR-NEVER-500")
        ),
        Misbehaviour(
            "server-error-as-page",
            .response("HTTP/1.1 502 Bad Gateway", body: "<html><body>nginx</body></html>"),
            .breaks("TR-NEVER-500")
        ),
        Misbehaviour(
            "stack-trace",
            .response(
                "HTTP/1.1 500 Oops",
                body: error(
                    "internal_error",
                    "Error: x\\n    at Object.<anonymous> (/srv/app.js:1:1)\\n    at main (/srv/b.js:2:2)"
                )
            ),
            .breaks("TR-NEVER-500")
        ),
        Misbehaviour(
            "refusal-without-envelope",
            .response("HTTP/1.1 400 Bad Request", body: "{}"),
            .breaks("TR-ERR-ENVELOPE")
        ).quick,
        Misbehaviour(
            "refusal-with-text-for-error",
            .response("HTTP/1.1 400 Bad Request", body: #"{"error":"no","ok":false}"#),
            .breaks("TR-ERR-ENVELOPE")
        ),
        Misbehaviour(
            "refusal-with-arrays",
            .response("HTTP/1.1 400 Bad Request", body: #"{"error":{"type":[],"message":{}},"ok":false}"#),
            .breaks("TR-ERR-ENVELOPE")
        ),
        Misbehaviour(
            "refusal-that-commands",
            .response(
                "HTTP/1.1 400 Bad Request",
                body: error("a", "\\u001b[2J::error::evil\\n::stop-commands::x\\n##[error]evil")
            ),
            .breaks("LS-ENV")
        ).quick,
        Misbehaviour(
            "refusal-of-a-million-characters",
            .response("HTTP/1.1 400 Bad Request", body: error("a", String(repeating: "b\\n", count: 500_000))),
            .breaks("LS-ENV")
        ),
        Misbehaviour(
            "unauthorized",
            .response(
                "HTTP/1.1 401 Unauthorized",
                ["www-authenticate: Basic realm=\"\u{1F468}\""],
                body: error("unauthorized", "no")
            ),
            .breaks("LS-ENV")
        ),
        Misbehaviour(
            "payment-required",
            .response("HTTP/1.1 402 Payment Required", body: error("pay", "no")),
            .breaks("TR-SCHEMA")
        ),
        Misbehaviour(
            "proxy-authentication",
            .response(
                "HTTP/1.1 407 Proxy Authentication Required",
                ["proxy-authenticate: Basic"],
                body: error("pay", "no")
            ),
            .breaks("TR-SCHEMA")
        ),
        Misbehaviour("teapot", .response("HTTP/1.1 418 I'm a teapot", body: error("tea", "no")), .breaks("TR-SCHEMA")),
        Misbehaviour(
            "request-timeout",
            .response("HTTP/1.1 408 Request Timeout", body: error("slow", "no")),
            .breaks("TR-SCHEMA")
        ),
        Misbehaviour(
            "misdirected",
            .response("HTTP/1.1 421 Misdirected Request", body: error("slow", "no")),
            .breaks("TR-SCHEMA")
        ),
    ]

    /// An error envelope.
    static func error(_ type: String, _ message: String) -> String {
        #"{"error":{"type":"\#(type)","message":"\#(message)"},"ok":false}"#
    }

    /// The same towards every request, whatever it asks for.
    static let everywhere: [Misbehaviour] = [
        Misbehaviour(
            "everywhere-a-page",
            .answers(
                TestEndpoint.response(
                    "200 OK",
                    contentType: "text/html",
                    body: Array("<!doctype html><script>alert(1)</script>".utf8)
                )
            ),
            .blocked("TR-CT-SUCCESS"),
            path: nil
        ),
        Misbehaviour("everywhere-an-empty-object", .response(body: "{}"), .blocked("TR-OK-TRUE"), path: nil).quick,
        Misbehaviour(
            "everywhere-half-a-body",
            .raw(["content-length: 5000"]),
            .noRun(69, "middle of the response"),
            path: nil
        ),
        Misbehaviour(
            "everywhere-server-error",
            .response("HTTP/1.1 500 Oops", body: error("internal_error", "oops")),
            .blocked("TR-NEVER-500"),
            path: nil
        ),
        Misbehaviour(
            "everywhere-unavailable",
            .response("HTTP/1.1 503 Unavailable", body: error("unavailable", "later")),
            .blocked("TR-NEVER-500"),
            path: nil
        )
        // Cleanup asks for what two creates may have made once a second, as long as its time lasts.
        .most(requests: 90),
        Misbehaviour(
            "everywhere-not-found",
            .response("HTTP/1.1 404 Not Found", body: "not found"),
            .noRun(64, "answers 404 to everything"),
            path: nil
        ),
        Misbehaviour(
            "everywhere-unauthorized",
            .response("HTTP/1.1 401 Unauthorized", body: error("unauthorized", "no")),
            .noRun(64, "was rejected with 401"),
            path: nil
        ),
        Misbehaviour(
            "everywhere-too-many",
            .response(
                "HTTP/1.1 429 Too Many Requests",
                ["retry-after: 3600"],
                body: error("too_many_requests", "later")
            ),
            .noResponse("429"),
            path: nil
        ),
        Misbehaviour(
            "everywhere-redirects",
            .response("HTTP/1.1 302 Found", ["location: /"]),
            .blocked("TR-NO-REDIRECT"),
            path: nil
        ),
        Misbehaviour(
            "everywhere-endless-bodies",
            .pieces("HTTP/1.1 200 OK", [], [.endless("a")]),
            .noRun(69, "larger than the"),
            path: nil
        ),
        Misbehaviour(
            "everywhere-deep",
            .response(body: String(repeating: "[", count: 100_000)),
            .blocked("TR-SCHEMA"),
            path: nil
        ),
        Misbehaviour(
            "everywhere-the-same-id",
            .changes([.member("user_identity_id", "\"7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01\"")]),
            Outcome(verdicts: ["passed", "failed"], statuses: [1], shows: "UI-CREATE-GET-EQ"),
            path: nil
        ),
        Misbehaviour(
            "everywhere-ids-that-climb",
            .changes([.member("user_identity_id", "\"../../workspaces/delete\"")]),
            .breaks("UI-ID-UUID"),
            path: nil
        ),
        Misbehaviour("everywhere-null", .response(body: "null"), .blocked("TR-SCHEMA"), path: nil),
        Misbehaviour("everywhere-silence", .staysSilent, .noRun(69, "no whole response within"), path: nil).within(
            seconds: 1
        ),
    ]
}
