import Redaction
import Testing

@Suite("A user's own secrets")
struct OwnSecretTests {
    private let key = "seam_testCANARY_zQ8rT4vW1xY7canary"
    private let redactor = Redactor(
        secrets: [
            Secret("seam_testCANARY_zQ8rT4vW1xY7canary", name: "$SEAM_API_KEY"),
            Secret("vendor/key+4711", name: "$SEAM_OTHER_API_KEY"),
        ]
    )

    @Test(
        "A secret is replaced in every form it shows in",
        arguments: [
            ("Bearer seam_testCANARY_zQ8rT4vW1xY7canary", "Bearer $SEAM_API_KEY"),
            ("SEAM_TESTCANARY_ZQ8RT4VW1XY7CANARY", "$SEAM_API_KEY"),
            ("a=vendor/key+4711&b", "a=$SEAM_OTHER_API_KEY&b"),
            ("a=vendor%2Fkey%2B4711&b", "a=$SEAM_OTHER_API_KEY&b"),
            ("a=vendor%2fkey%2b4711&b", "a=$SEAM_OTHER_API_KEY&b"),
        ]
    )
    func forms(text: String, expected: String) {
        #expect(redactor.redacted(text) == expected)
    }

    @Test("A secret is found with any of its characters escaped", arguments: Escape.allCases, [1, 2, 3])
    func escapes(escape: Escape, every: Int) throws {
        let written = key.utf8.enumerated().map { $0 % every == 0 ? escape.written($1) : Escape.none.written($1) }
            .joined()
        #expect(redactor.redacted("a \(written) b") == "a $SEAM_API_KEY b")
        #expect(redactor.beginning(of: Array("a \(written) b".utf8), limit: 3) == "a $SEAM_API_KEY")
        #expect(redactor.names(in: Array(written.utf8)) == ["$SEAM_API_KEY"])
    }

