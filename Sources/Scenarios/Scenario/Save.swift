public import YAMLSource

/// A part of the answer that is kept under a name.
public struct Save: Sendable {
    /// The name that templates use.
    public let name: String
    /// Which part.
    public let source: Source
    /// Where this is written.
    public let place: SourcePlace

    /// Where a saved value comes from.
    public enum Source: Sendable {
        /// The body: the value at a singular path, otherwise the array of all values found.
        case body(BodyPath)
        /// A header, by its lower-case name.
        case header(String)
    }
}
