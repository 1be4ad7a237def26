import SeamModel

extension Fault {
    /// Faults of what a linked user shows of its identity.
    static let mirrors = [
        Fault(
            id: "mirror-without-email",
            requirement: "LK-A-MIRROR",
            summary: "A linked user does not show the e-mail address of its identity.",
            effect: .forgets(.emailAddress, in: \.links.mirrored)
        ),
        Fault(
            id: "mirror-without-phone",
            requirement: "LK-A-MIRROR",
            summary: "A linked user does not show the phone number of its identity.",
            effect: .forgets(.phoneNumber, in: \.links.mirrored)
        ),
        Fault(
            id: "mirror-without-name",
            requirement: "LK-A-MIRROR",
            summary: "A linked user does not show the name of its identity.",
            effect: .forgets(.fullName, in: \.links.mirrored)
        ),
        Fault(
            id: "mirror-of-user",
            requirement: "LK-A-MIRROR",
            summary: "A linked user shows its own values as those of its identity.",
            effect: .policy(\.links.mirrorsIdentity)
        ),
        Fault(
            id: "mirror-of-nothing",
            requirement: "LK-A-MIRROR-NULL",
            summary: "A name that the identity lacks is shown as an empty text.",
            effect: .policy(\.links.mirrorsNothingAsNull)
        ),
        Fault(
            id: "stale-mirror",
            requirement: "LK-A-MIRROR-LIVE",
            summary: "Users go on showing the identity as it was when they were linked.",
            effect: .weaken { $0.links.refreshed = [] }
        ),
        Fault(
            id: "stale-phone-in-mirror",
            requirement: "LK-A-MIRROR-LIVE",
            summary: "Users go on showing the phone number that the identity had when they were linked.",
            effect: .forgets(.phoneNumber, in: \.links.refreshed)
        ),
        Fault(
            id: "stale-mirror-of-second-user",
            requirement: "LK-A-MIRROR-LIVE",
            summary: "Only the first user of an identity shows its changes.",
            effect: .policy(\.links.refreshesEveryUser)
        ),
    ]
}
