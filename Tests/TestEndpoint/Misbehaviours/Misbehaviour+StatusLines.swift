extension Misbehaviour {
    /// Status lines, right and wrong (RFC 9112 §4), and what is no HTTP/1.1 at all.
    static let statusLines: [Misbehaviour] = [
        Misbehaviour("status-000", .response("HTTP/1.1 000 OK"), .noResponse("")).known(fatal),
        Misbehaviour("status-099", .response("HTTP/1.1 099 OK"), .noResponse("")).known(fatal),
        Misbehaviour("status-99", .response("HTTP/1.1 99 OK"), .noResponse("does not answer in HTTP")),
        Misbehaviour("status-600", .response("HTTP/1.1 600 OK"), .breaks("TR-NEVER-500")),
        Misbehaviour("status-999", .response("HTTP/1.1 999 OK"), .breaks("TR-NEVER-500")).quick,
        Misbehaviour("status-1000", .response("HTTP/1.1 1000 OK"), .noResponse("does not answer in HTTP")),
        Misbehaviour(
            "status-beyond-64-bits",
            .response("HTTP/1.1 99999999999999999999 OK"),
            .noResponse("does not answer in HTTP")
        ),
        Misbehaviour("status-in-words", .response("HTTP/1.1 OK OK"), .noResponse("does not answer in HTTP")).quick,
        Misbehaviour("negative-status", .response("HTTP/1.1 -200 OK"), .noResponse("does not answer in HTTP")),
        Misbehaviour("no-reason", .response("HTTP/1.1 200"), .passes),
        Misbehaviour("two-spaces", .response("HTTP/1.1  200 OK"), .noResponse("does not answer in HTTP")),
        Misbehaviour("escape-in-reason", .response("HTTP/1.1 200 \u{1B}[31mOK"), .passes),
        Misbehaviour("http-0.9", .answers(Reply.emptyList), .noResponse("does not answer in HTTP")),
        Misbehaviour("http-1.0", .response("HTTP/1.0 200 OK"), .passes),
        Misbehaviour("http-2.0", .response("HTTP/2.0 200 OK"), .noResponse("does not answer in HTTP")),
        Misbehaviour("http-9.9", .response("HTTP/9.9 200 OK"), .noResponse("does not answer in HTTP")),
        Misbehaviour("lower-case-version", .response("http/1.1 200 OK"), .noResponse("does not answer in HTTP")),
        Misbehaviour(
            "http-2-settings",
            .greets([.bytes([0, 0, 0, 4, 0, 0, 0, 0, 0])], then: .staysOpen),
            .noRun(69, "does not answer in HTTP"),
            path: nil
        ),
        Misbehaviour("tls-alert", .answers([0x15, 3, 1, 0, 2, 2, 0x46]), .noResponse("https://")).quick,
        Misbehaviour(
            "ssh-banner",
            .greets([.text("SSH-2.0-OpenSSH_9.2\r\n")], then: .staysOpen),
            .noRun(69, "does not answer in HTTP"),
            path: nil
        ),
        Misbehaviour(
            "continue-first",
            .sends([.text("HTTP/1.1 100 Continue\r\n\r\n" + Reply.head(["content-length: 2"]) + "{}")]),
            .breaks("TR-OK-TRUE")
        ),
        Misbehaviour(
            "early-hints-first",
            .sends([.text("HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n" + Reply.head(["content-length: 2"]) + "{}")]
            ),
            .breaks("TR-OK-TRUE")
        ),
        Misbehaviour(
            "endless-continues",
            .sends([.trickles("HTTP/1.1 100 Continue\r\n\r\n")]),
            .noResponse("no whole response within")
        ).within(seconds: 2),
        Misbehaviour(
            "switching-protocols",
            .raw(
                ["upgrade: websocket", "connection: upgrade"],
                statusLine: "HTTP/1.1 101 Switching Protocols",
                body: ""
            ),
            .breaks("TR-SCHEMA")
        ),
        Misbehaviour("no-content", .raw([], statusLine: "HTTP/1.1 204 No Content", body: ""), .breaks("TR-STATUS-200")),
        Misbehaviour("no-content-with-body", .response("HTTP/1.1 204 No Content"), .breaks("TR-STATUS-200")).quick,
        Misbehaviour("reset-content", .response("HTTP/1.1 205 Reset Content"), .breaks("TR-STATUS-200")),
        Misbehaviour(
            "partial-content",
            .response("HTTP/1.1 206 Partial Content", ["content-range: bytes 0-1/2"]),
            .breaks("TR-STATUS-200")
        ),
        Misbehaviour(
            "not-modified",
            .raw([], statusLine: "HTTP/1.1 304 Not Modified", body: ""),
            .breaks("TR-NO-REDIRECT")
        ),
        Misbehaviour("not-modified-with-body", .response("HTTP/1.1 304 Not Modified"), .breaks("TR-NO-REDIRECT")),
    ]

    private static let fatal =
        "AsyncHTTPClient traps on a status below 100, which ends the process; another client mends it"

    /// Redirects, which nobody follows (RFC 9110 §15.4).
    static let redirects: [Misbehaviour] =
        [
            ("redirect-to-itself", "301 Moved Permanently", "/user_identities/list"),
            ("redirect-to-another-host", "302 Found", "http://evil.example/user_identities/list"),
            ("redirect-to-a-script", "303 See Other", "javascript:alert(1)"),
            ("redirect-to-a-file", "307 Temporary Redirect", "file:///etc/passwd"),
            ("redirect-with-password", "308 Permanent Redirect", "https://seam:key@evil.example/"),
            ("redirect-to-metadata", "302 Found", "http://169.254.169.254/latest/meta-data/"),
            ("redirect-to-nothing", "302 Found", ""),
            ("redirect-upwards", "302 Found", "..//..//evil.example"),
            ("redirect-in-many-choices", "300 Multiple Choices", "\u{2F}\u{2F}evil.example"),
        ].map { name, status, location in
            Misbehaviour(name, .response("HTTP/1.1 \(status)", ["location: \(location)"]), .breaks("TR-NO-REDIRECT"))
        } + [
            Misbehaviour(
                "redirect-without-location",
                .response("HTTP/1.1 301 Moved Permanently"),
                .breaks("TR-NO-REDIRECT")
            ).quick
        ]
}
