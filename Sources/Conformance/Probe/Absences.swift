import Results
import SeamContract

/// What the endpoint does not offer, and what shows it.
struct Absences: Sendable, Equatable {
    /// What shows that an operation is not offered by any method, such as `404 without an error envelope`, by its path.
    var operations: [String: String] = [:]
    /// What shows that an operation is offered, but not by its other method, by its path.
    var aliases: [String: String] = [:]
    /// The methods of which nothing that was looked for is offered, two operations at least.
    var absentMethods: Set<Contract.Method> = []

    /// Why an operation can't be called by its other method; nil when it can, as far as is known.
    ///
    /// - Parameters:
    ///   - operation: the operation.
    ///   - method: the method.
    /// - Returns: the operation with that method, or the method alone when it is never offered.
    func cause(against operation: Contract.Operation, by method: Contract.Method) -> Cause? {
        guard method != .post, method == operation.alias, let evidence = aliases[operation.path] else { return nil }
        let name = absentMethods.contains(method) ? "every \(method)" : "\(method) \(operation.path)"
        return Cause(operation: name, evidence: evidence)
    }
}
