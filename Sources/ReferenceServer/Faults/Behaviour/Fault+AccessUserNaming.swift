import SeamModel

extension Fault {
    /// Faults of naming an access-system user by its identity.
    static let accessUserNaming = [
        Fault(
            id: "pair-ignores-system",
            requirement: "LK-PAIR",
            summary: "Reading the user of an identity in an access system gives its first user anywhere.",
            effect: .policy(\.accessUsers.heedsSystemOfPair)
        ),
        Fault(
            id: "pair-finds-stranger",
            requirement: "LK-PAIR-404",
            summary: "Reading the user of an identity in an access system where it has none gives any user there.",
            effect: .policy(\.accessUsers.refusesUnlinkedPair)
        ),
        Fault(
            id: "pair-needs-no-system",
            requirement: "LK-PAIR-NEEDS-SYS",
            summary: "An identity alone stands for its first user.",
            effect: .tolerates(
                "acs_user_id",
                "required",
                of: "acs.users.update",
                "acs.users.delete",
                "acs.users.suspend",
                "acs.users.unsuspend"
            ),
            .policy(\.accessUsers.needsSystemOfPair)
        ),
    ]
}
