import SeamModel

extension Fault {
    /// Faults of merging identities.
    static let merge = [
        Fault(
            id: "merged-id-lost",
            requirement: "MG-IDS",
            summary: "The ids of merged identities are unknown.",
            effect: .policy(\.merging.resolvesIDs)
        ),
        Fault(
            id: "merged-key-lost",
            requirement: "MG-KEYS",
            summary: "The keys of merged identities are unknown.",
            effect: .policy(\.merging.resolvesKeys)
        ),
        Fault(
            id: "merged-ids-unlisted",
            requirement: "MG-LISTED",
            summary: "An identity does not list the ids merged into it.",
            effect: .policy(\.merging.listsIDs)
        ),
        Fault(
            id: "merged-keys-unlisted",
            requirement: "MG-LISTED",
            summary: "An identity does not list the keys merged into it.",
            effect: .policy(\.merging.listsKeys)
        ),
        Fault(
            id: "merge-drops-email",
            requirement: "MG-FILL",
            summary: "An identity without e-mail address does not take that of one merged into it.",
            effect: .forgets(.emailAddress, in: \.merging.filled)
        ),
        Fault(
            id: "merge-drops-phone",
            requirement: "MG-FILL",
            summary: "An identity without phone number does not take that of one merged into it.",
            effect: .forgets(.phoneNumber, in: \.merging.filled)
        ),
        Fault(
            id: "merge-overwrites",
            requirement: "MG-FILL",
            summary: "An identity takes e-mail address and phone number of one merged into it though it has its own.",
            effect: .policy(\.merging.keepsOwnValues)
        ),
        Fault(
            id: "merged-still-listed",
            requirement: "MG-GONE",
            summary: "A merged identity is still listed.",
            effect: .policy(\.merging.unlistsMerged)
        ),
        Fault(
            id: "merge-unlinks-users",
            requirement: "MG-MOVE-AU",
            summary: "The users of a merged identity are left without one.",
            effect: .policy(\.merging.movesUsers)
        ),
        Fault(
            id: "merge-keeps-old-owner",
            requirement: "MG-MOVE-AU",
            summary: "The users of a merged identity go on naming it.",
            effect: .policy(\.merging.renamesOwner)
        ),
        Fault(
            id: "merge-leaves-sessions",
            requirement: "MG-MOVE-AU",
            summary: "The client sessions of a merged identity go on naming it.",
            effect: .policy(\.merging.movesSessions)
        ),
        Fault(
            id: "merge-unlinks-users-of-others",
            requirement: "MG-MOVE-AU",
            summary: "Of several merged identities, the users of all but the first are left without one.",
            effect: .policy(\.merging.movesUsersOfEvery)
        ),
        Fault(
            id: "merge-leaves-sessions-of-others",
            requirement: "MG-MOVE-AU",
            summary: "Of several merged identities, the client sessions of all but the first go on naming theirs.",
            effect: .policy(\.merging.movesSessionsOfEvery)
        ),
        Fault(
            id: "merge-first-only",
            requirement: "MG-IDS",
            summary: "Of several identities only the first is merged.",
            effect: .policy(\.merging.mergesEvery)
        ),
        Fault(
            id: "merge-again-refused",
            requirement: "MG-REPEAT",
            summary: "A merge that was made before is refused.",
            effect: .policy(\.merging.acceptsRepetition)
        ),
        Fault(
            id: "merge-mixes",
            requirement: "MG-MIX",
            summary: "A merge by ids and keys together goes by the ids.",
            effect: .misreads(
                .drop("user_identity_key"),
                .drop("merged_user_identity_keys"),
                of: "user_identities.merge",
                asked: ["user_identity_id": .present, "merged_user_identity_ids": .present]
            )
        ),
        Fault(
            id: "merge-of-none",
            requirement: "MG-SIZE",
            summary: "A merge of nobody is accepted.",
            effect: .tolerates("merged_user_identity_ids", "minItems", of: "user_identities.merge")
        ),
        Fault(
            id: "merge-of-too-many",
            requirement: "MG-SIZE",
            summary: "A merge of more than twenty identities is accepted.",
            effect: .tolerates("merged_user_identity_ids", "maxItems", of: "user_identities.merge")
        ),
        Fault(
            id: "merge-skips-unknown",
            requirement: "MG-404",
            summary: "A merge passes over ids that are unknown.",
            effect: .policy(\.merging.refusesUnknown)
        ),
        Fault(
            id: "merge-by-half",
            requirement: "MG-404",
            summary: "A merge refused for an unknown id has merged the others.",
            effect: .policy(\.merging.mergesAllOrNothing)
        ),
    ]
}
