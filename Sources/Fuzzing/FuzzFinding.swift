/// A promise that an input has broken.
package struct FuzzFinding: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was promised and what came instead, as a lower-case fragment.
    package let description: String

    /// A finding.
    ///
    /// - Parameter description: what was promised and what came instead.
    init(_ description: String) {
        self.description = description
    }
}
