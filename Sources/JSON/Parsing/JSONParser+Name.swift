extension JSONParser {
    /// Reads a member's name and the colon behind it, and begins the member.
    @inline(__always)
    mutating func name(after previous: Int, below parent: Int) throws(JSONSyntaxError) {
        guard byte == UInt8(ascii: "\"") else {
            throw unexpected(previous < 0 ? "a member name or '}'" : "a member name in double quotes")
        }
        let start = cursor
        var step = shapes.expected(after: previous, below: parent)
        if step >= 0, let length = shapes.length(of: step, ifAt: start + 1, in: text) {
            cursor = start + length + 2
        } else {
            step = shapes.step(to: try unexpectedName(), after: previous, below: parent)
        }
        marks.push(NameMark(step: step, offset: start))
        skipWhitespace()
        guard byte == UInt8(ascii: ":") else { throw unexpected("':' after the member name") }
        cursor += 1
        skipWhitespace()
    }

    /// Reads a name that was not foreseen: its number.
    @inline(never)
    private mutating func unexpectedName() throws(JSONSyntaxError) -> Int {
        let start = cursor + 1
        let end = endOfPlainASCII(from: start)
        if end < text.count, text[end] == UInt8(ascii: "\"") {
            cursor = end + 1
            return shapes.names.id(of: UnsafeRawBufferPointer(rebasing: text[start..<end]), at: start, in: text)
        }
        var name = try string()
        return name.withUTF8 { shapes.names.id(of: UnsafeRawBufferPointer($0), at: -1, in: text) }
    }
}
