extension Misbehaviour {
    /// Ids that do something where they are printed, written or put into a command.
    static let texts: [Misbehaviour] =
        [
            ("markup", "<script>alert(1)</script><img src=x onerror=alert(1)>"),
            ("end-of-character-data", "]]>]]&gt;<!--<![CDATA["),
            ("colour-codes", "\\u001b[31m\\u001b[2J\\u001b[H"),
            ("link-codes", "\\u001b]8;;http://evil.example\\u0007click\\u001b]8;;\\u0007"),
            ("clipboard-codes", "\\u001b]52;c;ZXZpbA==\\u0007"),
            ("eight-bit-codes", "\\u009b31m\\u0090"),
            ("bells-and-backspaces", "\\u0007\\b\\b\\b\\u007f"),
            ("nul", "a\\u0000b"),
            ("template", "${now}${unique.email}${user_identity_id}"),
            ("mustache", "{{endpoint}}{{{cases}}}{{>page}}"),
            ("path", "../../../../etc/passwd"),
            ("windows-path", "..\\\\..\\\\con.txt"),
            ("formula", "=cmd|' /C calc'!A0"),
            ("other-formulas", "@SUM(1+1)*cmd|' /C calc'!A0"),
            ("workflow-command", "::error file=a::evil\\n::stop-commands::x\\n##[error]evil"),
            (
                "workflow-command-in-lines",
                "a\\n::add-mask::conforms\\r\\n##vso[task.complete]\\n##teamcity[buildProblem]"
            ),
            ("tap-line", "a\\nok 1 - evil\\n1..0 # skip all\\nBail out!"),
            ("markdown", "a | b\\n# Conforms\\n[x](javascript:alert(1)) `b` <details>"),
            ("shell", "'; rm -rf / #$(reboot)`reboot`"),
            ("query", "'); DROP TABLE run; --"),
            ("right-to-left", "\\u202egnp.exe\\u202d\\u2066\\u2069"),
            ("unseen", "a\\u200b\\ufeff\\u2060\\u00ad\\u180e"),
            ("marks-without-end", "a" + String(repeating: "\\u0301", count: 50_000)),
            ("private-and-unassigned", "\\ue000\\uffff\\ufffe\\udbff\\udfff"),
            ("line-separators", "a\\u2028b\\u2029c\\u0085d"),
            ("line-breaks", String(repeating: "\\r\\n", count: 10_000)),
        ].map { name, text in
            let made = Misbehaviour(
                "id-of-\(name)",
                .changes([.member("user_identity_id", "\"\(text)\"")]),
                .breaks("UI-ID-UUID")
            )
            return ["colour-codes", "workflow-command", "markup"].contains(name) ? made.quick : made
        } + [
            Misbehaviour(
                "id-of-lone-surrogate",
                .changes([.member("user_identity_id", "\"\\ud800\"")]),
                .breaks("TR-SCHEMA")
            )
            .quick,
            Misbehaviour(
                "id-of-half-an-escape",
                .changes([.member("user_identity_id", "\"\\u12\"")]),
                .breaks("TR-SCHEMA")
            ),
            Misbehaviour(
                "id-with-raw-control",
                .changes([.member("user_identity_id", "\"a\u{1}\u{1B}[2J\"")]),
                .breaks("TR-SCHEMA")
            ),
            Misbehaviour(
                "name-of-colour-codes",
                .changes([.member("user_identities", "[{\"\\u001b[31m::error::\\n::error::\":1}]")]),
                .breaks("UI-NULL-PRESENT")
            ),
            Misbehaviour(
                "name-that-is-a-path",
                .changes([.member("user_identities", "[{\"a/b~c%25\":1,\"__proto__\":{},\"constructor\":1}]")]),
                .breaks("UI-NULL-PRESENT")
            ),
        ]
}
