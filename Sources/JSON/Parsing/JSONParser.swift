/// Reads one JSON text in one pass over its bytes (RFC 8259), without recursion.
///
/// Open arrays and objects are frames on a stack of the parser's own, their values and names wait in scratch stacks.
struct JSONParser: ~Copyable {
    /// An array or an object that has begun and not ended.
    struct Frame {
        /// Whether it is an object.
        let isObject: Bool
        /// Where its items, or the values of its members, begin in their scratch stack.
        let base: Int
        /// Where the names of its members begin; the number of names noted for an array.
        let firstMark: Int
        /// The step to the name of the member that it is below, or `JSONShapeTree.none`.
        let parent: Int
    }

    /// A member's name as it stood in the text.
    struct NameMark {
        /// The step that leads to it from the names before.
        let step: Int
        /// Where its opening quote stands.
        let offset: Int
    }

    let text: UnsafeRawBufferPointer
    let depthLimit: Int
    var cursor = 0
    var frames = ScratchStack<Frame>(capacity: 8)
    var values = ScratchStack<JSONValue>(capacity: 32)
    var marks = ScratchStack<NameMark>(capacity: 16)
    var shapes = JSONShapeTree()
    var unescaped: [UInt8] = []
    var duplicates: [(pointer: JSONPointer, offset: Int)] = []

    /// A parser at the begin of a text.
    ///
    /// - Parameters:
    ///   - text: the bytes; they must stay where they are until parsing is done.
    ///   - depthLimit: how many arrays and objects may be open at once.
    init(text: UnsafeRawBufferPointer, depthLimit: Int) {
        self.text = text
        self.depthLimit = depthLimit
    }

    /// Reads the whole text.
    mutating func parse() throws(JSONSyntaxError) -> JSONValue {
        if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
            throw failure("a byte order mark is not allowed before JSON (RFC 8259 section 8.1)", at: 0)
        }
        skipWhitespace()
        while true {
            guard try beginValue() else { continue }
            if try endValue() { return values.pop() }
        }
    }

    /// The byte at the cursor; 0, which stands nowhere in JSON, at the end.
    @inline(__always)
    var byte: UInt8 {
        cursor < text.count ? text[cursor] : 0
    }

    /// Moves the cursor behind any space, tab, line feed and carriage return.
    @inline(__always)
    mutating func skipWhitespace() {
        while cursor < text.count, text[cursor] <= 0x20, JSONParser.isWhitespace(text[cursor]) {
            cursor += 1
        }
    }

    @inline(__always)
    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// Reads a scalar or an empty array or object onto the stack; false when one has begun that is not empty.
    private mutating func beginValue() throws(JSONSyntaxError) -> Bool {
        switch byte {
        case UInt8(ascii: "\""): values.push(.string(try string()))
        case UInt8(ascii: "{"): return try beginObject()
        case UInt8(ascii: "["): return try beginArray()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): values.push(.number(try number()))
        case UInt8(ascii: "t"): try literal("true", .bool(true))
        case UInt8(ascii: "f"): try literal("false", .bool(false))
        case UInt8(ascii: "n"): try literal("null", .null)
        default: throw unexpected("a value")
        }
        return true
    }

    /// Reads on from behind a value to the next one, ending arrays and objects on the way; true at the end of the text.
    private mutating func endValue() throws(JSONSyntaxError) -> Bool {
        while frames.count > 0 {
            let frame = frames[frames.count - 1]
            skipWhitespace()
            if frame.isObject {
                if byte == UInt8(ascii: ",") {
                    try nextName(after: marks[marks.count - 1].step, below: frame.parent)
                    return false
                }
                guard byte == UInt8(ascii: "}") else { throw unexpected("',' or '}' in the object") }
                endObject(frame)
            } else {
                if byte == UInt8(ascii: ",") {
                    cursor += 1
                    skipWhitespace()
                    return false
                }
                guard byte == UInt8(ascii: "]") else { throw unexpected("',' or ']' in the array") }
                values.push(.array(values.popAll(from: frame.base)))
            }
            _ = frames.pop()
            cursor += 1
        }
        skipWhitespace()
        guard cursor == text.count else { throw unexpected("nothing more behind the value") }
        return true
    }

    @inline(__always)
    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONSyntaxError) {
        let length = word.utf8CodeUnitCount
        for index in 0..<length {
            guard cursor + index < text.count, text[cursor + index] == word.utf8Start[index] else {
                cursor += index
                throw unexpected("'\(word)'")
            }
        }
        cursor += length
        values.push(value)
    }
}
