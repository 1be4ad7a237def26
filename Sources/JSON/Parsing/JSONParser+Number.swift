extension JSONParser {
    /// Reads a number (RFC 8259 section 6), the cursor being at its minus or first digit.
    @inline(__always)
    mutating func number() throws(JSONSyntaxError) -> JSONNumber {
        let start = cursor
        if byte == UInt8(ascii: "-") { cursor += 1 }
        if byte == UInt8(ascii: "0") {
            cursor += 1
            guard !isDigit else { throw failure("a number has no leading zero", at: start) }
        } else {
            try digits()
        }
        if byte == UInt8(ascii: ".") {
            cursor += 1
            try digits()
        }
        if byte | 0x20 == UInt8(ascii: "e") {
            cursor += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { cursor += 1 }
            try digits()
        }
        return JSONNumber(validText: validString(start, cursor))
    }

    /// Whether there is a digit at the cursor.
    @inline(__always)
    private var isDigit: Bool {
        byte &- UInt8(ascii: "0") < 10
    }

    /// Reads one digit or more.
    @inline(__always)
    private mutating func digits() throws(JSONSyntaxError) {
        guard isDigit else { throw unexpected("a digit") }
        repeat { cursor += 1 } while isDigit
    }
}
