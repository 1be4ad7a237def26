extension Misbehaviour {
    /// Pages that lead on for ever, or elsewhere.
    static let cursors: [Misbehaviour] = [
        Misbehaviour("next-page-is-this-one", next("\"<endpoint>/user_identities/list\""), .passes).quick,
        Misbehaviour(
            "next-page-for-ever",
            .changes([
                .member("has_next_page", "true"), .member("next_page_cursor", "\"same\""),
                .member("next_page_url", "\"<endpoint>/user_identities/list?page_cursor=same\""),
            ]),
            .warns("LS-NEXT-URL")
        ),
        Misbehaviour("next-page-elsewhere", next("\"http://evil.example/user_identities/list\""), .passes).quick,
        Misbehaviour("next-page-with-password", next("\"http://seam:key@evil.example/\""), .passes),
        Misbehaviour("next-page-is-a-script", next("\"javascript:alert(document.cookie)\""), .passes),
        Misbehaviour("next-page-is-a-file", next("\"file:///etc/passwd\""), .passes),
        Misbehaviour("next-page-climbs", next("\"<endpoint>/../../../etc/passwd\""), .passes),
        Misbehaviour(
            "next-page-with-line-breaks",
            next("\"<endpoint>/user_identities/list\\r\\nauthorization: x\\r\\n\\r\\nGET / HTTP/1.1\""),
            .warns("LS-NEXT-URL")
        ),
        Misbehaviour("next-page-is-relative", next("\"/user_identities/list\""), .warns("LS-NEXT-URL")),
        Misbehaviour("next-page-with-nul", next("\"<endpoint>/user_identities/list\\u0000\""), .warns("LS-NEXT-URL")),
        Misbehaviour(
            "next-page-in-unicode",
            next("\"<endpoint>/user_identities/list?a=\\u202e\\ud83d\\udc68\""),
            .warns("LS-NEXT-URL")
        ),
        Misbehaviour(
            "next-page-is-long",
            next("\"<endpoint>/user_identities/list?a=" + String(repeating: "b", count: 1_000_000) + "\""),
            .passes
        ),
        Misbehaviour("next-page-is-a-template", next("\"${now}{{endpoint}}\""), .warns("LS-NEXT-URL")),
        Misbehaviour("next-page-is-empty", next("\"\""), .warns("LS-NEXT-URL")),
        Misbehaviour(
            "next-page-deletes",
            next("\"<endpoint>/user_identities/delete?user_identity_id=7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01\""),
            .passes
        ),
        Misbehaviour("next-page-is-a-number", next("5"), .breaks("LS-ENV")),
        Misbehaviour("next-page-is-an-object", next("{}"), .breaks("LS-ENV")),
        Misbehaviour("more-pages-in-words", .changes([.member("has_next_page", "\"yes\"")]), .breaks("LS-ENV")),
        Misbehaviour(
            "cursor-is-long",
            .changes([.member("next_page_cursor", "\"" + String(repeating: "c", count: 1_000_000) + "\"")]),
            .passes
        ),
        Misbehaviour("cursor-is-an-array", .changes([.member("next_page_cursor", "[1]")]), .breaks("LS-ENV")),
        Misbehaviour("no-pagination", .changes([.replaces("\"pagination\"", with: "\"page\"")]), .breaks("LS-ENV")),
    ]

    private static func next(_ json: String) -> Reply { .changes([.member("next_page_url", json)]) }
}
