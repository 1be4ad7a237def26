extension SchemaFormat {
    /// `uuid`: 8-4-4-4-12 hexadecimal digits in either case, of any version (RFC 9562 §4).
    public static let uuid = SchemaFormat("uuid", "a UUID (RFC 9562 §4)") { text in
        guard text.count == 36 else { return false }
        for (index, byte) in text.enumerated() {
            switch index {
            case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
            default: guard byte.isHexDigit else { return false }
            }
        }
        return true
    }
}
