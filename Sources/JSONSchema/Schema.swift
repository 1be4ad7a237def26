public import JSON

/// A compiled schema: made once by a ``SchemaCompiler``, used often, from any thread.
public struct Schema: Sendable {
    /// The schema itself.
    let root: SchemaNode
    /// What its references lead to.
    let targets: SchemaTargets

    /// Where the schema stands in its document.
    public var place: SchemaPlace { root.place }

    /// Holds a value against the schema.
    ///
    /// - Parameter value: the value.
    /// - Returns: every violation, and the members that the schema does not know.
    public func validate(_ value: JSONValue) -> Validation {
        var evaluation = Evaluation(of: value, targets: targets)
        evaluation.run(root)
        return Validation(violations: evaluation.violations, undocumented: evaluation.undocumentedMembers(root))
    }
}
