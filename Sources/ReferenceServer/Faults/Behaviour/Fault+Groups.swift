import SeamModel

extension Fault {
    /// Faults of membership in access groups.
    static let groups = [
        Fault(
            id: "user-addition-to-group-lost",
            requirement: "AG-ADD",
            summary: "Adding to an access group by PUT, by way of the user, is answered and never done.",
            effect: .loses("acs.users.add_to_access_group", by: "PUT")
        ),
        Fault(
            id: "group-addition-lost",
            requirement: "AG-ADD",
            summary: "Adding a user by way of the access group is answered and never done.",
            effect: .loses("acs.access_groups.add_user", asked: ["acs_user_id": .present])
        ),
        Fault(
            id: "group-repeat-refused",
            requirement: "AG-ADD-REPEAT",
            summary: "Adding a member to its access group again is refused.",
            effect: .policy(\.groups.acceptsRepetition)
        ),
        Fault(
            id: "member-listed-twice",
            requirement: "AG-ADD-REPEAT",
            summary: "A member that is added again is listed twice.",
            effect: .policy(\.groups.listsMembersOnce)
        ),
        Fault(
            id: "unknown-user-joins",
            requirement: "AG-ADD-404",
            summary: "Adding an unknown user by way of the access group is answered as if it had been done.",
            effect: .accepts(unknownIn: "acs.access_groups.add_user")
        ),
        Fault(
            id: "unknown-group-joined",
            requirement: "AG-ADD-404",
            summary: "Adding a user to an unknown access group is answered as if it had been done.",
            effect: .accepts(unknownIn: "acs.users.add_to_access_group")
        ),
        Fault(
            id: "group-takes-other-system",
            requirement: "AG-ADD-CROSS",
            summary: "A user of another access system may be added to an access group.",
            effect: .policy(\.groups.refusesOtherSystems)
        ),
        Fault(
            id: "user-removal-from-group-lost",
            requirement: "AG-REM",
            summary: "Removing from an access group by way of the user is answered and never done.",
            effect: .loses("acs.users.remove_from_access_group", asked: ["acs_user_id": .present])
        ),
        Fault(
            id: "group-removal-lost",
            requirement: "AG-REM",
            summary: "Removing a user by way of the access group is answered and never done.",
            effect: .loses("acs.access_groups.remove_user", asked: ["acs_user_id": .present])
        ),
        Fault(
            id: "leaves-every-group",
            requirement: "AG-REM",
            summary: "A user that is taken out of one access group is taken out of all.",
            effect: .policy(\.groups.keepsOtherGroups)
        ),
        Fault(
            id: "leaving-deletes-user",
            requirement: "AG-REM",
            summary: "A user that is taken out of an access group is deleted.",
            effect: .policy(\.groups.keepsUser)
        ),
        Fault(
            id: "leaving-empties-group",
            requirement: "AG-REM",
            summary: "Taking one user out of an access group takes out all.",
            effect: .policy(\.groups.keepsOtherMembers)
        ),
        Fault(
            id: "stranger-empties-group",
            requirement: "AG-REM-REPEAT",
            summary: "Taking out of an access group somebody who is not in it takes out all.",
            effect: .policy(\.groups.sparesMembersForStrangers)
        ),
        Fault(
            id: "leaving-not-by-identity",
            requirement: "AG-REM-UI",
            summary: "An identity does not stand for its user when one is taken out of an access group.",
            effect: .policy(\.groups.findsMembersByIdentity)
        ),
        Fault(
            id: "identity-does-not-join",
            requirement: "LK-GROUP-UI",
            summary: "An identity added to an access group comes to a user that does not join it.",
            effect: .policy(\.groups.joinsUserOfIdentity)
        ),
        Fault(
            id: "group-ignores-matches",
            requirement: "LK-GROUP-UI",
            summary: "An identity added to an access group gets a new user though one matches.",
            effect: .policy(\.groups.matchesUsers)
        ),
        Fault(
            id: "group-makes-nobody",
            requirement: "LK-GROUP-UI-NEW",
            summary: "An identity that nobody matches is refused when it is added to an access group.",
            effect: .policy(\.groups.makesUsers)
        ),
        Fault(
            id: "group-takes-both",
            requirement: "LK-GROUP-XOR",
            summary: "Naming both a user and an identity adds the user to an access group.",
            effect: .tolerates("", "oneOf", of: "acs.access_groups.add_user"),
            .policy(\.groups.refusesBoth)
        ),
        Fault(
            id: "groups-of-any-user",
            requirement: "AG-LIST",
            summary: "The list of access groups ignores the user that it is asked for by GET.",
            effect: .misreads(.drop("acs_user_id"), of: "acs.access_groups.list", by: "GET")
        ),
        Fault(
            id: "groups-of-any-identity",
            requirement: "AG-LIST",
            summary: "The list of access groups ignores the identity that it is asked for.",
            effect: .misreads(.drop("user_identity_id"), of: "acs.access_groups.list")
        ),
        Fault(
            id: "groups-of-any-system",
            requirement: "AG-LIST",
            summary: "The list of access groups ignores the access system that it is asked for.",
            effect: .misreads(.drop("acs_system_id"), of: "acs.access_groups.list")
        ),
        Fault(
            id: "groups-of-any-name",
            requirement: "AG-LIST",
            summary: "The list of access groups ignores the search.",
            effect: .misreads(.drop("search"), of: "acs.access_groups.list")
        ),
    ]
}
