import Conformance
import Results
import Testing

@testable import Conformance  // the redaction of whole bodies is not public

@Suite("Redactor")
struct RedactorTests {
    private let key = "seam_testCANARY_zQ8rT4vW1xY7canary"
    private var redactor: Redactor {
        Redactor(
            secrets: Credentials(apiKey: "seam_testCANARY_zQ8rT4vW1xY7canary", otherAPIKey: "vendor/key+4711").secrets
        )
    }

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
        #expect(redactor.body(Array("a \(written) b".utf8), limit: 3).text == "a $SEAM_API_KEY")
        #expect(redactor.names(in: Array(written.utf8)) == ["$SEAM_API_KEY"])
    }

    @Test(
        "A secret that itself looks like an escape is found",
        arguments: ["a%41b&amp;c", #"a\u0041bcd"#, "%25%25%25"]
    )
    func lookalikes(secret: String) {
        let redactor = Redactor(secrets: Credentials(apiKey: secret).secrets)
        #expect(redactor.redacted("x\(secret)y") == "x$SEAM_API_KEYy")
    }

    @Test("A secret is found in hexadecimal and in base64 for URLs", arguments: [false, true])
    func hexadecimal(isUpper: Bool) {
        let hex = key.utf8.map { String($0, radix: 16) }.joined()
        #expect(redactor.redacted("0x" + (isUpper ? hex.uppercased() : hex)) == "0x$SEAM_API_KEY")
        let redactor = Redactor(secrets: Credentials(apiKey: "key???>>>~~~key").secrets)
        let encoded = Self.base64(Array("key???>>>~~~key".utf8)).replacing("+", with: "-").replacing("/", with: "_")
        #expect(redactor.redacted(encoded) == "$SEAM_API_KEY")
    }

    @Test("What a run says of itself holds no secret")
    func headerAndEnding() {
        let text = "http://h/" + key.replacing("_", with: "%5f")
        let header = RunHeader(
            id: "r",
            startedAt: RunHeader.test().startedAt,
            endpoint: text,
            isEmbedded: false,
            contract: Provenance(origin: text, fingerprint: ""),
            suite: Provenance(origin: text, fingerprint: ""),
            version: "0",
            seed: 1,
            caseCount: 1,
            labels: [Label(key: text, value: text)]
        )
        let ending = RunEnding(reason: .failed, message: text, finishedAt: header.startedAt)
        let events: [RunEvent] = [
            .started(header), .noted(at: header.startedAt, message: text), .finished(ending),
        ]
        for event in events.map(redactor.redacted) { #expect(!"\(event)".contains("CANARY")) }
    }

    @Test("A secret is found in base64 wherever it begins there", arguments: ["", "a", "ab", "abc", "user:"])
    func base64(prefix: String) {
        let encoded = Self.base64(Array((prefix + key + ":x").utf8))
        let text = redactor.redacted("Basic " + encoded)
        #expect(text.contains("$SEAM_API_KEY"))
        #expect(!text.contains(encoded.dropFirst(12).prefix(16)))
    }

    @Test(
        "Whatever has the shape of a token is replaced",
        arguments: [
            ("seam_cst1abcdefgh_0123", "[redacted]"), ("x seam_at12345678_abc y", "x [redacted] y"),
            (#"{"token":"opaque\"1","a":1}"#, #"{"token":"[redacted]","a":1}"#),
            (#"{"token" : "opaque"}"#, #"{"token" : "[redacted]"}"#),
            ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbg", "[redacted]"),
        ]
    )
    func shapes(text: String, expected: String) {
        #expect(redactor.redacted(text) == expected)
    }

    @Test(
        "What only looks a little like one stays",
        arguments: [
            "seam_client_session_token", "seam_api_key", "set SEAM_OTHER_API_KEY", "$SEAM_PERSONAL_ACCESS_TOKEN",
            "eyJ.x", #"{"token":null}"#, #"{"tokens":"a"}"#, "", "😀 é",
        ]
    )
    func keeps(text: String) {
        #expect(redactor.redacted(text) == text)
    }

    @Test("Cutting a body never leaves a part of a secret", arguments: 0..<60)
    func cuts(limit: Int) {
        let text = "0123456789 \(key) 0123456789"
        let body = redactor.body(Array(text.utf8), limit: limit)
        #expect(body.isTruncated == (limit < text.utf8.count))
        #expect(body.byteCount == text.utf8.count)
        let expected = "0123456789 $SEAM_API_KEY 0123456789"
        #expect(expected.hasPrefix(body.text))
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
        #expect(redactor.body([0x61, 0xFF, 0x62], limit: 10).text == "a\u{FFFD}b")
    }

    @Test("A credential of another shape is replaced in the header that holds it")
    func headers() {
        let request = OutgoingRequest(
            method: "GET",
            url: "http://h/?k=\(key)",
            headers: [
                HeaderField(name: "Authorization", value: "Bearer opaque"), HeaderField(name: "cookie", value: "sid=1"),
                HeaderField(name: "accept", value: "application/json"),
            ],
            body: nil,
            isRead: true
        )
        let sent = redactor.sent(request, limit: 10)
        #expect(sent.url == "http://h/?k=$SEAM_API_KEY")
        #expect(sent.headers.map(\.value) == ["Bearer [redacted]", "[redacted]", "application/json"])
    }

    @Test("A secret does not show when it is printed, dumped or interpolated")
    func secrets() throws {
        let credentials = Credentials(apiKey: key)
        var dumped = ""
        dump(credentials, to: &dumped)
        #expect(!"\(credentials) \(String(reflecting: credentials)) \(dumped)".contains("CANARY"))
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
