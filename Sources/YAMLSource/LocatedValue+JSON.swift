import JSON

extension LocatedValue {
    /// The parts of a JSON text with their places; nil when the text is no JSON.
    ///
    /// Of members with one name the last one counts, in the place of the first, as when the value is parsed.
    /// - Parameters:
    ///   - json: the text.
    ///   - file: the path that places name.
    public init?(json: String, file: String) {
        guard (try? JSONValue(parsing: json)) != nil else { return nil }
        var scan = JSONScan(bytes: Array(json.utf8), file: file)
        self = scan.value()
    }
}

/// Goes over a text that is known to be JSON, and notes where everything stands.
private struct JSONScan {
    private let bytes: [UInt8]
    private let file: String
    private var cursor = 0
    private var line = 1
    private var column = 1

    init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    /// The value that comes next.
    mutating func value() -> LocatedValue {
        skipSpace()
        let place = place
        switch bytes[cursor] {
        case UInt8(ascii: "{"): return LocatedValue(place: place, content: .object(members()))
        case UInt8(ascii: "["): return LocatedValue(place: place, content: .array(items()))
        default: return LocatedValue(place: place, content: .scalar(scalar()))
        }
    }

    private var place: SourcePlace { SourcePlace(file: file, line: line, column: column) }

    /// The members of the object that begins at the cursor.
    private mutating func members() -> [(key: LocatedKey, value: LocatedValue)] {
        var members: [(key: LocatedKey, value: LocatedValue)] = []
        var positions: [String: Int] = [:]
        while next(before: UInt8(ascii: "}")) {
            let place = place
            let key = LocatedKey(name: scalar().stringValue ?? "", place: place)
            skipSpace()
            advance()
            let value = value()
            if let position = positions[key.name] {
                members[position] = (members[position].key, value)
            } else {
                positions[key.name] = members.count
                members.append((key, value))
            }
        }
        return members
    }

    /// The items of the array that begins at the cursor.
    private mutating func items() -> [LocatedValue] {
        var items: [LocatedValue] = []
        while next(before: UInt8(ascii: "]")) { items.append(value()) }
        return items
    }

    /// Moves behind the bracket or comma at the cursor; false when nothing but the closing bracket comes, which is passed too.
    private mutating func next(before close: UInt8) -> Bool {
        skipSpace()
        let isEnd = bytes[cursor] == close
        advance()
        if isEnd { return false }
        skipSpace()
        guard bytes[cursor] == close else { return true }
        advance()
        return false
    }

    /// The string, number or literal at the cursor.
    private mutating func scalar() -> JSONValue {
        let start = cursor
        if bytes[cursor] == UInt8(ascii: "\"") {
            repeat {
                if bytes[cursor] == UInt8(ascii: "\\") { advance() }
                advance()
            } while bytes[cursor] != UInt8(ascii: "\"")
            advance()
        } else {
            while cursor < bytes.count, !",]} \t\r\n".utf8.contains(bytes[cursor]) { advance() }
        }
        return (try? JSONValue(parsing: Array(bytes[start..<cursor]))) ?? .null
    }

    private mutating func skipSpace() {
        while cursor < bytes.count, bytes[cursor] <= 0x20 { advance() }
    }

    /// Goes to the next byte; the column counts Unicode scalars.
    private mutating func advance() {
        if bytes[cursor] == 0x0A {
            line += 1
            column = 1
        } else if bytes[cursor] & 0xC0 != 0x80 {
            column += 1
        }
        cursor += 1
    }
}
