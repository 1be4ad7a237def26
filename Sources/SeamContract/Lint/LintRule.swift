import YAMLSource

/// Something that every document should keep beyond the form of its objects.
protocol LintRule: SendableMetatype {
    /// Its name for ever, such as `duplicate-operation-id`.
    static var id: String { get }
    /// How much it matters when it is broken.
    static var severity: ContractProblem.Severity { get }

    /// Where a document breaks it, and what to do.
    ///
    /// - Parameter document: the document.
    /// - Returns: what is wrong, in any order.
    static func diagnostics(in document: LintedDocument) -> [Diagnostic]
}

extension LintRule {
    /// What a document breaks of the rule.
    static func problems(in document: LintedDocument) -> [ContractProblem] {
        diagnostics(in: document).map { ContractProblem(severity: severity, rule: id, diagnostic: $0) }
    }
}
