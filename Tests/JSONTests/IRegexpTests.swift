import JSON
import Testing

@Suite("I-Regexp") struct IRegexpTests {
    @Test(
        "a pattern matches whole strings",
        arguments: [
            ("", "", true), ("a", "a", true), ("a", "ab", false), ("a|bc", "bc", true), ("a|bc", "b", false),
            ("(a|b)*c", "abac", true),
            ("a{2}", "aa", true), ("a{2}", "a", false), ("a{2,}", "aaaa", true), ("a{1,2}", "aaa", false),
            ("a{0}", "", true),
            ("a+b?", "aab", true), (".", "é", true), (".", "\n", false), ("..", "😀", false), ("[a-c]", "b", true),
            ("[^a-c]", "b", false),
            ("[^a-c]", "d", true), ("[-a]", "-", true), ("[a-]", "-", true), ("\\p{Lu}\\p{L}*", "Éa", true),
            ("\\P{Lu}", "É", false),
            ("[\\p{N}x]+", "1x2", true), ("\\.\\n\\t\\\\", ".\n\t\\", true), ("[\\]\\-]", "]", true),
            ("^ab$", "ab", true), ("a^b", "ab", false),
            ("(a*)*b", "aab", true), ("(|a)+", "aa", true), ("\\p{Zs}", "\u{A0}", true),
        ]
    )
    func matches(pattern: String, string: String, isMatch: Bool) throws {
        #expect(try IRegexp(pattern).matches(string) == isMatch)
    }

    @Test(
        "a pattern occurs in a string",
        arguments: [
            ("b", "abc", true), ("", "", true), ("^b", "abc", false), ("^a", "abc", true), ("c$", "abc", true),
            ("b$", "abc", false),
            ("^$", "", true), ("x|c", "abc", true), ("[0-9]{3}", "ab123c", true), ("[0-9]{4}", "ab123c", false),
            ("ab", "aab", true),
        ]
    )
    func occurs(pattern: String, string: String, occurs: Bool) throws {
        #expect(try IRegexp(pattern).occurs(in: string) == occurs)
    }

    @Test(
        "what RFC 9485 does not have is refused",
        arguments: [
            "*", "a**", "(", ")", "(a", "[", "[]", "[^]", "[b-a]", "[a-b-c]", "a{", "a{,2}", "a{2,1}", "a{x}", "{", "}",
            "]", "\\", "\\d", "\\w",
            "\\p{Foo}", "\\p{L", "\\pL", "(?:a)", "a+?", "[[a]]", "[\\p{L}-z]",
        ]
    )
    func refuses(pattern: String) {
        #expect(throws: PatternSyntaxError.self) { try IRegexp(pattern) }
    }

    @Test("hostile patterns cost no more than pattern times text, or are refused")
    func hostilePatterns() throws {
        let text = String(repeating: "a", count: 2000)
        #expect(try !IRegexp("(a+)+b").matches(text))
        #expect(try !IRegexp("(a|a)*b").matches(text))
        #expect(try !IRegexp("(a*)*b").occurs(in: text))
        #expect(try !IRegexp("(a?){200}a{200}b").matches(text))
    }

    @Test(
        "patterns that would grow beyond bounds are refused",
        arguments: ["a{5000}", "(a{100}){100}", "((){1000}){1000}", "a{99999999999999999999}"]
    )
    func tooLong(pattern: String) {
        #expect(throws: PatternSyntaxError.self) { try IRegexp(pattern) }
    }

    @Test("groups are nested up to a bound")
    func nesting() {
        #expect(throws: PatternSyntaxError.self) { try IRegexp(String(repeating: "(", count: 100_000)) }
    }
}
