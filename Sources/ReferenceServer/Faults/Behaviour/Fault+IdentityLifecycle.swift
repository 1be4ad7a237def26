import JSON
import SeamModel

extension Fault {
    /// Faults of creations that are refused, and of those that should be.
    static let identityCreation = [
        Fault(
            id: "ghost-after-failed-create",
            requirement: "UI-V-ATOMIC",
            summary: "A creation refused for an unknown access system leaves the identity behind.",
            effect: .policy(\.identities.createsAllOrNothing)
        ),
        Fault(
            id: "ghost-after-clash",
            requirement: "UI-V-ATOMIC",
            summary: "A creation refused for a value that is taken leaves an identity with the rest behind.",
            effect: .policy(\.identities.leavesNoGhost)
        ),
        Fault(
            id: "clash-renames-holder",
            requirement: "UI-V-ATOMIC",
            summary: "A creation refused for a value that is taken gives its name to the identity that has the value.",
            effect: .policy(\.identities.sparesHolder)
        ),
        Fault(
            id: "clash-makes-users",
            requirement: "UI-UNIQ-NO-SIDE",
            summary: "A creation refused for a value that is taken has made its access-system users before.",
            effect: .policy(\.identities.makesNoUsersWhenRefused)
        ),
        Fault(
            id: "clash-links-users",
            requirement: "UI-UNIQ-NO-SIDE",
            summary: "A creation refused for a value that is taken links matching users to the identity that has it.",
            effect: .policy(\.identities.linksNobodyWhenRefused)
        ),
        Fault(
            id: "repeated-create-accepted",
            requirement: "ID-POST-TWICE",
            summary: "A creation that repeats another word by word is answered with the identity of the first.",
            effect: .policy(\.identities.refusesRepetition)
        ),
    ]

    /// Faults of reading one identity.
    static let identityReading = [
        Fault(
            id: "get-unknown-id-first",
            requirement: "UI-GET-404",
            summary: "Reading by an unknown id gives the first identity of the workspace.",
            effect: .policy(\.identities.refusesUnknownID)
        ),
        Fault(
            id: "get-by-key-blind",
            requirement: "UI-GET-KEY",
            summary: "Reading by key finds nobody.",
            effect: .misreads(.rewrite("user_identity_key", .suffixed("?")), of: "user_identities.get")
        ),
        Fault(
            id: "get-makes-identity",
            requirement: "UI-GET-KEY-404",
            summary: "Reading by an unknown key makes an identity with it.",
            effect: .policy(\.identities.readsOnly)
        ),
        Fault(
            id: "get-by-part-of-key",
            requirement: "UI-GET-KEY-EXACT",
            summary: "Reading by the beginning of a key finds the identity.",
            effect: .policy(\.identities.findsKeysWhole)
        ),
        Fault(
            id: "get-by-trimmed-key",
            requirement: "UI-GET-KEY-EXACT",
            summary: "White space around a key is passed over when an identity is read by it.",
            effect: .misreads(.rewrite("user_identity_key", .trimmed), of: "user_identities.get")
        ),
    ]

    /// Faults of updating identities.
    static let identityUpdates = [
        Fault(
            id: "update-ignores-email",
            requirement: "UI-UPD-READ",
            summary: "An update of an identity does not store a new e-mail address.",
            effect: .forgets(.emailAddress, in: \.identities.updated)
        ),
        Fault(
            id: "update-ignores-phone",
            requirement: "UI-UPD-READ",
            summary: "An update of an identity does not store a new phone number.",
            effect: .forgets(.phoneNumber, in: \.identities.updated)
        ),
        Fault(
            id: "update-ignores-key",
            requirement: "UI-UPD-READ",
            summary: "An update of an identity does not store a new key.",
            effect: .forgets(.key, in: \.identities.updated)
        ),
        Fault(
            id: "update-ignores-name",
            requirement: "UI-UPD-READ",
            summary: "An update of an identity does not store a new name.",
            effect: .forgets(.fullName, in: \.identities.updated)
        ),
        Fault(
            id: "update-clears-omitted-email",
            requirement: "UI-UPD-OMIT",
            summary: "An update that is given no e-mail address clears it.",
            effect: .misreads(
                .set("email_address", .null),
                of: "user_identities.update",
                asked: ["email_address": .absent]
            )
        ),
        Fault(
            id: "update-clears-omitted-phone",
            requirement: "UI-UPD-OMIT",
            summary: "An update that is given no phone number clears it.",
            effect: .misreads(
                .set("phone_number", .null),
                of: "user_identities.update",
                asked: ["phone_number": .absent]
            )
        ),
        Fault(
            id: "update-clears-omitted-key",
            requirement: "UI-UPD-OMIT",
            summary: "An update that is given no key clears it.",
            effect: .misreads(
                .set("user_identity_key", .null),
                of: "user_identities.update",
                asked: ["user_identity_key": .absent]
            )
        ),
        Fault(
            id: "update-clears-omitted-name",
            requirement: "UI-UPD-OMIT",
            summary: "An update that is given no name clears it.",
            effect: .misreads(.set("full_name", .null), of: "user_identities.update", asked: ["full_name": .absent])
        ),
        Fault(
            id: "update-keeps-null-email",
            requirement: "UI-UPD-NULL",
            summary: "An update to null keeps the e-mail address.",
            effect: .misreads(.drop("email_address", where: .null), of: "user_identities.update")
        ),
        Fault(
            id: "update-keeps-null-phone",
            requirement: "UI-UPD-NULL",
            summary: "An update to null keeps the phone number.",
            effect: .misreads(.drop("phone_number", where: .null), of: "user_identities.update")
        ),
        Fault(
            id: "update-keeps-null-key",
            requirement: "UI-UPD-NULL",
            summary: "An update to null keeps the key.",
            effect: .misreads(.drop("user_identity_key", where: .null), of: "user_identities.update")
        ),
        Fault(
            id: "update-keeps-null-name",
            requirement: "UI-UPD-NULL",
            summary: "An update to null keeps the name.",
            effect: .misreads(.drop("full_name", where: .null), of: "user_identities.update")
        ),
        Fault(
            id: "empty-update-refused",
            requirement: "UI-UPD-NOOP",
            summary: "An update that names no value is refused.",
            effect: .refuses(
                [
                    "email_address": .absent, "phone_number": .absent, "full_name": .absent,
                    "user_identity_key": .absent,
                ],
                of: "user_identities.update"
            )
        ),
        Fault(
            id: "update-renews-created-at",
            requirement: "UI-ID-IMMUT",
            summary: "An update sets created_at to the time of the call.",
            effect: .policy(\.identities.keepsCreationTime)
        ),
        Fault(
            id: "update-unknown-accepted",
            requirement: "UI-UPD-404",
            summary: "An update of an unknown id is answered as if it had been made.",
            effect: .accepts(unknownIn: "user_identities.update")
        ),
        Fault(
            id: "update-unknown-creates",
            requirement: "UI-UPD-404",
            summary: "An update of an unknown id makes an identity.",
            effect: .policy(\.identities.createsByCreationOnly)
        ),
        Fault(
            id: "stale-display-name",
            requirement: "UI-DISPLAY-UPDATE",
            summary: "The displayed name stays that of the creation.",
            effect: .policy(\.identities.updatesDisplayName)
        ),
    ]
}
