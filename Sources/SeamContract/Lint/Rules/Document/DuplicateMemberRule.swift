import YAMLSource

/// Rule: an object names each of its members once.
///
/// · told when: a JSON text says a name again; in YAML that is a text that can't be read
/// · source: RFC 8259 section 4.
enum DuplicateMemberRule: LintRule {
    static let id = "duplicate-member"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        document.files.duplicates
    }
}
