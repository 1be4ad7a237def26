import JSON
import Results
import Scenarios

/// Something that the checks of every response found wrong with one: what a scenario expects of the same part of the response is
/// not judged, because of it.
///
/// Rule: the flaw stands for a difference
///
/// · everywhere, when the response is a server error: that says nothing of what the operation would do; but when more than half of the
///   answers to calls at once are, that is what the calls led to
/// · anywhere in the body, when the body of a success is no JSON object
/// · at its own place in the body and below it, when the value there is of another type, form or range than the contract says
///
/// A value that is absent explains nothing by itself: whoever expects it has a reason of their own.
struct ResponseFlaw: Sendable, Hashable {
    /// The requirement that it breaks.
    let requirement: String
    /// The operation; nil when the contract has none at that path.
    let operation: String?
    /// How much it weighs.
    let severity: Finding.Severity
    private let code: String
    private let place: String

    /// The flaw that a finding tells of.
    ///
    /// - Parameter finding: what a check of every response found.
    init(_ finding: Finding) {
        requirement = finding.requirements.first ?? ""
        operation = finding.operation
        severity = finding.severity
        code = finding.code
        place = finding.place
    }

    /// The case that tells of it.
    var caseID: String { EveryResponse(operation: operation, requirement: requirement).caseID }

    /// Whether the whole response says nothing of what the operation does.
    var spoilsResponse: Bool { code == ServerErrorCheck.code }

    /// Whether nothing in the body can be read.
    var spoilsBody: Bool { spoilsResponse || code == BodySyntaxCheck.code }

    /// Whether it stands for a difference in the same response.
    ///
    /// - Parameter mismatch: the difference.
    /// - Returns: whether the difference says nothing more than it.
    func explains(_ mismatch: Mismatch) -> Bool {
        if spoilsResponse { return true }
        guard let found = mismatch.place else { return false }
        if spoilsBody { return true }
        guard code.hasPrefix("schema."), let pattern = try? JSONPointer(parsing: place), !pattern.tokens.isEmpty else {
            return false
        }
        let tokens = found.tokens
        return pattern.tokens.count <= tokens.count
            && zip(pattern.tokens, tokens).allSatisfy { $0 == "*" || $0 == $1 }
    }
}
