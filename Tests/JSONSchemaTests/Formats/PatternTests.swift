import JSON
import JSONSchema
import Testing

@Suite("Patterns")
struct PatternTests {
    @Test(
        "patterns mean what they mean in ECMA-262",
        arguments: [
            (#"b"#, "abc", true),
            (#"^b$"#, "abc", false),
            (#"^a$"#, "a\n", false),
            (#"^\d$"#, "߀", false),
            (#"^\w$"#, "é", false),
            (#"^\s$"#, "\u{FEFF}", true),
            (#"^[\s]$"#, "\u{2003}", true),
            (#"^\S$"#, "\u{A0}", false),
            (#"^\cC$"#, "\u{3}", true),
            (#"^.$"#, "\u{2028}", false),
            (#"^.$"#, "\u{1F600}", true),
            (#"^[^]$"#, "\n", true),
            (#"[]"#, "a", false),
            (#"^[[]$"#, "[", true),
            (#"^[a&&b]$"#, "&", true),
            (#"^[+--]$"#, ",", true),
            (#"^[a~~b]$"#, "~", true),
            (#"^[--0]$"#, ".", true),
            (#"^[a-]$"#, "-", true),
            (#"^\u0041\x42\0$"#, "AB\0", true),
            (#"^\p{Letter}+$"#, "été", true),
            (#"^é$"#, "e\u{301}", false),
            (#"\bb"#, "a-b", true),
            (#"^(?<n>y)(?:z)+?$"#, "yzz", true),
            (#"^(?!\s*$).+"#, "  a", true),
            (#"^(?!\s*$).+"#, "  ", false),
            (#"^(?=.*[a-z])(?=.*\d)(?!x).{3,}$"#, "ab1", true),
            (#"^(?=.*[a-z])(?=.*\d)(?!x).{3,}$"#, "abc", false),
            (#"^(?=.*[a-z])(?=.*\d)(?!x).{3,}$"#, "xa1", false),
            (#"^(a|b)$"#, "xb", false),
            (#"\Bb"#, "ab", true),
            (#"\Bb"#, "a-b", false),
            (#"^[^\W_]+$"#, "a1", true),
            (#"^[^\W_]+$"#, "a_", false),
            (#"^\P{L}$"#, "1", true),
            (#"^\uD83D\uDE00\u{1F600}$"#, "😀😀", true),
            (#"^\{}]$"#, "{}]", true),
            (#"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"#, "23:59", true),
            (#"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"#, "24:00", false),
        ]
    )
    func meaning(pattern: String, text: String, matches: Bool) throws {
        let schema = try SchemaCompiler(document: ["pattern": .string(pattern)], dialect: .draft2020_12).schema()
        #expect(schema.validate(.string(text)).isValid == matches, "\(pattern)")
    }

    @Test(
        "what can't be matched in bounded time, or is unknown, is refused with its place",
        arguments: [
            "(?=a)", "a(?!a)", "^(?=a)b|c", "^(?=a", "(?<=a)", "(?<!a)", "(?i:a)", #"(a)\1"#, #"(?<n>a)\k<n>"#,
            #"\p{Script=Greek}"#, #"\q"#,
        ]
    )
    func refused(pattern: String) throws {
        let error = #expect(throws: SchemaError.self) {
            try SchemaCompiler(document: ["pattern": .string(pattern)], dialect: .draft2020_12).schema()
        }
        #expect(try #require(error).description.hasPrefix("#/pattern: the pattern '\(pattern)' can't be used: "))
    }

    @Test("a hostile text does not match patterns that nest repetitions, and is judged all the same")
    func hostile() throws {
        let schema = try SchemaCompiler(
            document: ["pattern": "(a+)+$", "patternProperties": ["(a|a)*b$": false]],
            dialect: .draft2020_12
        ).schema()
        let text = String(repeating: "a", count: 10_000) + "!"
        #expect(!schema.validate(.string(text)).isValid)
        #expect(schema.validate(.object([text: 1])).isValid)
    }
}
