import SeamModel

extension Fault {
    /// Faults of adding users to identities.
    static let additions = [
        Fault(
            id: "added-user-unlisted",
            requirement: "LK-ADD",
            summary: "An identity does not list a user that was added by its id.",
            effect: .forgets(.addition, in: \.links.listedByIdentity)
        ),
        Fault(
            id: "added-user-names-nobody",
            requirement: "LK-ADD",
            summary: "A user that was added by the id of an identity does not name it.",
            effect: .forgets(.addition, in: \.links.namedByUser)
        ),
        Fault(
            id: "addition-lost",
            requirement: "LK-ADD",
            summary: "Adding a user by the id of an identity is answered and never done.",
            effect: .loses("user_identities.add_acs_user", asked: ["user_identity_id": .present])
        ),
        Fault(
            id: "addition-repeat-refused",
            requirement: "LK-ADD-REPEAT",
            summary: "Adding a user again is refused.",
            effect: .policy(\.additions.acceptsRepetition)
        ),
        Fault(
            id: "addition-repeat-listed-twice",
            requirement: "LK-ADD-REPEAT",
            summary: "A user that is added again is listed twice.",
            effect: .policy(\.additions.listsOnce)
        ),
        Fault(
            id: "key-of-identity-taken",
            requirement: "LK-ADD-BYKEY",
            summary: "A key that an identity has is refused as taken when a user is added by it.",
            effect: .policy(\.additions.findsKeys)
        ),
        Fault(
            id: "added-by-key-unlisted",
            requirement: "LK-ADD-BYKEY",
            summary: "An identity does not list a user that was added by its key.",
            effect: .forgets(.additionByKey, in: \.links.listedByIdentity)
        ),
        Fault(
            id: "new-key-refused",
            requirement: "LK-ADD-BYKEY-NEW",
            summary: "A key that no identity has is refused when a user is added by it.",
            effect: .policy(\.additions.makesIdentities)
        ),
        Fault(
            id: "new-key-forgotten",
            requirement: "LK-ADD-BYKEY-NEW",
            summary: "The identity made for a new key does not get the key.",
            effect: .policy(\.additions.keepsKey)
        ),
        Fault(
            id: "new-key-links-nobody",
            requirement: "LK-ADD-BYKEY-NEW",
            summary: "The identity made for a new key does not list the user that it was made for.",
            effect: .forgets(.additionByNewKey, in: \.links.listedByIdentity)
        ),
        Fault(
            id: "new-key-without-email",
            requirement: "LK-ADD-BYKEY-COPY",
            summary: "The identity made for a new key lacks the e-mail address of the user.",
            effect: .forgets(.emailAddress, in: \.additions.copied)
        ),
        Fault(
            id: "new-key-without-phone",
            requirement: "LK-ADD-BYKEY-COPY",
            summary: "The identity made for a new key lacks the phone number of the user.",
            effect: .forgets(.phoneNumber, in: \.additions.copied)
        ),
        Fault(
            id: "new-key-without-name",
            requirement: "LK-ADD-BYKEY-COPY",
            summary: "The identity made for a new key lacks the name of the user.",
            effect: .forgets(.fullName, in: \.additions.copied)
        ),
        Fault(
            id: "addition-to-nobody",
            requirement: "LK-ADD-NEITHER",
            summary: "Adding a user without naming an identity is accepted and does nothing.",
            effect: .tolerates("user_identity_id", "required", of: "user_identities.add_acs_user"),
            .policy(\.additions.needsIdentity)
        ),
        Fault(
            id: "unknown-id-makes-identity",
            requirement: "LK-ADD-UI-404",
            summary: "Adding a user to an unknown id makes an identity.",
            effect: .policy(\.additions.refusesUnknownIdentity)
        ),
        Fault(
            id: "unknown-user-leaves-key",
            requirement: "LK-ADD-AU-404",
            summary: "Adding an unknown user by a new key leaves an identity with the key behind.",
            effect: .policy(\.additions.addsAllOrNothing)
        ),
        Fault(
            id: "unknown-user-added",
            requirement: "LK-ADD-AU-404",
            summary: "Adding an unknown user to an identity is answered as if it had been done.",
            effect: .accepts(unknownIn: "user_identities.add_acs_user", asked: ["user_identity_key": .absent])
        ),
        Fault(
            id: "second-user-added",
            requirement: "LK-ADD-SAME-SYS",
            summary: "A second user of one access system may be added to an identity.",
            effect: .forgets(.addition, in: \.links.oneUserPerSystem)
        ),
        Fault(
            id: "other-system-refused",
            requirement: "LK-ADD-OTHER-SYS",
            summary: "A user of a second access system can not be added to an identity.",
            effect: .policy(\.additions.acceptsOtherSystems)
        ),
    ]
}
