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
}
