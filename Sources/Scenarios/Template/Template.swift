/// Text with places that are filled in while a case runs: `"Jane ${unique.name}"`.
///
/// A template that is one expression keeps the type of its value; every other gives text. `$${` stands for `${`.
public struct Template: Sendable, Hashable, CustomStringConvertible {
    /// A piece of a template.
    enum Part: Sendable, Hashable {
        /// Text that stands for itself.
        case text(String)
        /// A place to be filled in.
        case expression(Expression)
    }

    /// The pieces in order, no two texts next to each other.
    let parts: [Part]
    /// The template as written.
    public let description: String
}
