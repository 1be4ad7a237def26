extension Misbehaviour {
    /// Responses that come late, slowly or never.
    static let timing: [Misbehaviour] = [
        Misbehaviour("silence", .staysSilent, .noResponse("no whole response within")).within(seconds: 1),
        Misbehaviour(
            "silence-before-any-request",
            .greets([], then: .staysOpen),
            .noRun(69, "no whole response within"),
            path: nil
        )
        .within(seconds: 1),
        Misbehaviour(
            "half-a-status-line",
            .sends([.text("HTTP/1.1 2")], then: .staysOpen),
            .noResponse("no whole response within")
        ).within(seconds: 1),
        Misbehaviour(
            "half-a-head",
            .sends([.text("HTTP/1.1 200 OK\r\nx-a: b")], then: .staysOpen),
            .noResponse("no whole response within")
        ).within(seconds: 1),
        Misbehaviour(
            "half-a-body",
            .raw(["content-length: 5000"], then: .staysOpen),
            .noResponse("no whole response within")
        ).within(seconds: 1),
        Misbehaviour(
            "chunks-without-end",
            .raw(["transfer-encoding: chunked"], body: "2\r\n{}\r\n", then: .staysOpen),
            .noResponse("no whole response within")
        ).within(seconds: 1),
        Misbehaviour("no-length-and-no-close", .raw([], then: .staysOpen), .noResponse("no whole response within"))
            .within(seconds: 1),
        Misbehaviour(
            "head-drop-by-drop",
            .sends([.drips(Array(Reply.head([]).utf8), milliseconds: 50)]),
            .noResponse("no whole response within")
        ).within(seconds: 1),
        Misbehaviour(
            "body-drop-by-drop",
            .pieces("HTTP/1.1 200 OK", [], [.drips(Array(Reply.emptyList.utf8), milliseconds: 50)]),
            .noResponse("no whole response within")
        ).within(seconds: 1),
        Misbehaviour(
            "head-in-single-bytes",
            .sends([.drips(Array(Reply.head(["content-length: 2"]).utf8), milliseconds: 0), .text("{}")]),
            .breaks("TR-OK-TRUE")
        ).quick,
        Misbehaviour(
            "late-close",
            .sends([
                .text(Reply.head(["content-length: \(Reply.emptyList.utf8.count)"]) + Reply.emptyList),
                .waits(milliseconds: 400),
            ]),
            .passes
        ),
        Misbehaviour("never-closes", .response(), .passes),
        Misbehaviour(
            "interim-responses-without-end",
            .sends(
                [.drips(Array(String(repeating: "HTTP/1.1 102 Processing\r\n\r\n", count: 40).utf8), milliseconds: 10)],
                then: .staysOpen
            ),
            .noResponse("no whole response within")
        ).within(seconds: 1),
    ]

    /// Connections that break.
    static let resets: [Misbehaviour] = [
        Misbehaviour("close-at-accept", .greets([]), .noRun(69, "broke before a response"), path: nil).quick,
        Misbehaviour("reset-at-accept", .greets([], then: .resets), .noRun(69, "broke before a response"), path: nil),
        Misbehaviour("close-before-response", .sends([]), .noResponse("broke before a response")),
        Misbehaviour("reset-before-response", .sends([], then: .resets), .noResponse("broke before a response")).quick,
        Misbehaviour("close-in-status-line", .answers("HTTP/1.1 20"), .noResponse("broke before a response")),
        Misbehaviour("close-in-head", .answers("HTTP/1.1 200 OK\r\nx-a"), .noResponse("broke before a response")),
        Misbehaviour(
            "reset-in-head",
            .sends([.text("HTTP/1.1 200 OK\r\nx-a"), .waits(milliseconds: 50)], then: .resets),
            .noResponse("broke before a response")
        ),
        Misbehaviour(
            "close-behind-head",
            .raw(["content-length: 20"], body: ""),
            .noResponse("middle of the response")
        ),
        Misbehaviour(
            "reset-in-body",
            .sends([.text(Reply.head(["content-length: 5000"]) + "{"), .waits(milliseconds: 50)], then: .resets),
            .noResponse("middle of the response")
        ),
        Misbehaviour(
            "close-in-chunk",
            .raw(["transfer-encoding: chunked"], body: "500\r\n{"),
            .noResponse("middle of the response")
        ),
    ]
}
