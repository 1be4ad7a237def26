/// A place in a JSON value, written with dots: `user_identity.email_address`.
///
/// `*` stands for every item of an array, a number for the item at that place; the empty text is the value itself.
struct Place: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The names and places on the way.
    let steps: [String]

    /// The place of that written form.
    init(stringLiteral text: String) {
        steps = text.split(separator: ".").map(String.init)
    }
}
