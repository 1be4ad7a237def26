/// A credential's text: held, sent, and never shown.
///
/// Printing, interpolating and dumping it give its name.
public struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// What stands in its place wherever it would show, such as `$SEAM_API_KEY`.
    public let name: String
    /// The text itself.
    package let text: String

    /// A secret.
    ///
    /// - Parameters:
    ///   - text: the text itself, without blanks around it.
    ///   - name: what stands in its place.
    package init(_ text: String, name: String) {
        self.text = text
        self.name = name
    }

    /// The name, never the text.
    public var description: String { name }

    /// The name, never the text.
    public var debugDescription: String { name }

    /// A mirror without children, so that `dump` shows nothing.
    public var customMirror: Mirror { Mirror(self, children: [], displayStyle: .struct) }
}
