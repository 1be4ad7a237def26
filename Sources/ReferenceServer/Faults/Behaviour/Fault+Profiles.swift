import SeamModel

extension Fault {
    /// Faults of linking that overwrite what either side has of its own.
    static let profiles = [
        Fault(
            id: "created-user-takes-profile",
            requirement: "LK-A-OWN",
            summary: "A user created for an identity gets the values of the identity in place of its own.",
            effect: .forgets(.userCreation, in: \.links.sparesUser)
        ),
        Fault(
            id: "matched-user-takes-profile",
            requirement: "LK-A-OWN",
            summary: "A user that matches a new identity gets the values of the identity in place of its own.",
            effect: .forgets(.identityCreation, in: \.links.sparesUser)
        ),
        Fault(
            id: "added-user-takes-profile",
            requirement: "LK-A-OWN",
            summary: "A user added to an identity gets the values of the identity in place of its own.",
            effect: .forgets(.addition, in: \.links.sparesUser)
        ),
        Fault(
            id: "identity-takes-name-of-user",
            requirement: "LK-A-OWN",
            summary: "An identity gets the name of the user that is created for it.",
            effect: .forgets(.userCreation, in: \.links.sparesIdentity)
        ),
    ]
}
