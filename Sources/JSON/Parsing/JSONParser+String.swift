extension JSONParser {
    /// Reads a string, the cursor being at its opening quote.
    @inline(__always)
    mutating func string() throws(JSONSyntaxError) -> String {
        let start = cursor + 1
        let end = endOfPlainASCII(from: start)
        if end < text.count, text[end] == UInt8(ascii: "\"") {
            cursor = end + 1
            return validString(start, end)
        }
        return try richString(from: start)
    }

    /// Where the run of ASCII that needs no further look ends: at a quote, backslash, control, high byte or the end.
    @inline(__always)
    func endOfPlainASCII(from start: Int) -> Int {
        var place = start
        while place + 8 <= text.count {
            let marks = JSONBytes.marksBesidePlainASCII(in: JSONBytes.word(text, at: place))
            if marks != 0 { return place + marks.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < text.count, text[place] < 0x80, !JSONBytes.boundsString(text[place]) {
            place += 1
        }
        return place
    }

    /// The string of bytes from one place to before another that are known to be UTF-8.
    @inline(__always)
    func validString(_ start: Int, _ end: Int) -> String {
        String(decoding: UnsafeRawBufferPointer(rebasing: text[start..<end]), as: UTF8.self)
    }

    /// Reads the rest of a string that has escapes or characters beyond ASCII.
    @inline(never)
    private mutating func richString(from start: Int) throws(JSONSyntaxError) -> String {
        var end = try endOfUnescaped(from: start, opening: start - 1)
        if text[end] == UInt8(ascii: "\"") {
            cursor = end + 1
            return validString(start, end)
        }
        unescaped.removeAll(keepingCapacity: true)
        var place = start
        while true {
            unescaped.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[place..<end]))
            switch text[end] {
            case UInt8(ascii: "\""):
                cursor = end + 1
                return String(decoding: unescaped, as: UTF8.self)
            case UInt8(ascii: "\\"):
                place = try unescape(at: end)
            default:
                let shown = JSONSyntaxError.shown(text[end])
                throw failure("control character \(shown) in a string; write it as an escape", at: end)
            }
            end = try endOfUnescaped(from: place, opening: start - 1)
        }
    }

    /// Where a run of UTF-8 without quote, backslash and control characters ends.
    private func endOfUnescaped(from start: Int, opening: Int) throws(JSONSyntaxError) -> Int {
        let end = JSONBytes.endOfUnescaped(in: text, from: start)
        if let place = JSONBytes.firstNotUTF8(in: text, from: start, to: end) {
            throw failure("byte \(JSONSyntaxError.shown(text[place])) is not UTF-8 here", at: place)
        }
        guard end < text.count else { throw failure("the string has no closing '\"'", at: opening) }
        return end
    }
}
