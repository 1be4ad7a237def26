extension Misbehaviour {
    /// More than anybody wants to read.
    static let sizes: [Misbehaviour] = [
        Misbehaviour(
            "body-over-the-bound",
            .pieces("HTTP/1.1 200 OK", [], [.repeats(" ", count: 8 << 20), .text("{}")]),
            .noResponse("larger than the")
        ),
        Misbehaviour("body-announced-over-the-bound", .raw(["content-length: 8388609"]), .noResponse("larger than the"))
            .quick,
        Misbehaviour(
            "body-at-the-bound",
            .pieces(
                "HTTP/1.1 200 OK",
                ["content-length: 8388608"],
                [.text(Reply.emptyList), .repeats(" ", count: (8 << 20) - Reply.emptyList.utf8.count)]
            ),
            .passes
        ),
        Misbehaviour("endless-body", .pieces("HTTP/1.1 200 OK", [], [.endless("a")]), .noResponse("larger than the")),
        Misbehaviour(
            "endless-chunks",
            .pieces(
                "HTTP/1.1 200 OK",
                ["transfer-encoding: chunked"],
                [.endless("100\r\n" + String(repeating: "a", count: 256) + "\r\n")]
            ),
            .noResponse("larger than the")
        ),
        Misbehaviour("endless-empty-lines", .sends([.trickles("\r\n")]), .noResponse("no whole response within"))
            .within(seconds: 2),
        Misbehaviour("flood-of-empty-lines", .sends([.endless("\r\n")]), .noResponse("no whole response within"))
            .known(unbounded),
        Misbehaviour(
            "endless-status-line",
            .sends([.text("HTTP/1.1 200 "), .trickles("a")]),
            .noResponse("no whole response within")
        )
        .within(seconds: 2),
        Misbehaviour(
            "endless-header-name",
            .sends([.text("HTTP/1.1 200 OK\r\n"), .endless("a")]),
            .noResponse("header section")
        ),
        Misbehaviour(
            "endless-header-value",
            .sends([.text("HTTP/1.1 200 OK\r\na: "), .endless("a")]),
            .noResponse("header section")
        ),
        Misbehaviour(
            "endless-headers",
            .sends([.text("HTTP/1.1 200 OK\r\n"), .endless("a: b\r\n")]),
            .noResponse("header section")
        ),
        Misbehaviour(
            "ten-thousand-headers",
            .response(lines: (0..<10_000).map { "x-\($0): a" }),
            .noResponse("header section")
        ).quick,
        Misbehaviour(
            "long-reason",
            .response("HTTP/1.1 200 " + String(repeating: "OK ", count: 20_000)),
            .passes
        ),
        Misbehaviour("empty-body", .changes([.body("")]), .breaks("TR-SCHEMA")),
        Misbehaviour("blank-body", .changes([.body(String(repeating: "\n", count: 100_000))]), .breaks("TR-SCHEMA")),
        Misbehaviour(
            "deep-arrays",
            .changes([.body(String(repeating: "[", count: 1_000_000))]),
            .breaks("nested deeper")
        ).quick,
        Misbehaviour("deep-objects", .changes([.body(nested(100_000))]), .breaks("nested deeper")),
        Misbehaviour(
            "objects-as-deep-as-read",
            .changes([.member("user_identities", nested(500))]),
            .breaks("TR-SCHEMA")
        ),
        Misbehaviour(
            "huge-exponent",
            .changes([.member("user_identities", "[1e999999999999]")]),
            .breaks("UI-SCHEMA-BASE")
        )
        .quick,
        Misbehaviour(
            "million-digits",
            .changes([.member("user_identities", "[" + String(repeating: "9", count: 1_000_000) + "]")]),
            .breaks("UI-SCHEMA-BASE")
        ),
        Misbehaviour(
            "tiny-fraction",
            .changes([.member("user_identities", "[1e-999999999999]")]),
            .breaks("UI-SCHEMA-BASE")
        ),
        Misbehaviour(
            "million-items",
            .changes([.member("user_identities", "[" + String(repeating: "1,", count: 1_000_000) + "1]")]),
            .breaks("UI-SCHEMA-BASE")
        ),
        Misbehaviour(
            "many-identities",
            .changes([
                .replaces(
                    "\"user_identities\":[",
                    with: "\"user_identities\":[" + String(repeating: "{},", count: 100_000)
                )
            ]),
            .breaks("UI-NULL-PRESENT")
        ),
        Misbehaviour("many-names", .changes([.member("pagination", manyNames)]), .breaks("LS-ENV")),
        Misbehaviour(
            "long-name",
            .changes([.member("user_identities", "[{\"" + long + "\":1}]")]),
            .breaks("UI-NULL-PRESENT")
        ),
        Misbehaviour("long-id", .changes([.member("user_identity_id", "\"" + long + "\"")]), .breaks("UI-ID-UUID")),
        Misbehaviour(
            "long-text-of-escapes",
            .changes([.member("full_name", "\"" + String(repeating: "\\u0041", count: 200_000) + "\"")]),
            .passes
        ),
        Misbehaviour(
            "text-of-backslashes",
            .changes([.member("full_name", "\"" + String(repeating: "\\\\", count: 500_000) + "\"")]),
            .passes
        ),
        Misbehaviour(
            "text-of-quotes",
            .changes([.member("user_identity_id", "\"" + String(repeating: "\\\"", count: 500_000) + "\"")]),
            .breaks("UI-ID-UUID")
        ),
        Misbehaviour(
            "text-like-tokens",
            .changes([.member("user_identity_id", "\"" + String(repeating: "eyj", count: 333_333) + "\"")]),
            .breaks("UI-ID-UUID")
        ),
        Misbehaviour(
            "text-like-tokens-with-dots",
            .changes([.member("user_identity_id", "\"" + String(repeating: "eyJ.", count: 250_000) + "\"")]),
            .breaks("UI-ID-UUID")
        ),
        Misbehaviour(
            "text-like-keys",
            .changes([.member("user_identity_id", "\"" + String(repeating: "seam_", count: 200_000) + "\"")]),
            .breaks("UI-ID-UUID")
        ),
        Misbehaviour(
            "text-like-headers",
            .changes([.member("user_identity_id", "\"" + String(repeating: "Bearer ", count: 150_000) + "\"")]),
            .breaks("UI-ID-UUID")
        ),
        Misbehaviour(
            "text-like-private-keys",
            .changes([.member("user_identity_id", "\"" + String(repeating: "-----BEGIN ", count: 100_000) + "\"")]),
            .breaks("UI-ID-UUID")
        ),
        Misbehaviour(
            "base64-text",
            .changes([.member("user_identity_id", "\"" + String(repeating: "c2VhbV8", count: 150_000) + "\"")]),
            .breaks("UI-ID-UUID")
        ),
        Misbehaviour(
            "million-cookies",
            .response(lines: (0..<200).map { "set-cookie: a\($0)=" + String(repeating: "b", count: 300) }),
            .passes
        ),
        Misbehaviour(
            "long-request-id",
            .changes([.sets("seam-request-id", String(repeating: "r", count: 60_000))]),
            .passes
        ),
    ]

    private static let long = String(repeating: "a", count: 1_000_000)
    private static let manyNames = "{" + (0..<100_000).map { "\"a\($0)\":0" }.joined(separator: ",") + "}"

    private static func nested(_ depth: Int) -> String {
        String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
    }
}
