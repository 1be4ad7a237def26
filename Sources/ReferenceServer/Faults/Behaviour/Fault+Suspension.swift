import SeamModel

extension Fault {
    /// Faults of suspending access-system users.
    static let suspension = [
        Fault(
            id: "suspend-lost",
            requirement: "AU-SUSP",
            summary: "Suspending a user is answered and never done.",
            effect: .loses("acs.users.suspend")
        ),
        Fault(
            id: "unsuspend-lost",
            requirement: "AU-SUSP",
            summary: "Unsuspending a user is answered and never done.",
            effect: .loses("acs.users.unsuspend")
        ),
        Fault(
            id: "suspend-again-refused",
            requirement: "AU-SUSP-REPEAT",
            summary: "Suspending a suspended user is refused.",
            effect: .policy(\.accessUsers.suspendsAgain)
        ),
        Fault(
            id: "unsuspend-again-refused",
            requirement: "AU-SUSP-REPEAT",
            summary: "Unsuspending an active user is refused.",
            effect: .policy(\.accessUsers.unsuspendsAgain)
        ),
        Fault(
            id: "suspend-toggles",
            requirement: "AU-SUSP-REPEAT",
            summary: "Suspending turns the state over, so that a suspended user becomes active.",
            effect: .policy(\.accessUsers.setsState)
        ),
        Fault(
            id: "suspend-unknown-as-invalid",
            requirement: "AU-SUSP-404",
            summary: "Suspending an unknown user is refused with 400.",
            effect: .refuses("acs.users.suspend", status: 400, insteadOf: 404...404)
        ),
        Fault(
            id: "unsuspend-unknown-as-invalid",
            requirement: "AU-SUSP-404",
            summary: "Unsuspending an unknown user is refused with 400.",
            effect: .refuses("acs.users.unsuspend", status: 400, insteadOf: 404...404)
        ),
        Fault(
            id: "suspend-unlinks",
            requirement: "AU-SUSP-KEEP",
            summary: "Suspending a user takes it from its identity.",
            effect: .policy(\.accessUsers.keepsIdentityWhenSuspended)
        ),
        Fault(
            id: "suspend-leaves-groups",
            requirement: "AU-SUSP-KEEP",
            summary: "Suspending a user takes it out of its access groups.",
            effect: .policy(\.accessUsers.keepsGroupsWhenSuspended)
        ),
        Fault(
            id: "suspend-clears-schedule",
            requirement: "AU-SUSP-KEEP",
            summary: "Suspending a user takes its access schedule away.",
            effect: .policy(\.accessUsers.keepsScheduleWhenSuspended)
        ),
        Fault(
            id: "suspend-not-by-identity",
            requirement: "AU-SUSP-PAIR",
            summary: "Suspending takes no identity in place of a user.",
            effect: .refuses(["user_identity_id": .present], of: "acs.users.suspend")
        ),
        Fault(
            id: "unsuspend-not-by-identity",
            requirement: "AU-SUSP-PAIR",
            summary: "Unsuspending takes no identity in place of a user.",
            effect: .refuses(["user_identity_id": .present], of: "acs.users.unsuspend")
        ),
    ]
}
