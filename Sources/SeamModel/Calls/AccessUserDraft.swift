import Timestamps

/// The values that a caller gives for a new access-system user.
struct AccessUserDraft: Sendable, Equatable {
    /// The access system.
    var systemID: ResourceID
    /// Name, e-mail address and phone number; nil ones are not given.
    var values: IdentityDraft
    /// The access groups to join; a repeated id counts once.
    var groupIDs: [ResourceID] = []
    /// The identity to link; nil for none.
    var identityID: ResourceID?
    /// When the user may enter; nil when that is not limited.
    var schedule: AccessSchedule?

    /// A user with these values, linked to nobody yet.
    func user(id: ResourceID, now: Timestamp) -> AccessUser {
        var user = AccessUser(id: id, createdAt: now, systemID: systemID)
        user.fullName = values.fullName
        user.emailAddress = values.emailAddress
        user.phoneNumber = values.phoneNumber
        user.schedule = schedule
        for groupID in groupIDs where !user.groupIDs.contains(groupID) { user.groupIDs.append(groupID) }
        return user
    }
}

/// What an update does to each value of an access-system user.
struct AccessUserChange: Sendable, Equatable {
    /// Name, e-mail address and phone number; nil ones stay as they are.
    var values = IdentityDraft()
    /// The HID system; nil stays as it is.
    var hidSystemID: ResourceID?
    /// What becomes of the schedule.
    var schedule = Edit<AccessSchedule>.keep
}
