public import JSON

/// An absolute place in a schema document: `#/components/schemas/user_identity/required`.
///
/// After a `$ref` the place is in the target. A place in another document starts with that document's URI. The tokens are
/// escaped as in a JSON Pointer (RFC 6901 §3) and, for reading, not percent-encoded.
public struct SchemaPlace: Sendable, Hashable, CustomStringConvertible {
    /// The place as written, with its `#`.
    public let description: String

    /// A place.
    ///
    /// - Parameter description: the document's URI (empty for the compiler's own document), `#`, and a JSON Pointer.
    public init(_ description: String) {
        self.description = description
    }

    /// The URI of the document; empty for the compiler's own.
    public var document: String {
        String(description.prefix { $0 != "#" })
    }

    /// The place in the document, without the document's URI.
    public var pointer: JSONPointer {
        guard let hash = description.firstIndex(of: "#") else { return JSONPointer() }
        let parts = description[hash...].dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        return JSONPointer(tokens: parts.dropFirst().map(Self.unescaped))
    }

    /// The name of the component under `#/components/schemas` that holds the place; nil when none does.
    public var component: String? {
        let tokens = pointer.tokens
        return tokens.count > 2 && tokens[0] == "components" && tokens[1] == "schemas" ? tokens[2] : nil
    }

    /// The names of the properties that lead from the component (or the document's root) to the place.
    ///
    /// `#/components/schemas/acs_user/properties/errors/items/oneOf/0/properties/message/type` gives `errors`, `message`.
    /// Empty when the place belongs to the component itself.
    public var memberPath: [String] {
        let tokens = pointer.tokens
        var names: [String] = []
        var index = component == nil ? 0 : 3
        while index + 1 < tokens.count {
            switch tokens[index] {
            case "properties", "patternProperties":
                names.append(tokens[index + 1])
                index += 2
            case "allOf", "anyOf", "oneOf", "prefixItems", "$defs", "definitions", "dependentSchemas":
                index += 2
            default:
                index += 1
            }
        }
        return names
    }

    /// The place of something below this place.
    ///
    /// - Parameter token: the member's name, or the item's index as digits.
    /// - Returns: the longer place.
    public func appending(_ token: String) -> SchemaPlace {
        SchemaPlace(description + "/" + Self.escaped(token))
    }

    /// The place of an item below this place.
    ///
    /// - Parameter index: the item's place in its array, counted from 0.
    /// - Returns: the longer place.
    public func appending(_ index: Int) -> SchemaPlace {
        SchemaPlace(description + "/" + String(index))
    }

    /// The token with `~` and `/` escaped.
    private static func escaped(_ token: String) -> String {
        guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
        return token.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    /// The token with `~1` and `~0` replaced, in this order.
    private static func unescaped(_ token: Substring) -> String {
        let plain = String(token)
        return plain.contains("~") ? plain.replacing("~1", with: "/").replacing("~0", with: "~") : plain
    }
}
