import JSON

/// Parameters as a query string, the way the official clients write it: names sorted, arrays repeated, null and the empty
/// array as an empty value, spaces as `+`.
enum FormEncoding {
    /// The query string of parameters.
    static func query(_ parameters: JSONObject) -> String {
        let members = parameters.members.sorted { $0.key < $1.key }
        return members.flatMap { member in values(member.value).map { "\(encoded(member.key))=\(encoded($0))" } }
            .joined(separator: "&")
    }

    /// The values that a parameter is repeated with.
    private static func values(_ value: JSONValue) -> [String] {
        switch value {
        case .null: [""]
        case .bool(let value): [String(value)]
        case .number(let number): [number.text]
        case .string(let text): [text]
        case .array(let items): items.isEmpty ? [""] : items.flatMap(values)
        case .object: [value.serialized()]
        }
    }

    /// The text with all but letters, digits and `-._*` escaped.
    static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "*"):
                bytes.append(byte)
            case UInt8(ascii: " "): bytes.append(UInt8(ascii: "+"))
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes += Array(((byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)).utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
