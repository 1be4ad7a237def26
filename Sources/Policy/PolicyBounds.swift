/// How much a policy file may say.
///
/// The page Bounds of the documentation lists them.
package enum PolicyBounds {
    /// The most waivers.
    package static let waivers = 1_000
}