    @Test(
        "A secret that itself looks like an escape is found",
        arguments: ["a%41b&amp;c", #"a\u0041bcd"#, "%25%25%25"]
    )
    func lookalikes(secret: String) {
        let redactor = Redactor(secrets: [Secret(secret, name: "$SEAM_API_KEY")])
        #expect(redactor.redacted("x\(secret)y") == "x$SEAM_API_KEYy")
    }

    @Test("A secret is found in hexadecimal and in base64 for URLs", arguments: [false, true])
    func hexadecimal(isUpper: Bool) {
        let hex = key.utf8.map { String($0, radix: 16) }.joined()
        #expect(redactor.redacted("0x" + (isUpper ? hex.uppercased() : hex)) == "0x$SEAM_API_KEY")
        let redactor = Redactor(secrets: [Secret("key???>>>~~~key", name: "$SEAM_API_KEY")])
        let encoded = Self.base64(Array("key???>>>~~~key".utf8)).replacing("+", with: "-").replacing("/", with: "_")
        #expect(redactor.redacted(encoded) == "$SEAM_API_KEY")
    }

    @Test("What is left of a secret that overlaps another does not show")
    func overlaps() {
        let redactor = Redactor(secrets: [Secret("abcdefgh", name: "$A"), Secret("efghijkl", name: "$B")])
        #expect(redactor.redacted("x abcdefghijkl y") == "x $A$B y")
        #expect(redactor.redacted("efghabcdefgh") == "efgh$A")
    }

    @Test("The longer of two secrets that begin alike is named")
    func beginsAlike() {
        let redactor = Redactor(secrets: [Secret("abcdef", name: "$A"), Secret("abcdefghij", name: "$B")])
        #expect(redactor.redacted("abcdefghij abcdefgh") == "$B $Agh")
    }

    @Test("A secret is found in a JSON Pointer, as a property's name, and behind nested escapes")
    func nested() {
        #expect(redactor.redacted("/a/vendor~1key+4711/b") == "/a/$SEAM_OTHER_API_KEY/b")
        #expect(redactor.redacted(#"{"vendor\/key+4711":1}"#) == #"{"$SEAM_OTHER_API_KEY":1}"#)
        #expect(redactor.redacted(#"{"a":"vendor\\\/key%252B47&#49;1"}"#) == #"{"a":"$SEAM_OTHER_API_KEY"}"#)
        #expect(redactor.redacted("vendor&amp;#x2f;key+4711") == "$SEAM_OTHER_API_KEY")
    }

    @Test("A secret that is longer than what is looked for is hidden whole")
    func long() {
        let long = (0..<2000).map { String($0, radix: 36) }.joined()
        let redactor = Redactor(secrets: [Secret(long, name: "$SEAM_API_KEY")])
        #expect(redactor.redacted("a \(long) b") == "a $SEAM_API_KEY b")
        #expect(redactor.beginning(of: Array("a \(long) b".utf8), limit: 10) == "a $SEAM_API_KEY")
    }

    @Test("A thousand secrets are all found")
    func many() {
        let secrets = (0..<1000).map { Secret("secret-\($0)-\($0 * 7919)-end", name: "[redacted]") }
        let redactor = Redactor(secrets: [], recorded: secrets)
        let text = secrets.map(\.text).joined(separator: " ")
        #expect(!redactor.redacted(text).contains("secret-"))
    }

    @Test("A secret is found in base64 wherever it begins there", arguments: ["", "a", "ab", "abc", "user:"])
    func base64(prefix: String) {
        let encoded = Self.base64(Array((prefix + key + ":x").utf8))
        let text = redactor.redacted("Basic " + encoded)
        #expect(text.contains("$SEAM_API_KEY"))
        // What is left of both ends is of the text around the key.
        #expect(text.count <= "Basic $SEAM_API_KEY".count + 8)
    }

    @Test("Cutting a body never leaves a part of a secret", arguments: 0..<60)
    func cuts(limit: Int) {
        let text = "0123456789 \(key) 0123456789"
        let body = redactor.beginning(of: Array(text.utf8), limit: limit)
        let expected = "0123456789 $SEAM_API_KEY 0123456789"
        #expect(expected.hasPrefix(body))
        #expect(limit < text.utf8.count || body == expected)
    }

    @Test("An excerpt that was cut in the middle of a secret does not show its part")
    func excerpts() {
        #expect(redactor.excerpt("got \"vendor/key…") == "got \"$SEAM_OTHER_API_KEY…")
        #expect(redactor.excerpt("got \"vendor%2Fkey… more") == "got \"$SEAM_OTHER_API_KEY… more")
        #expect(redactor.excerpt("got seam_testCANARY_z") == "got $SEAM_API_KEY")
        #expect(redactor.excerpt("got seam") == "got seam")
    }

    @Test("A body that is not UTF-8 is kept with its faults repaired")
    func repairs() {
        #expect(redactor.beginning(of: [0x61, 0xFF, 0x62], limit: 10) == "a\u{FFFD}b")
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0...group.count { text.append(alphabet[word >> (18 - 6 * place) & 63]) }
        }
        return text
    }
}

/// A way to write a character.
enum Escape: CaseIterable, Sendable {
    case none, json, jsonInCapitals, jsonTwice, javaScript, percent, percentInCapitals, percentTwice, decimal,
        hexadecimal

    /// The character in this way.
    func written(_ byte: UInt8) -> String {
        let digits = (byte < 16 ? "0" : "") + String(byte, radix: 16)
        return switch self {
        case .none: String(UnicodeScalar(byte))
        case .json: "\\u00" + digits
        case .jsonInCapitals: "\\u00" + digits.uppercased()
        case .jsonTwice: "\\\\u00" + digits
        case .javaScript: "\\x" + digits
        case .percent: "%" + digits
        case .percentInCapitals: "%" + digits.uppercased()
        case .percentTwice: "%2525" + digits
        case .decimal: "&#0\(byte);"
        case .hexadecimal: "&#x\(digits);"
        }
    }
}
