/// How much of a contract is laid out when operations are shown or covered.
///
/// The page Bounds of the documentation lists them. What is beyond is left out and marked as cut.
package enum OutlineBounds {
    /// The most values inside each other.
    package static let depth = 12
    /// The most members of an operation; beyond it only those near the top are laid out.
    package static let members = 4_000
    /// The most members near the top of an operation.
    package static let topMembers = 10_000
    /// The most schemas that the outline of an operation is put together from, each counted as often as it is met.
    package static let schemas = 20_000
    /// The most schemas that a schema takes in by references and `allOf` one inside the other.
    package static let combinedDepth = ContractBounds.combinedDepth
    /// The most schemas that the outlines of all operations of a contract are put together from.
    package static let schemasOfContract = 1_000_000

    /// What is said of an outline that is cut.
    package static let remark =
        "parts are left out: an operation is shown with at most \(schemas) schemas, \(members) members and "
        + "\(depth) values inside each other"
}
