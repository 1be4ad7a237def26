import Redaction
import Testing

@Suite("What redaction costs")
struct LinearityTests {
    private static let secrets = [
        Secret("seam_testCANARY_zQ8rT4vW1xY7canary", name: "$SEAM_API_KEY"),
        Secret("aaaaaaaaaaaaaaaaaaaaaaaaaaab", name: "$SEAM_OTHER_API_KEY"),
    ]
    /// How often a byte is looked at at most, all finders together; with a pattern, once more for each of its instructions.
    private static let bound = 16

    /// Texts that are made so that a scan which begins anew behind each failure would go on to the end each time.
    static let units = [
        "eyj", "eyJ", "eyJaaaa.", "eyJaaaa.a.", "seam_", "seam_a", "seam_1-", "seam_testCANARY_zQ8rT4vW1xY7canar", "a",
        "73656d5f", "%25", "%2", "%252525", "\\", "\\\\u00", "\\u0073", "\\ud83d", "&", "&#", "&amp;", "&#x26;",
        "&aaaaaaaaa",
        "~0", "~01", ":", "\":", "\"token\":", "\"token\":\"", "\"token\":[", "\"token\":{\"", "\"tokens\":[ ",
        "token: ", "token=",
        "token==", "pin=1&", "code=", "key='", "key=\"", "?key=", "%22:%2522:", "'\":", "\"name\":\"token\",",
        "\"name\":\"",
        "\"value\":", "<token>", "<token>a</", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----",
        "-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\"", "-----", "://", "://a@", "://a", "@", "a@b.c", "a@b", "@a.", "+1", "+1 ", "+",
        ".",
        " ", "{\"a\":1}", "é", "…", "seam…", "bearer ", "token: bearer ",
    ]

    @Test("The bytes that are looked at are proportional to the text, whatever stands in it", arguments: units)
    func isLinear(unit: String) {
        let redactor = Redactor(secrets: Self.secrets, rules: RedactionRules(hidesPersonalData: true))
        for size in [1 << 10, 1 << 16] {
            let text = "\"x\":\"" + String(repeating: unit, count: size / unit.utf8.count + 1)
            #expect(redactor.visits(for: Array(text.utf8)) <= Self.bound * text.utf8.count)
        }
    }

    @Test("Marks that are escaped ever more often cost no more", arguments: ["token=", "key=", "\"secret\":", "name="])
    func growingEscapes(name: String) {
        let redactor = Redactor(secrets: Self.secrets, rules: RedactionRules(hidesPersonalData: true))
        for mark in ["\\", "%25", "&amp;"] {
            let units = (1...200).map { name + String(repeating: mark, count: $0) + "\"" }
            let text = Array(units.joined().utf8)
            #expect(redactor.visits(for: text) <= Self.bound * text.count)
        }
    }

    @Test(
        "A pattern costs its instructions times the text at most",
        arguments: ["(a+)+b", "a.*b", "(a|aa)*c", "[0-9]{1,20}", "a?a?a?a?aaaa", "(x*)*y"]
    )
    func patterns(pattern: String) throws {
        let rules = RedactionRules(patterns: [try RedactionPattern(pattern)])
        let redactor = Redactor(secrets: Self.secrets, rules: rules)
        for unit in ["a", "0", "ab", "x"] {
            let text = Array(String(repeating: unit, count: 1 << 14).utf8)
            #expect(redactor.visits(for: text) <= (Self.bound + 128) * text.count)
        }
    }

    @Test("Of a body no more is looked at than what is kept of it, and a bounded part behind it")
    func bodies() {
        let redactor = Redactor(secrets: Self.secrets)
        let key = "seam_testCANARY_zQ8rT4vW1xY7canary"
        let body = Array((String(repeating: "a", count: 90) + key + String(repeating: "seam_", count: 1 << 18)).utf8)
        for limit in 80...130 {
            let text = redactor.beginning(of: body, limit: limit)
            #expect(!text.contains("CANARY"))
        }
    }

    @Test("What lies further behind the kept part of a body than the lookahead is not looked at")
    func lookahead() {
        let redactor = Redactor(secrets: Self.secrets)
        for (distance, isSeen) in [(Redactor.lookahead / 2, true), (Redactor.lookahead * 2, false)] {
            // What makes a token of it, a digit, comes at its very end.
            let token = "seam_" + String(repeating: "a", count: distance) + "1"
            #expect(redactor.beginning(of: Array(token.utf8), limit: 10) == (isSeen ? "[redacted]" : "seam_aaaaa"))
            #expect(redactor.redacted(token) == "[redacted]")
        }
    }
}
