/// How large a text of YAML may be.
///
/// The page Bounds of the documentation lists them.
package enum YAMLBounds {
    /// The most bytes of a text.
    package static let bytes = 8 << 20
    /// The most values inside each other.
    package static let depth = 512
    /// The most values of a text, its aliases followed, whatever its length.
    package static let values = 4_000_000

    /// The most values of a text, its aliases followed.
    ///
    /// - Parameter length: the bytes of the text.
    /// - Returns: ten for each byte and some more, but never more than ``values``.
    package static func values(inBytes length: Int) -> Int { min(10_000 + 10 * length, values) }
}
