/// The way from an operation or a component to one of its values, such as `response.200.acs_users[].full_name`.
///
/// It is made of names only, never of a position, so that it stays the same when a document is put in another order.
struct Trail: Sendable, Hashable, CustomStringConvertible {
    /// The way as it is written.
    let description: String

    /// A way that begins with a word, such as `request`, or a component's name.
    init(_ start: String) {
        description = start
    }

    /// The way to a member, parameter or header; names that are no plain word are quoted.
    func member(_ name: String) -> Trail {
        let isPlain = !name.isEmpty && name.utf8.allSatisfy { "-_".utf8.contains($0) || $0.isLetterOrDigit }
        if isPlain { return Trail(description.isEmpty ? name : description + "." + name) }
        return Trail(description + "['" + name.replacing("'", with: "\\'") + "']")
    }

    /// The way to the items of an array.
    var items: Trail { Trail(description + "[]") }

    /// The way to the members that are not listed.
    var others: Trail { Trail(description + ".*") }

    /// The way to a branch of alternatives, or to what another keyword or content type holds.
    func part(_ label: String) -> Trail { Trail(description + "(" + label + ")") }
}

extension UInt8 {
    /// Whether the byte is an ASCII letter or digit.
    fileprivate var isLetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || (0x30...0x39).contains(self)
    }
}
