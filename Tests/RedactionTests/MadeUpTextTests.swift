import JSON
import Redaction
import Testing

@Suite("Redaction of made-up texts")
struct MadeUpTextTests {
    private let key = "seam_testCANARY_zQ8rT4vW1xY7canary"
    private var secrets: [Secret] { [Secret(key, name: "$SEAM_API_KEY")] }

    @Test("JSON stays JSON, whatever is taken out", arguments: 0..<20)
    func staysJSON(seed: UInt64) throws {
        var maker = TextMaker(seed: seed)
        let personal = Redactor(secrets: secrets, rules: RedactionRules(hidesPersonalData: true))
        for _ in 0..<100 {
            let value = maker.json(depth: 4)
            for style in [JSONStyle.compact, .pretty] {
                for redactor in [Redactor(secrets: secrets), personal] {
                    let text = redactor.redacted(value.serialized(style))
                    #expect((try? JSONValue(parsing: text)) != nil, "\(value.serialized()) became \(text)")
                }
            }
        }
    }

    @Test("A key is found with each of its characters escaped in another way", arguments: 0..<20)
    func mixedEscapes(seed: UInt64) {
        var maker = TextMaker(seed: seed)
        let redactor = Redactor(secrets: secrets)
        for _ in 0..<100 {
            let written = key.utf8.map { maker.escaped($0) }.joined()
            let text = redactor.redacted("a " + written + " b")
            #expect(text == "a $SEAM_API_KEY b", "\(written) became \(text)")
        }
    }
}

/// Makes up texts of what means something to redaction, the same for the same seed.
private struct TextMaker {
    private static let pieces = [
        "token", "\"", "'", ":", "=", "\\", "{", "}", "[", "]", ",", " ", "a", "1", "access_token", "pin", "code",
        "name",
        "value", "full_name", "&", "%22", "%", "&quot;", "&amp;", "\\u0022", "\\n", "@", ".", "b.com", "+1415555",
        "2671",
        "seam_", "eyJ", "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", "://", "/", "<", ">", "</token>",
        "Bearer ", "[redacted]", "$SEAM_API_KEY", "é", "\u{1F600}", "~1", ";", "null", "true", "\n", "key", "?",
    ]
    private static let names = ["token", "api_key", "pin", "code", "name", "value", "full_name", "email", "x", "key"]

    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func number(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    private mutating func text(_ count: Int) -> String {
        (0..<count).map { _ in Self.pieces[number(below: Self.pieces.count)] }.joined()
    }

    mutating func json(depth: Int) -> JSONValue {
        switch number(below: depth > 0 ? 8 : 5) {
        case 0: return .null
        case 1: return .bool(true)
        case 2: return .number(JSONNumber(number(below: 100_000)))
        case 3: return .string(text(number(below: 6)))
        case 4: return .string(json(depth: max(0, depth - 1)).serialized())
        case 5: return .array((0..<number(below: 4)).map { _ in json(depth: depth - 1) })
        default:
            var object = JSONObject()
            for _ in 0..<number(below: 4) {
                let place = number(below: Self.names.count + 2)
                let name = place < Self.names.count ? Self.names[place] : text(2)
                object[name] = json(depth: depth - 1)
            }
            return .object(object)
        }
    }

    mutating func escaped(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        switch number(below: 14) {
        case 0: return "\\u00" + digits
        case 1: return "%" + digits
        case 2: return "%2525" + digits
        case 3: return "&#\(byte);"
        case 4: return "&amp;#x\(digits);"
        case 5: return "\\\\\\u00" + digits
        case 6: return "\\x" + digits
        default: return String(Unicode.Scalar(byte))
        }
    }
}
