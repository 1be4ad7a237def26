/// How large a contract may be.
///
/// The page Bounds of the documentation lists them.
package enum ContractBounds {
    /// The most files of a contract.
    package static let files = 1_000
    /// The most bytes of all files of a contract.
    package static let bytes = 16 << 20
    /// The most schemas that the operations combine, each counted for each operation that takes it in.
    package static let combinedSchemas = 1_000_000
    /// The most schemas that take in each other in a row.
    package static let combinedDepth = 256
}
