import JSON

extension Fault {
    /// Faults of what is done before the credentials are looked at.
    static let orderOfChecks = [
        Fault(
            id: "method-before-key",
            requirement: "AUTH-BEFORE-METHOD",
            summary: "A method that is not offered is told without a credential.",
            effect: .authorizes(when: .allowed)
        ),
        Fault(
            id: "parameters-before-key",
            requirement: "AUTH-BEFORE-VALIDATION",
            summary: "Wrong parameters of a creation are told without a credential.",
            effect: .authorizes(when: .validated, of: "user_identities.create", by: "POST")
        ),
        Fault(
            id: "unknown-id-before-key",
            requirement: "AUTH-BEFORE-404",
            summary: "That an identity does not exist is told without a credential.",
            effect: .authorizes(
                when: .performed,
                of: "user_identities.get",
                by: "POST",
                asked: ["user_identity_id": .present]
            )
        ),
        Fault(
            id: "unknown-id-before-key-by-get",
            requirement: "AUTH-BEFORE-404",
            summary: "That an identity does not exist is told by GET without a credential.",
            effect: .authorizes(when: .performed, of: "user_identities.get", by: "GET")
        ),
        Fault(
            id: "unknown-user-before-key",
            requirement: "AUTH-BEFORE-404",
            summary: "That an access-system user does not exist is told without a credential.",
            effect: .authorizes(when: .performed, of: "acs.users.get", by: "POST")
        ),
        Fault(
            id: "unknown-group-before-key",
            requirement: "AUTH-BEFORE-404",
            summary: "That an access group does not exist is told without a credential.",
            effect: .authorizes(when: .performed, of: "acs.access_groups.get", by: "POST")
        ),
        Fault(
            id: "created-before-key",
            requirement: "AUTH-NO-EFFECT",
            summary: "An identity is created before the call is refused for its credential.",
            effect: .authorizes(when: .performed, of: "user_identities.create", by: "POST")
        ),
        Fault(
            id: "updated-before-key",
            requirement: "AUTH-NO-EFFECT",
            summary: "An identity is updated before the call is refused for its credential.",
            effect: .authorizes(when: .performed, of: "user_identities.update", by: "POST")
        ),
        Fault(
            id: "deleted-before-key",
            requirement: "AUTH-NO-EFFECT",
            summary: "An identity is deleted before the call is refused for its credential.",
            effect: .authorizes(when: .performed, of: "user_identities.delete", by: "POST")
        ),
    ]
}
