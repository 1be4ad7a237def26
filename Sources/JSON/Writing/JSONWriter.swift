/// Writes a JSON value as UTF-8.
struct JSONWriter {
    let style: JSONStyle
    private(set) var bytes: [UInt8] = []
    private var depth = 0

    /// A writer that has written nothing.
    ///
    /// - Parameter style: how to write.
    init(style: JSONStyle) {
        self.style = style
    }

    /// Writes a value.
    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: append("null")
        case .bool(true): append("true")
        case .bool(false): append("false")
        case .number(let number): write(number)
        case .string(let string): write(string)
        case .array(let items): write(items)
        case .object(let object): write(object)
        }
    }

    private mutating func write(_ number: JSONNumber) {
        append(style.unifiesNumbers ? number.canonicalText : number.text)
    }

    private mutating func write(_ items: [JSONValue]) {
        bytes.append(UInt8(ascii: "["))
        depth += 1
        for index in items.indices {
            beginElement(isFirst: index == 0)
            write(items[index])
        }
        end(UInt8(ascii: "]"), isEmpty: items.isEmpty)
    }

    private mutating func write(_ object: JSONObject) {
        bytes.append(UInt8(ascii: "{"))
        depth += 1
        let order = style.sortsMembers ? object.sortedPlaces : nil
        for index in object.indices {
            beginElement(isFirst: index == 0)
            let place = order?[index] ?? index
            write(object.keys[place])
            bytes.append(UInt8(ascii: ":"))
            if style.indentation != nil { bytes.append(UInt8(ascii: " ")) }
            write(object.values[place])
        }
        end(UInt8(ascii: "}"), isEmpty: object.isEmpty)
    }

    private mutating func beginElement(isFirst: Bool) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        breakLine()
    }

    private mutating func end(_ bracket: UInt8, isEmpty: Bool) {
        depth -= 1
        if !isEmpty { breakLine() }
        bytes.append(bracket)
    }

    private mutating func breakLine() {
        guard let indentation = style.indentation else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * depth))
    }

    private mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    private mutating func write(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        var string = string
        string.withUTF8 { writeEscaped(UnsafeRawBufferPointer($0)) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func writeEscaped(_ text: UnsafeRawBufferPointer) {
        var start = 0
        while true {
            let end = JSONBytes.endOfUnescaped(in: text, from: start)
            bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: text[start..<end]))
            guard end < text.count else { return }
            escape(text[end])
            start = end + 1
        }
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x08: append("\\b")
        case 0x09: append("\\t")
        case 0x0A: append("\\n")
        case 0x0C: append("\\f")
        case 0x0D: append("\\r")
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        default:
            append(byte < 0x10 ? "\\u000" : "\\u00")
            append(String(byte, radix: 16))
        }
    }
}

extension JSONObject {
    /// The places of the members in the order of the Unicode scalars of their names.
    var sortedPlaces: [Int] {
        indices.sorted { keys[$0].utf8.lexicographicallyPrecedes(keys[$1].utf8) }
    }
}
