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
            (#"^\p{Script=Greek}$"#, "α", true),
            (#"^é$"#, "e\u{301}", false),
            (#"\bb"#, "a-b", true),
            (#"^(?!x)(?<n>y)\k<n>$"#, "yy", true),
            (#"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"#, "23:59", true),
            (#"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$"#, "24:00", false),
        ]
    )
    func meaning(pattern: String, text: String, matches: Bool) throws {
        let schema = try SchemaCompiler(document: ["pattern": .string(pattern)], dialect: .draft2020_12).schema()
        #expect(schema.validate(.string(text)).isValid == matches, "\(pattern)")
    }
}
