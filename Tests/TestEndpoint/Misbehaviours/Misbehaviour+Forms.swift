extension Misbehaviour {
    /// Bodies of other forms than the contract's.
    static let forms: [Misbehaviour] =
        [
            ("identities-are-null", "user_identities", "null", "TR-SCHEMA"),
            ("identities-are-an-object", "user_identities", "{}", "TR-SCHEMA"),
            ("identities-are-a-text", "user_identities", "\"none\"", "TR-SCHEMA"),
            ("identities-are-a-number", "user_identities", "5", "TR-SCHEMA"),
            ("items-are-null", "user_identities", "[null,null]", "UI-SCHEMA-BASE"),
            ("items-are-arrays", "user_identities", "[[],[[]]]", "UI-SCHEMA-BASE"),
            ("items-are-texts", "user_identities", "[\"a\",true,1.5]", "UI-SCHEMA-BASE"),
            ("pagination-is-null", "pagination", "null", "LS-ENV"),
            ("pagination-is-an-array", "pagination", "[]", "LS-ENV"),
            ("id-is-a-number", "user_identity_id", "5", "UI-SCHEMA-BASE"),
            ("id-is-null", "user_identity_id", "null", "UI-SCHEMA-BASE"),
            ("id-is-an-object", "user_identity_id", "{\"a\":[]}", "UI-SCHEMA-BASE"),
            ("id-is-empty", "user_identity_id", "\"\"", "UI-ID-UUID"),
            ("name-is-true", "full_name", "true", "UI-SCHEMA-BASE"),
            ("address-is-an-array", "email_address", "[]", "UI-SCHEMA-BASE"),
            ("warnings-are-null", "warnings", "null", "UI-ARRAYS"),
            ("errors-are-texts", "errors", "[\"a\"]", "UI-ERR-ITEM"),
            ("users-are-an-object", "acs_user_ids", "{}", "UI-SCHEMA-BASE"),
            ("users-are-null", "acs_user_ids", "[null]", "UI-ARRAYS"),
            ("workspace-is-a-number", "workspace_id", "1e400", "UI-SCHEMA-BASE"),
            ("created-at-is-null", "created_at", "null", "UI-SCHEMA-BASE"),
            ("created-at-is-a-number", "created_at", "1787277600", "UI-SCHEMA-BASE"),
        ].map { name, member, json, requirement in
            let made = Misbehaviour(name, .changes([.member(member, json)]), .breaks(requirement))
            return name == "items-are-null" ? made.quick : made
        }
        + [
            Misbehaviour("ok-is-a-text", .changes([.member("ok", "\"true\"")]), .breaks("TR-OK-TRUE")),
            Misbehaviour("ok-is-false", .changes([.member("ok", "false")]), .breaks("TR-OK-TRUE")),
            Misbehaviour("body-is-null", .changes([.body("null")]), .breaks("TR-SCHEMA")),
            Misbehaviour("body-is-an-array", .changes([.body("[]")]), .breaks("TR-SCHEMA")),
            Misbehaviour("body-is-a-text", .changes([.body("\"\"")]), .breaks("TR-SCHEMA")),
            Misbehaviour("body-is-a-number", .changes([.body("-0")]), .breaks("TR-SCHEMA")),
            Misbehaviour("two-values", .changes([.body(Reply.emptyList + Reply.emptyList)]), .breaks("TR-SCHEMA")),
            Misbehaviour("comment-in-body", .changes([.body("/* a */" + Reply.emptyList)]), .breaks("TR-SCHEMA")),
            Misbehaviour("trailing-comma", ok("\"ok\":true,"), .breaks("TR-SCHEMA")),
            Misbehaviour("not-a-number", .changes([.member("user_identity_id", "NaN")]), .breaks("TR-SCHEMA")),
            Misbehaviour("name-twice", ok("\"ok\":true,\"ok\":true"), .warns("TR-SCHEMA")).quick,
            Misbehaviour("name-twice-with-other-values", ok("\"ok\":false,\"ok\":true"), .warns("TR-SCHEMA")),
            Misbehaviour("name-many-times", ok(manyNames), .warns("TR-SCHEMA")),
            Misbehaviour("names-but-for-case", ok("\"OK\":false,\"ok\":true"), .passes),
        ]

    private static let manyNames = String(repeating: "\"ok\":true,", count: 100_000) + "\"ok\":true"

    private static func ok(_ text: String) -> Reply { .changes([.replaces("\"ok\":true", with: text)]) }

    /// Instants and dates that are none, or are far away (RFC 3339, RFC 9110 §5.6.7).
    static let dates: [Misbehaviour] =
        [
            ("created-at-empty", ""), ("created-at-in-words", "yesterday"), ("created-at-day", "2026-08-17"),
            ("created-at-with-space", "2026-08-17 10:00:00Z"), ("created-at-without-zone", "2026-08-17T10:00:00"),
            ("created-at-day-32", "2026-02-32T10:00:00Z"), ("created-at-hour-25", "2026-08-17T25:00:00Z"),
            ("created-at-huge-offset", "2026-08-17T10:00:00+99:99"),
            ("created-at-year-99999", "99999-01-01T00:00:00Z"),
            ("created-at-negative-year", "-0001-01-01T00:00:00Z"),
        ].map { name, text in created(name, text, .breaks("UI-CREATED-FMT")) }
        + [
            ("created-at-year-0", "0000-01-01T00:00:00Z"),
            ("created-at-year-9999", "9999-12-31T23:59:59.999999999Z"),
            ("created-at-leap-second", "2016-12-31T23:59:60Z"), ("created-at-lower-case", "2026-08-17t10:00:00z"),
            ("created-at-many-digits", "2026-08-17T10:00:00." + String(repeating: "1", count: 10_000) + "Z"),
        ].map { name, text in created(name, text, .passes) }
        + [
            ("date-missing", nil), ("date-empty", ""), ("date-garbage", "now"),
            ("date-past", "Sun, 06 Nov 1994 08:49:37 GMT"), ("date-old-form", "Sunday, 06-Nov-94 08:49:37 GMT"),
            ("date-asctime", "Sun Nov  6 08:49:37 1994"), ("date-year-2300", "Thu, 01 Jan 2300 00:00:00 GMT"),
            ("date-year-9999", "Fri, 31 Dec 9999 23:59:59 GMT"), ("date-year-0", "Sat, 01 Jan 0000 00:00:00 GMT"),
            ("date-number", "1787277600"),
        ].map { (name: String, date: String?) in
            Misbehaviour(name, .changes([.removes("date")] + (date.map { [.adds("date", $0)] } ?? [])), .passes)
        }

    private static func created(_ name: String, _ text: String, _ outcome: Outcome) -> Misbehaviour {
        Misbehaviour(name, .changes([.member("created_at", "\"\(text)\"")]), outcome)
    }
}
