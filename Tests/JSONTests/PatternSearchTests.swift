import JSON
import Testing

@Suite("Searching for a pattern")
struct PatternSearchTests {
    @Test(
        "of all matches that end at a place the longest is told",
        arguments: [
            ("a+", "xaab", ["a", "aa"]), ("a.*b", "xaybzb", ["ayb", "aybzb"]), ("ü|é", "aüé", ["ü", "é"]),
            ("\\bab\\b", "ab cab ab", ["ab", "ab"]), ("^a|b$", "ab", ["a", "b"]), ("x*", "axx", ["x", "xx"]),
            ("[^a]", "a\u{1F600}", ["\u{1F600}"]), ("b", "a", []),
        ]
    )
    func matches(pattern: String, text: String, expected: [String]) throws {
        let search = try PatternSearch(pattern)
        let bytes = Array(text.utf8)
        var found: [String] = []
        _ = bytes.withUnsafeBufferPointer { bytes in
            search.forEachMatch(in: bytes) { found.append(String(decoding: bytes[$0], as: UTF8.self)) }
        }
        #expect(found == expected)
    }

    @Test("a byte that is not UTF-8 is a character of its own, and ends no search")
    func invalid() throws {
        let search = try PatternSearch("a.b")
        var count = 0
        _ = [0x61, 0xFF, 0x62, 0xE2, 0x61, 0xC3, 0x62].withUnsafeBufferPointer { bytes in
            search.forEachMatch(in: bytes) { _ in count += 1 }
        }
        #expect(count == 2)
    }

    @Test(
        "the steps are proportional to the text, however its matches overlap",
        arguments: ["a(.*b)?", "(a+)+c", "a*a*a*b"]
    )
    func steps(pattern: String) throws {
        let search = try PatternSearch(pattern)
        let bytes = [UInt8](repeating: 0x61, count: 1 << 14)
        let steps = bytes.withUnsafeBufferPointer { search.forEachMatch(in: $0) { _ in } }
        #expect(steps <= 40 * bytes.count)
    }
}
