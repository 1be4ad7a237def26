import SeamModel

extension Fault {
    /// Faults of creating and reading access-system users.
    static let accessUserCreation = [
        Fault(
            id: "unknown-system-replaced",
            requirement: "AU-SYS-404",
            summary: "A user for an unknown access system is created in the first one.",
            effect: .policy(\.accessUsers.refusesUnknownSystem)
        ),
        Fault(
            id: "unknown-group-skipped",
            requirement: "AU-GROUP-404",
            summary: "A creation passes over access groups that do not exist.",
            effect: .policy(\.accessUsers.refusesUnknownGroup)
        ),
        Fault(
            id: "ghost-after-unknown-group",
            requirement: "AU-GROUP-404",
            summary: "A creation refused for an unknown access group leaves the user behind.",
            effect: .policy(\.accessUsers.createsAllOrNothing)
        ),
        Fault(
            id: "group-of-other-system",
            requirement: "AU-GROUP-SYS",
            summary: "A user may be created into an access group of another access system.",
            effect: .policy(\.accessUsers.checksSystemOfGroups)
        ),
        Fault(
            id: "groups-forgotten",
            requirement: "AU-GROUP-JOIN",
            summary: "A user does not join the access groups that it is created into.",
            effect: .policy(\.accessUsers.joinsGroups)
        ),
        Fault(
            id: "first-group-only",
            requirement: "AU-GROUP-JOIN",
            summary: "A user joins only the first of the access groups that it is created into.",
            effect: .policy(\.accessUsers.joinsEveryGroup)
        ),
        Fault(
            id: "get-unknown-user-first",
            requirement: "AU-GET-404",
            summary: "Reading by an unknown id gives the first user of the workspace.",
            effect: .policy(\.accessUsers.refusesUnknownID)
        ),
    ]

    /// Faults of updating access-system users.
    static let accessUserUpdates = [
        Fault(
            id: "user-update-clears-omitted-email",
            requirement: "AU-UPD-PARTIAL",
            summary: "An update of a user that is given no e-mail address clears it.",
            effect: .forgets(.emailAddress, in: \.accessUsers.keepsOmitted)
        ),
        Fault(
            id: "user-update-clears-omitted-phone",
            requirement: "AU-UPD-PARTIAL",
            summary: "An update of a user that is given no phone number clears it.",
            effect: .forgets(.phoneNumber, in: \.accessUsers.keepsOmitted)
        ),
        Fault(
            id: "user-update-clears-omitted-name",
            requirement: "AU-UPD-PARTIAL",
            summary: "An update of a user that is given no name clears it.",
            effect: .forgets(.fullName, in: \.accessUsers.keepsOmitted)
        ),
        Fault(
            id: "user-update-ignores-name",
            requirement: "AU-UPD-PARTIAL",
            summary: "An update of a user does not store a new name.",
            effect: .forgets(.fullName, in: \.accessUsers.updated)
        ),
        Fault(
            id: "user-update-ignores-phone",
            requirement: "AU-UPD-PARTIAL",
            summary: "An update of a user does not store a new phone number.",
            effect: .forgets(.phoneNumber, in: \.accessUsers.updated)
        ),
        Fault(
            id: "user-update-ignores-email",
            requirement: "AU-UPD-EMAIL",
            summary: "An update of a user does not store a new e-mail address.",
            effect: .forgets(.emailAddress, in: \.accessUsers.updated)
        ),
        Fault(
            id: "user-update-old-email-only",
            requirement: "AU-UPD-EMAIL",
            summary: "An update of a user stores a new e-mail address as the deprecated email alone.",
            effect: .policy(\.accessUsers.updatesEmailAddress)
        ),
        Fault(
            id: "user-update-new-email-only",
            requirement: "AU-UPD-EMAIL",
            summary: "The deprecated email of a user stays what it was when the e-mail address changes.",
            effect: .policy(\.accessUsers.updatesDeprecatedEmail)
        ),
        Fault(
            id: "user-update-unknown-accepted",
            requirement: "AU-UPD-404",
            summary: "An update of an unknown user is answered as if it had been made.",
            effect: .accepts(unknownIn: "acs.users.update")
        ),
        Fault(
            id: "user-update-passes-on-email",
            requirement: "AU-UPD-ISOLATED",
            summary: "An update of a linked user gives the new e-mail address to its identity.",
            effect: .forgets(.emailAddress, in: \.accessUsers.sparesIdentity)
        ),
        Fault(
            id: "user-update-passes-on-phone",
            requirement: "AU-UPD-ISOLATED",
            summary: "An update of a linked user gives the new phone number to its identity.",
            effect: .forgets(.phoneNumber, in: \.accessUsers.sparesIdentity)
        ),
        Fault(
            id: "user-update-passes-on-name",
            requirement: "AU-UPD-ISOLATED",
            summary: "An update of a linked user gives the new name to its identity.",
            effect: .forgets(.fullName, in: \.accessUsers.sparesIdentity)
        ),
        Fault(
            id: "user-update-renews-created-at",
            requirement: "AU-UPD-IMMUT",
            summary: "An update of a user sets created_at to the time of the call.",
            effect: .policy(\.accessUsers.keepsCreationTime)
        ),
    ]

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
