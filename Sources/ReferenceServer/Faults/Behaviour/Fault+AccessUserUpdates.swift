import JSON
import SeamModel

extension Fault {
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
            id: "user-update-drops-schedule",
            requirement: "AU-UPD-PARTIAL",
            summary: "An update of a user that is given no access schedule takes the schedule away.",
            effect: .misreads(
                .set("access_schedule", .null),
                of: "acs.users.update",
                asked: ["access_schedule": .absent]
            )
        ),
        Fault(
            id: "user-update-unsuspends",
            requirement: "AU-UPD-PARTIAL",
            summary: "An update of a suspended user lets it in again.",
            effect: .policy(\.accessUsers.keepsSuspension)
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
}
