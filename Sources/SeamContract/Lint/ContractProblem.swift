public import JSON
public import YAMLSource

/// One thing that is wrong in a contract document.
public struct ContractProblem: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// How much it matters.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// The document breaks the specification, or can't mean what it says.
        case error
        /// The specification allows it, but it is likely a slip, or something in it has no effect.
        case warning
    }

    /// How much it matters.
    public let severity: Severity
    /// The rule that is broken, such as `duplicate-operation-id`; the same for ever.
    public let rule: String
    /// What is wrong, where, and what to do.
    public let diagnostic: Diagnostic

    /// The part of the file's document that is wrong; nil when the file can't be read as a document.
    public internal(set) var pointer: JSONPointer?

    /// A problem.
    ///
    /// - Parameters:
    ///   - severity: how much it matters.
    ///   - rule: the rule that is broken.
    ///   - diagnostic: what is wrong, where, and what to do.
    init(severity: Severity, rule: String, diagnostic: Diagnostic) {
        self.severity = severity
        self.rule = rule
        self.diagnostic = diagnostic
    }

    /// `file:line:column: error: what is wrong (what to do)`, with the part in the document where a line is all of it.
    public var description: String {
        let isFarRight = diagnostic.place.column > 300
        let part = isFarRight ? pointer.map { " at #\($0)" } ?? "" : ""
        return "\(diagnostic.place): \(severity): \(diagnostic.message)\(part)"
    }

    /// By place, then message.
    public static func < (left: ContractProblem, right: ContractProblem) -> Bool {
        (left.diagnostic, left.rule) < (right.diagnostic, right.rule)
    }
}
