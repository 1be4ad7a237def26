import JSON
import JSON
import JSONSchema
import Results
import SeamContract

/// Rule: what the contract does not know is told and never held against an endpoint.
///
/// · told when: a body has a member that no schema names, or a status is one of those known to come undeclared
/// · not told: that what the ledger wants to delete is gone already
/// · never fails
/// · source: Seam's API adds members without notice; `Contract.undeclaredStatuses`.
enum DriftCheck {
    /// What of a response the contract does not know, each place once.
    static func drifts(_ observation: Observation) -> [Drift] {
        guard let operation = observation.question.operation, observation.question.isHandled else { return [] }
        let status = observation.response.status
        var drifts: [Drift] = []
        let isKnownGone = status == 404 && observation.question.mayBeGone
        if Contract.undeclaredStatuses.contains(status), operation.response(for: status) == nil, !isKnownGone {
            drifts.append(Drift(kind: .undeclaredStatus, operation: operation.path, place: "\(status)"))
        }
        for pointer in observation.validation?.undocumented ?? [] {
            let drift = Drift(
                kind: .undocumentedMember,
                operation: operation.path,
                place: pointer.withItemsAsStars.description
            )
            if !drifts.contains(drift) { drifts.append(drift) }
        }
        return drifts
    }
}
