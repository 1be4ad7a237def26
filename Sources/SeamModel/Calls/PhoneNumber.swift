/// The written form of phone numbers.
enum PhoneNumber {
    /// Refuses a phone number that is not E.164: `+`, then 2 to 15 digits, the first not 0 (ITU-T E.164 section 6).
    static func check(_ text: String) throws(ModelError) {
        let digits = text.utf8.dropFirst()
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        guard
            text.utf8.first == UInt8(ascii: "+"), (2...15).contains(digits.count),
            digits.first != UInt8(ascii: "0"), digits.allSatisfy(isDigit)
        else {
            throw .invalidInput("Invalid phone number (expected E.164, such as +15551234567)", at: ["phone_number"])
        }
    }
}
