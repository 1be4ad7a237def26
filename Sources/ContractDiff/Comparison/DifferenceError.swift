import SeamContract

/// Why two documents can't be compared.
enum DifferenceError: Error {
    /// One of them is wrong.
    case document(ContractError)
    /// Their schemas refer to each other in too many ways.
    case tooManySchemas
}
