extension Misbehaviour {
    /// Where a response ends is said twice, wrongly or not at all (RFC 9112 §6, §7.1), and heads break its grammar.
    static let framing: [Misbehaviour] = [
        Misbehaviour(
            "length-and-chunked",
            .raw(["content-length: 5", "transfer-encoding: chunked"], body: chunked),
            .noResponse("does not answer in HTTP")
        ).quick,
        Misbehaviour("two-lengths", .raw(["content-length: 5", "content-length: 9"]), .noResponse("content-length")),
        Misbehaviour("same-length-twice", .raw([length, length]), .noResponse("content-length")),
        Misbehaviour("list-of-lengths", .raw(["content-length: 5, 5"]), .noResponse("content-length")),
        Misbehaviour("negative-length", .raw(["content-length: -1"]), .noResponse("content-length")),
        Misbehaviour("length-with-sign", .raw(["content-length: +5"]), .noResponse("content-length")),
        Misbehaviour("length-in-words", .raw(["content-length: many"]), .noResponse("content-length")).quick,
        Misbehaviour(
            "length-beyond-64-bits",
            .raw(["content-length: 18446744073709551617"]),
            .noResponse("content-length")
        ),
        Misbehaviour("hexadecimal-length", .raw(["content-length: 0x10"]), .noResponse("content-length")),
        Misbehaviour("body-too-short", .raw(["content-length: 5000"]), .noResponse("middle of the response")).quick,
        Misbehaviour("body-too-long", .raw(["content-length: 11"]), .breaks("TR-SCHEMA")),
        Misbehaviour("two-responses", .raw([length], body: Reply.emptyList + second), .passes),
        Misbehaviour("no-length", .raw([]), .passes),
        Misbehaviour(
            "chunk-size-in-words",
            .raw([chunks], body: "five\r\n{\"ok\"\r\n0\r\n\r\n"),
            .noResponse("chunks")
        ),
        Misbehaviour(
            "chunk-size-beyond-64-bits",
            .raw([chunks], body: "FFFFFFFFFFFFFFFFF\r\n{"),
            .noResponse("chunks")
        ),
        Misbehaviour("negative-chunk-size", .raw([chunks], body: "-5\r\n{\"ok\"\r\n"), .noResponse("chunks")),
        Misbehaviour(
            "chunk-longer-than-its-size",
            .raw([chunks], body: "2\r\n{\"ok\"\r\n0\r\n\r\n"),
            .noResponse("does not answer in HTTP")
        ),
        Misbehaviour("no-last-chunk", .raw([chunks], body: "2\r\n{}\r\n"), .noResponse("middle of the response")),
        Misbehaviour(
            "endless-chunk-extension",
            .pieces("HTTP/1.1 200 OK", [chunks], [.text("2;"), .trickles("a")]),
            .noResponse("no whole response within")
        ).within(seconds: 2),
        Misbehaviour(
            "flood-of-a-chunk-extension",
            .pieces("HTTP/1.1 200 OK", [chunks], [.text("2;"), .endless("a")]),
            .noResponse("no whole response within")
        ).known(unbounded),
        Misbehaviour(
            "endless-trailers",
            .pieces("HTTP/1.1 200 OK", [chunks], [.text("0\r\n"), .endless("x-trailer: a\r\n")]),
            .noResponse("header section is larger")
        ),
        Misbehaviour("tiny-chunks", .pieces("HTTP/1.1 200 OK", [chunks], tinyChunks), .passes),
        Misbehaviour("gzip-as-transfer-coding", .raw(["transfer-encoding: gzip, chunked"], body: chunked), .passes),
        Misbehaviour("unknown-transfer-coding", .raw(["transfer-encoding: cow"]), .passes),
        Misbehaviour(
            "bare-line-feeds",
            .answers(Reply.head([length]).replacing("\r\n", with: "\n") + Reply.emptyList),
            .noResponse("does not answer in HTTP")
        ),
        Misbehaviour(
            "bare-carriage-returns",
            .answers(Reply.head([length]).replacing("\r\n", with: "\r")),
            .noResponse("does not answer in HTTP")
        ),
        Misbehaviour("folded-header", .response(lines: ["x-note: a", "  b"]), .noResponse("byte that HTTP forbids")),
        Misbehaviour("space-before-colon", .response(lines: ["x-note : a"]), .noResponse("byte that HTTP forbids")),
        Misbehaviour("header-without-name", .response(lines: [": a"]), .noResponse("byte that HTTP forbids")),
        Misbehaviour("header-without-colon", .response(lines: ["x-note"]), .noResponse("byte that HTTP forbids")),
        Misbehaviour("nul-in-header", .response(lines: ["x-note: a\0b"]), .noResponse("byte that HTTP forbids")).quick,
        Misbehaviour(
            "escape-in-header",
            .response(lines: ["x-note: \u{1B}]8;;http://evil.example\u{7}a"]),
            .noResponse("byte that HTTP forbids")
        ),
        Misbehaviour(
            "escape-in-header-name",
            .response(lines: ["x-\u{1B}[31m: a"]),
            .noResponse("byte that HTTP forbids")
        ),
        Misbehaviour("latin-1-in-header", .changes([.adds("x-note", [0xE9, 0xFF])]), .passes),
        Misbehaviour("unicode-in-header", .response(lines: ["x-note: \u{202E}\u{1F468}"]), .passes),
    ]

    /// Why floods of what a client reads without handing it out are not tried.
    static let unbounded =
        "AsyncHTTPClient sets no bound to it and looks at nothing else meanwhile, so that other exchanges time out; another "
        + "client mends it"
    private static let length = "content-length: \(Reply.emptyList.utf8.count)"
    private static let chunks = "transfer-encoding: chunked"
    private static let second = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}"
    private static let chunked = "\(String(Reply.emptyList.utf8.count, radix: 16))\r\n\(Reply.emptyList)\r\n0\r\n\r\n"
    private static let tinyChunks = Reply.emptyList.map { Piece.text("1\r\n\($0)\r\n") } + [.text("0\r\n\r\n")]
}

extension Reply {
    /// Sends a right response with further header lines.
    static func response(lines: [String]) -> Reply { .response("HTTP/1.1 200 OK", lines) }
}
