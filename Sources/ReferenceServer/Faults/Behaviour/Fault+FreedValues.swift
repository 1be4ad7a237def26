import SeamModel

extension Fault {
    /// Faults of values that were given up.
    static let freedValues = [
        Fault(
            id: "cleared-email-stays-taken",
            requirement: "UI-UNIQ-FREE-UPD",
            summary: "The e-mail address of an identity stays taken after an update to null.",
            effect: .forgets(.emailAddress, in: \.uniqueness.freedByClearing)
        ),
        Fault(
            id: "cleared-phone-stays-taken",
            requirement: "UI-UNIQ-FREE-UPD",
            summary: "The phone number of an identity stays taken after an update to null.",
            effect: .forgets(.phoneNumber, in: \.uniqueness.freedByClearing)
        ),
        Fault(
            id: "cleared-key-stays-taken",
            requirement: "UI-UNIQ-FREE-UPD",
            summary: "The key of an identity stays taken after an update to null.",
            effect: .forgets(.key, in: \.uniqueness.freedByClearing)
        ),
        Fault(
            id: "changed-email-stays-taken",
            requirement: "UI-UNIQ-FREE-UPD",
            summary: "The old e-mail address of an identity stays taken after an update to another one.",
            effect: .forgets(.emailAddress, in: \.uniqueness.freedByChange)
        ),
        Fault(
            id: "changed-phone-stays-taken",
            requirement: "UI-UNIQ-FREE-UPD",
            summary: "The old phone number of an identity stays taken after an update to another one.",
            effect: .forgets(.phoneNumber, in: \.uniqueness.freedByChange)
        ),
        Fault(
            id: "changed-key-stays-taken",
            requirement: "UI-UNIQ-FREE-UPD",
            summary: "The old key of an identity stays taken after an update to another one.",
            effect: .forgets(.key, in: \.uniqueness.freedByChange)
        ),
        Fault(
            id: "deleted-email-stays-taken",
            requirement: "UI-UNIQ-FREE-DEL",
            summary: "The e-mail address of a deleted identity stays taken.",
            effect: .forgets(.emailAddress, in: \.uniqueness.freedByDeletion)
        ),
        Fault(
            id: "deleted-phone-stays-taken",
            requirement: "UI-UNIQ-FREE-DEL",
            summary: "The phone number of a deleted identity stays taken.",
            effect: .forgets(.phoneNumber, in: \.uniqueness.freedByDeletion)
        ),
        Fault(
            id: "deleted-key-stays-taken",
            requirement: "UI-UNIQ-FREE-DEL",
            summary: "The key of a deleted identity stays taken.",
            effect: .forgets(.key, in: \.uniqueness.freedByDeletion)
        ),
    ]
}
