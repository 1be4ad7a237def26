/// A place in a JSON value (RFC 6901), such as `/user_identity/acs_user_ids/0`.
public struct JSONPointer: Sendable, Hashable, CustomStringConvertible {
    /// The unescaped reference tokens; empty means the whole value.
    public var tokens: [String]

    /// A pointer from its tokens.
    ///
    /// - Parameter tokens: the unescaped tokens; empty means the whole value.
    public init(tokens: [String] = []) {
        self.tokens = tokens
    }

    /// The place of a member or an item below this place.
    ///
    /// - Parameter token: the member's name, or the item's index as digits.
    /// - Returns: the longer pointer.
    public func appending(_ token: String) -> JSONPointer {
        JSONPointer(tokens: tokens + [token])
    }

    /// The pointer as written: `~` as `~0`, `/` as `~1`; empty for the whole value.
    public var description: String {
        tokens.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
    }
}

extension JSONValue {
    /// The value at a place, or nil when there is nothing there.
    ///
    /// - Parameter pointer: the place.
    public subscript(pointer: JSONPointer) -> JSONValue? {
        var value = self
        for token in pointer.tokens {
            let next: JSONValue? =
                switch value {
                case .object(let object): object[token]
                case .array: Int(token).flatMap { value[$0] }
                default: nil
                }
            guard let next else { return nil }
            value = next
        }
        return value
    }
}
