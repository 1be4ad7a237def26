import Redaction
import Testing

@Suite("Personal data and patterns")
struct PersonalDataTests {
    private let secrets = [Secret("own/key+4711", name: "$SEAM_API_KEY")]
    private var redactor: Redactor { Redactor(secrets: secrets, rules: RedactionRules(hidesPersonalData: true)) }

    @Test(
        "E-mail addresses, telephone numbers and names are replaced",
        arguments: [
            ("mail jane.doe+x@corp.co.uk now", "mail [email] now"), ("<jane@corp.com>.", "<[email]>."),
            ("jane%40corp.com", "[email]"), (#"{"e":"\njane\u0040corp.com"}"#, #"{"e":"\n[email]"}"#),
            (#"{"email_address":"not an address"}"#, #"{"email_address":"[email]"}"#), ("jörg@müller.de", "[email]"),
            (#"{"phone_number":"555 123","x":1}"#, #"{"phone_number":"[phone]","x":1}"#),
            (#"{"phone_number":4915112345678}"#, #"{"phone_number":"[phone]"}"#),
            ("call +49 151 12345678, or", "call [phone], or"), ("?phone=%2B14155552671&a=1", "?phone=[phone]&a=1"),
            (#"{"full_name":"J D","display_name":"\u00e4"}"#, #"{"full_name":"[name]","display_name":"[name]"}"#),
            (#"{"full_name":["J D","K"],"x":1}"#, #"{"full_name":"[name]","x":1}"#),
            ("?first_name=Jane&b=1", "?first_name=[name]&b=1"), (#"{"lastName":"Doe"}"#, #"{"lastName":"[name]"}"#),
        ]
    )
    func replaces(text: String, expected: String) throws {
        let plain = redactor.redacted(text).withoutDigits
        #expect(plain == expected)
        #expect(redactor.redacted(redactor.redacted(text)) == redactor.redacted(text))
        #expect(Redactor(secrets: secrets).redacted(text) == text)
    }

    @Test(
        "What this program makes up stays, and so does what belongs to nobody",
        arguments: [
            "seamcheck-0123456789abc@example.com", "SEAMCHECK-0123456789ABC@EXAMPLE.COM", "a@b.test",
            "a@sub.example.org",
            #"{"full_name":"Ada Seamcheck 0123456789abc"}"#, #"{"phone_number":"+12912345678"}"#, "+12912345678",
            "+14155550123", #"{"email_address":"seamcheck-0123456789abc@corp.com"}"#, "2026-01-01T00:00:00+0000",
            "1+1234567", "a@b", "@corp.com", #"{"full_name":null,"phone_number":""}"#, "x+14155552671",
        ]
    )
    func keeps(text: String) {
        #expect(redactor.redacted(text) == text)
    }

    @Test("The same data has the same placeholder, in whichever form, and other data another one")
    func consistent() {
        let first = redactor.redacted("jane@corp.com")
        #expect(redactor.redacted("JANE%40corp.com") == first)
        #expect(redactor.redacted("jane@corp.com") == first)
        #expect(redactor.redacted("john@corp.com") != first)
        #expect(redactor.redacted("+49 151 12345678") == redactor.redacted("+4915112345678"))
        let name = redactor.redacted(#"{"full_name":"J\u00e4ne"}"#)
        #expect(redactor.redacted(#"{"full_name":"Jäne"}"#) == name)
    }

    @Test("Who has another key can't tell whose placeholder it is")
    func keyed() {
        let other = Redactor(
            secrets: [Secret("another", name: "$SEAM_API_KEY")],
            rules: RedactionRules(hidesPersonalData: true)
        )
        #expect(redactor.redacted("jane@corp.com") != other.redacted("jane@corp.com"))
    }

    @Test("What is said of a personal value is hidden by its place")
    func places() {
        let statement = redactor.statement(#""Jane Doe""#, at: "/users/0/full_name")
        #expect(statement.hasPrefix("\"[name ") && !statement.contains("Jane"))
        #expect(redactor.value("Jane \"X\" Doe", named: "full_name").hasPrefix("[name "))
        #expect(redactor.value("Ada Seamcheck 0123456789abc", named: "full_name") == "Ada Seamcheck 0123456789abc")
        #expect(redactor.value("a", named: "color") == "a")
        #expect(redactor.value("a", named: "api_key") == "[redacted]")
    }

    @Test(
        "Everything that a match of a pattern covers is replaced",
        arguments: [
            ("[0-9]{4}", "a 12345 b 123", "a [redacted] b 123"), ("a.*b", "xaybzbq", "x[redacted]q"),
            ("(a+)+b", "aaaab aaaa", "[redacted] aaaa"), ("^x|y$", "xy", "[redacted]"),
            ("Müller|ß", "M\\u00fcller", "[redacted]"),
            ("internal-[a-z]+", "{\"a\":\"internal-x\"}", "{\"a\":\"[redacted]\"}"), ("z*", "azzb", "a[redacted]b"),
            (".+", "Ada Seamcheck 0123456789abc!", "Ada Seamcheck 0123456789abc[redacted]"),
            ("@example.com", "seamcheck-0123456789abc@example.com a@example.com", nil),
        ]
    )
    func patterns(pattern: String, text: String, expected: String?) throws {
        let rules = RedactionRules(patterns: [try RedactionPattern(pattern)])
        let redacted = Redactor(secrets: [], rules: rules).redacted(text)
        #expect(redacted == expected ?? "seamcheck-0123456789abc@example.com a[redacted]")
    }

    @Test(
        "A pattern that can't be used is refused with the reason",
        arguments: [
            ("(", "')'"), ("a{5000}", "too long"), ("(?<=a)b", "behind"), ("(?=a)b", "ahead"), ("", "empty"),
            ("^$", "empty"), ("\\b", "empty"), ("a**", "'*'"),
        ]
    )
    func refused(pattern: String, reason: String) {
        let error = #expect(throws: RedactionPatternError.self) { try RedactionPattern(pattern) }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
    }
}

extension String {
    /// The text with the digits of its placeholders left out.
    fileprivate var withoutDigits: String {
        var text = ""
        var rest = self[...]
        while let character = rest.popFirst() {
            let digits = rest.prefix(6)
            let isPlaceholder = rest.dropFirst(6).first == "]" && digits.allSatisfy(\.isHexDigit)
            text.append(character)
            guard character == " ", isPlaceholder else { continue }
            text.removeLast()
            rest = rest.dropFirst(6)
        }
        return text
    }
}
