extension SchemaFormat {
    /// `uuid`: 8-4-4-4-12 hexadecimal digits in either case, of any version (RFC 9562 §4).
    public static let uuid = SchemaFormat("uuid", "a UUID (RFC 9562 §4)") { bytes in
        guard bytes.count == 36 else { return false }
        for index in 0..<36 {
            switch index {
            case 8, 13, 18, 23: guard bytes[index] == UInt8(ascii: "-") else { return false }
            default: guard bytes[index].isHexDigit else { return false }
            }
        }
        return true
    }
}
