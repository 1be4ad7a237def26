import Redaction

/// How long it takes to redact 8 MB of text that was made to make redaction slow.
enum RedactionBenchmark {
    private static let size = 8_000_000

    /// What the texts are made of, over and over: beginnings of what is looked for, and escapes of escapes.
    private static let units = [
        "eyjeyj", "eyJaaaa.", "seam_", "seam_a1-", "a", "seam_testCANARY_zQ8rT4vW1xY7canar", "%25", "%2525", "\\",
        "\\\\u00",
        "\\u0073", "&amp;", "&#x26;", "~0", "\":", "\"token\":", "\"token\":\"", "\"token\":[", "pin=1&", "key='",
        "token: ",
        "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", "://a@", "<token>", "seam…",
    ]

    /// The same for personal data.
    private static let personalUnits = [
        "a@b.cc ", "a@b.cc", "a@b.cc c@d.ee ", "+12025551234+12025551235", "+12025550", "\"email\":\"a\",", "a@", "+1",
        "seamcheck-",
    ]

    /// Measures and prints: each text by the fastest of three times, so that other work on the machine does not count.
    static func run() throws {
        let redactor = Redactor(secrets: [
            Secret("seam_testCANARY_zQ8rT4vW1xY7canary", name: "$SEAM_API_KEY"),
            Secret("aaaaaaaaaaaaaaaaaaaaaaaaaaab", name: "$SEAM_OTHER_API_KEY"),
        ])
        let personal = Redactor(secrets: [], rules: RedactionRules(hidesPersonalData: true))
        measure(redactor, units, "redaction of 8 MB")
        measure(personal, personalUnits, "redaction of 8 MB with --redact-personal")
    }

    private static func measure(_ redactor: Redactor, _ units: [String], _ name: String) {
        let clock = ContinuousClock()
        var slowest = (unit: "", duration: Duration.zero)
        for unit in units {
            var text = "\"x\":\"" + String(repeating: unit, count: size / unit.utf8.count)
            text.makeContiguousUTF8()
            let durations = (0..<3).map { _ in clock.measure { _ = redactor.redacted(text) } }
            let fastest = durations.min() ?? .zero
            if fastest > slowest.duration { slowest = (unit, fastest) }
        }
        Bench.say(
            "\(name), the slowest of \(units.count) texts",
            "\(Measurement([slowest.duration]).medianText) (\(slowest.unit.debugDescription) over and over)",
            target: "under 100 ms"
        )
    }
}
