/// The set of requirements that a run holds the endpoint to.
///
/// What it demands may not be left out: an operation that it needs and the endpoint does not offer is *missing*.
public struct RunProfile: Sendable, Hashable {
    /// The profile's name with its version, such as `core@2026-08`.
    public let name: String
    /// The ids of its requirements, sorted.
    public let requirements: [String]

    /// A profile.
    ///
    /// - Parameters:
    ///   - name: its name with its version.
    ///   - requirements: the ids of its requirements, in any order.
    public init(name: String, requirements: some Sequence<String>) {
        self.name = name
        self.requirements = requirements.sorted()
    }
}
