/// Reads one JSON text in one pass over its bytes (RFC 8259), without recursion.
///
/// Open arrays and objects are frames on a stack of the parser's own, their items and members wait in scratch stacks.
struct JSONParser: ~Copyable {
    /// An array or an object that has begun and not ended.
    struct Frame {
        /// Whether it is an object.
        let isObject: Bool
        /// Where its items or members begin in their scratch stack.
        let base: Int
        /// Where the names of its members begin; the number of names noted for an array.
        let firstMark: Int
        /// The number of the member name that it is below, or `JSONNameTable.none`.
        let parent: Int
    }

    /// A member's name as it stood in the text.
    struct NameMark {
        /// The number of the name.
        let id: Int
        /// Where its opening quote stands.
        let offset: Int
    }

    let text: UnsafeRawBufferPointer
    let depthLimit: Int
    var cursor = 0
    var frames = ScratchStack<Frame>(capacity: 8)
    var items = ScratchStack<JSONValue>(capacity: 16)
    var members = ScratchStack<JSONObject.Member>(capacity: 16)
    var marks = ScratchStack<NameMark>(capacity: 16)
    var names = JSONNameTable()
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
            guard let value = try beginValue() else { continue }
            if let whole = try endValue(consume value) { return whole }
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

    /// Reads a scalar or an empty array or object; nil when an array or object has begun that is not empty.
    private mutating func beginValue() throws(JSONSyntaxError) -> JSONValue? {
        switch byte {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try beginObject()
        case UInt8(ascii: "["): return try beginArray()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: throw unexpected("a value")
        }
    }

    /// Puts a value where it belongs and reads on to the next one; the whole value when it was the last.
    private mutating func endValue(_ first: consuming JSONValue) throws(JSONSyntaxError) -> JSONValue? {
        var value = first
        while frames.count > 0 {
            let frame = frames[frames.count - 1]
            skipWhitespace()
            if frame.isObject {
                let name = marks[marks.count - 1].id
                members.push(JSONObject.Member(key: names.name(name), value: consume value))
                if byte == UInt8(ascii: ",") {
                    try nextName(after: name, below: frame.parent)
                    return .none
                }
                guard byte == UInt8(ascii: "}") else { throw unexpected("',' or '}' in the object") }
                value = endObject(frame)
            } else {
                items.push(consume value)
                if byte == UInt8(ascii: ",") {
                    cursor += 1
                    skipWhitespace()
                    return .none
                }
                guard byte == UInt8(ascii: "]") else { throw unexpected("',' or ']' in the array") }
                value = .array(items.popAll(from: frame.base))
            }
            _ = frames.pop()
            cursor += 1
        }
        skipWhitespace()
        guard cursor == text.count else { throw unexpected("nothing more behind the value") }
        return value
    }

    @inline(__always)
    private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        let length = word.utf8CodeUnitCount
        for index in 0..<length {
            guard cursor + index < text.count, text[cursor + index] == word.utf8Start[index] else {
                cursor += index
                throw unexpected("'\(word)'")
            }
        }
        cursor += length
        return value
    }
}
