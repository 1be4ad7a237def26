extension JSONParser {
    /// The error that something else than expected is at the cursor.
    ///
    /// - Parameter expected: what is expected there.
    /// - Returns: the error.
    @inline(never)
    func unexpected(_ expected: String) -> JSONSyntaxError {
        let found = cursor < text.count ? JSONSyntaxError.shown(text[cursor]) : "the end of the text"
        return failure("expected \(expected), found \(found)", at: cursor)
    }

    /// An error at a place.
    ///
    /// - Parameters:
    ///   - message: what is wrong.
    ///   - offset: how many bytes come before the place.
    /// - Returns: the error.
    @inline(never)
    func failure(_ message: String, at offset: Int) -> JSONSyntaxError {
        JSONSyntaxError(message: message, position: JSONPosition(offset: offset, in: text))
    }
}

extension JSONSyntaxError {
    /// A byte as a message shows it: `'x'` when it can be printed, `0x1F` when not.
    static func shown(_ byte: UInt8) -> String {
        if 0x20..<0x7F ~= byte { return "'\(Unicode.Scalar(byte))'" }
        let digits = String(byte, radix: 16, uppercase: true)
        return "0x" + (digits.count < 2 ? "0" : "") + digits
    }
}

extension JSONPosition {
    /// The place before which that many bytes of a text come.
    ///
    /// - Parameters:
    ///   - offset: the number of bytes.
    ///   - text: the text.
    init(offset: Int, in text: UnsafeRawBufferPointer) {
        self = JSONPosition(offset: 0, line: 1, column: 1).moved(to: offset, in: text)
    }

    /// The later place before which that many bytes of a text come.
    func moved(to offset: Int, in text: UnsafeRawBufferPointer) -> JSONPosition {
        var line = line
        var column = column
        for place in self.offset..<offset {
            if text[place] == 0x0A {
                line += 1
                column = 1
            } else if text[place] & 0xC0 != 0x80 {
                column += 1
            }
        }
        return JSONPosition(offset: offset, line: line, column: column)
    }
}
