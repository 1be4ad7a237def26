/// A place in a JSON value (RFC 6901), such as `/user_identity/acs_user_ids/0`.
public struct JSONPointer: Sendable, CustomStringConvertible {
    /// The unescaped reference tokens; empty means the whole value.
    public var tokens: [String]

    /// A pointer from its tokens.
    ///
    /// - Parameter tokens: the unescaped tokens; empty means the whole value.
    public init(tokens: [String] = []) {
        self.tokens = tokens
    }

    /// A pointer as written: empty for the whole value, else a `/` before each token.
    ///
    /// - Parameter text: the pointer, in the grammar of RFC 6901 section 3.
    /// - Throws: what is wrong in the text, and where.
    public init(parsing text: String) throws(JSONPointerSyntaxError) {
        guard !text.isEmpty else {
            self.init()
            return
        }
        guard text.utf8.first == UInt8(ascii: "/") else {
            throw JSONPointerSyntaxError(message: "expected '/' before the first token of '\(text)'", column: 1)
        }
        var column = 2
        var tokens: [String] = []
        for token in text.unicodeScalars.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            tokens.append(try JSONPointer.unescaped(token, column: column))
            column += token.count + 1
        }
        self.init(tokens: tokens)
    }

    /// The place of a member or an item below this place.
    ///
    /// - Parameter token: the member's name, or the item's index as digits.
    /// - Returns: the longer pointer.
    public func appending(_ token: String) -> JSONPointer {
        JSONPointer(tokens: tokens + [token])
    }

    /// The place of an item below this place.
    ///
    /// - Parameter index: the item's place in its array, counted from 0.
    /// - Returns: the longer pointer.
    public func appending(_ index: Int) -> JSONPointer {
        appending(String(index))
    }

    /// The pointer as written: `~` as `~0`, `/` as `~1`; empty for the whole value.
    public var description: String {
        var text = String.UnicodeScalarView()
        for token in tokens {
            text.append("/")
            for scalar in token.unicodeScalars {
                switch scalar {
                case "~": text.append(contentsOf: "~0".unicodeScalars)
                case "/": text.append(contentsOf: "~1".unicodeScalars)
                default: text.append(scalar)
                }
            }
        }
        return String(text)
    }

    private static func unescaped(
        _ token: String.UnicodeScalarView.SubSequence,
        column: Int
    ) throws(JSONPointerSyntaxError) -> String {
        var result = String.UnicodeScalarView()
        var rest = token
        while let scalar = rest.popFirst() {
            switch (scalar, rest.first) {
            case ("~", "0"): result.append("~")
            case ("~", "1"): result.append("/")
            case ("~", _):
                let place = column + token.count - rest.count - 1
                throw JSONPointerSyntaxError(message: "expected '~0' for '~' or '~1' for '/'", column: place)
            default:
                result.append(scalar)
                continue
            }
            rest.removeFirst()
        }
        return String(result)
    }
}

extension JSONPointer: Hashable {
    /// Whether both are the same place, by the Unicode scalars of their tokens.
    public static func == (left: JSONPointer, right: JSONPointer) -> Bool {
        left.tokens.elementsEqual(right.tokens) { $0.hasSameScalars(as: $1) }
    }

    /// Feeds the tokens.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(tokens.count)
        for token in tokens {
            token.hashScalars(into: &hasher)
        }
    }
}

extension JSONValue {
    /// The value at a place, or nil when there is nothing there.
    ///
    /// - Parameter pointer: the place; an index has no leading zeros (RFC 6901 section 4).
    public subscript(pointer: JSONPointer) -> JSONValue? {
        var value = self
        for token in pointer.tokens {
            let next: JSONValue? =
                switch value {
                case .object(let object): object[token]
                case .array(let items): JSONPointer.index(token, count: items.count).map { items[$0] }
                default: nil
                }
            guard let next else { return nil }
            value = next
        }
        return value
    }
}

extension JSONPointer {
    /// The index that a token says, nil when it says none or one beyond the items.
    fileprivate static func index(_ token: String, count: Int) -> Int? {
        guard let first = token.utf8.first, token.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
            first != UInt8(ascii: "0") || token.utf8.count == 1, let index = Int(token), index < count
        else { return nil }
        return index
    }
}
