import JSONSchema

/// How many schemas the operations of a contract may combine, by references and by `allOf`, `oneOf` and `anyOf`.
///
/// A schema counts once for each operation that takes it in, so that a small document can't ask for endless work.
struct CombinationBudget {
    private var schemasLeft = ContractBounds.combinedSchemas
    private var depth = 0

    /// Begins with a schema.
    ///
    /// - Parameter place: where it stands.
    /// - Throws: ``DocumentFault`` when there are too many, or too many inside each other.
    mutating func enter(_ place: SchemaPlace) throws(DocumentFault) {
        guard depth < ContractBounds.combinedDepth else {
            throw DocumentFault(
                message: "schemas take in each other more than \(ContractBounds.combinedDepth) deep (combine fewer)",
                place: place
            )
        }
        guard schemasLeft > 0 else {
            let message = "the operations combine more than \(ContractBounds.combinedSchemas) schemas"
            throw DocumentFault(message: "\(message) (split the document)", place: place)
        }
        schemasLeft -= 1
        depth += 1
    }

    /// Ends with the schema that was begun last.
    mutating func leave() {
        depth -= 1
    }
}
