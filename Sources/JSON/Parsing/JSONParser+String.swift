extension JSONParser {
    /// Reads a string, the cursor being at its opening quote.
    @inline(__always)
    mutating func string() throws(JSONSyntaxError) -> String {
        let start = cursor + 1
        let end = endOfPlainASCII(from: start)
        if end < text.count, text[end] == UInt8(ascii: "\"") {
            cursor = end + 1
            return asciiString(start, end)
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
        while place < text.count, text[place] < 0x80, !JSONParser.boundsString(text[place]) {
            place += 1
        }
        return place
    }

    /// The string of ASCII bytes from one place to before another.
    @inline(__always)
    func asciiString(_ start: Int, _ end: Int) -> String {
        String(unsafeUninitializedCapacity: end - start) { target in
            UnsafeMutableRawBufferPointer(target).copyMemory(from: UnsafeRawBufferPointer(rebasing: text[start..<end]))
            return end - start
        }
    }

    /// Reads the rest of a string that has escapes or characters beyond ASCII.
    @inline(never)
    private mutating func richString(from start: Int) throws(JSONSyntaxError) -> String {
        let end = endOfUnescaped(from: start)
        if end < text.count, text[end] == UInt8(ascii: "\"") {
            cursor = end + 1
            return try validated(start, end)
        }
        unescaped.removeAll(keepingCapacity: true)
        var place = start
        while true {
            let end = endOfUnescaped(from: place)
            guard end < text.count else { throw failure("the string has no closing '\"'", at: start - 1) }
            unescaped.append(contentsOf: text[place..<end])
            switch text[end] {
            case UInt8(ascii: "\""):
                cursor = end + 1
                return try validatedUnescaped(start, end)
            case UInt8(ascii: "\\"):
                place = try unescape(at: end)
            default:
                let shown = JSONSyntaxError.shown(text[end])
                throw failure("control character \(shown) in a string; write it as an escape", at: end)
            }
        }
    }

    /// Where a run without quote, backslash and control characters ends.
    private func endOfUnescaped(from start: Int) -> Int {
        var place = start
        while place + 8 <= text.count {
            let marks = JSONBytes.marksOfStringBounds(in: JSONBytes.word(text, at: place))
            if marks != 0 { return place + marks.trailingZeroBitCount / 8 }
            place += 8
        }
        while place < text.count, !JSONParser.boundsString(text[place]) {
            place += 1
        }
        return place
    }

    private static func boundsString(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private func validated(_ start: Int, _ end: Int) throws(JSONSyntaxError) -> String {
        let bytes = UnsafeRawBufferPointer(rebasing: text[start..<end])
        guard let string = String(validating: bytes, as: UTF8.self) else { throw invalidUTF8(start, end) }
        return string
    }

    private func validatedUnescaped(_ start: Int, _ end: Int) throws(JSONSyntaxError) -> String {
        guard let string = String(validating: unescaped, as: UTF8.self) else { throw invalidUTF8(start, end) }
        return string
    }

    private func invalidUTF8(_ start: Int, _ end: Int) -> JSONSyntaxError {
        var place = start
        var decoder = UTF8()
        var bytes = text[start..<end].makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&bytes) {
            place += UTF8.width(scalar)
        }
        return failure("byte \(JSONSyntaxError.shown(text[place])) is not UTF-8 here", at: place)
    }
}
