/// What a workspace insists on: every switch is on in a correct one, and each deliberate breach turns one off.
///
/// A new switch goes into the group of the resource that it concerns, is on from the start, is asked at the one place
/// that keeps the rule, and is named in the fault catalogue of the reference server with the requirement it breaks.
public struct Policy: Sendable, Hashable {
    // MARK: User identities: values

    /// Whether a second identity with the same e-mail address is refused (UI-UNIQ-EMAIL).
    public var enforcesUniqueEmail = true
    /// Whether a second identity with the same phone number is refused (UI-UNIQ-PHONE).
    public var enforcesUniquePhone = true
    /// Whether a second identity with the same key is refused (UI-UNIQ-KEY).
    public var enforcesUniqueKey = true
    /// Whether phone numbers of identities must be written as E.164 (UI-V-PHONE-E164).
    public var enforcesPhoneFormat = true
    /// Whether phone numbers of access-system users must be written as E.164 (AU-V-PHONE-E164).
    public var enforcesPhoneFormatOfUsers = true
    /// Whether a key of white space alone is refused (UI-V-KEY-BLANK).
    public var refusesBlankKeys = true
    /// Whether a refused creation leaves nothing behind (UI-V-ATOMIC).
    public var createsAllOrNothing = true

    // MARK: Links between identities and access-system users

    /// Whether a user with the identity's e-mail address is linked instead of making one (LK-C-EMAIL).
    public var linksByEmail = true
    /// Whether a user with the identity's phone number is linked instead of making one (LK-C-PHONE).
    public var linksByPhone = true
    /// Whether the identity lists the users linked to it (LK-SYMMETRY).
    public var listsLinksOnIdentity = true
    /// Whether a second user of one access system is refused for an identity (LK-ONE-PER-SYS).
    public var enforcesOneUserPerSystem = true
    /// Whether users show the identity's new values after it changes (LK-A-MIRROR-LIVE).
    public var refreshesMirrors = true

    // MARK: Access-system users

    /// Whether an end before the start is refused (AS-ORDER).
    public var enforcesScheduleOrder = true
    /// Whether an end in the past is refused (AS-PAST).
    public var enforcesScheduleEndInFuture = true
    /// Whether an end that is the start is refused (AS-ORDER).
    public var refusesSchedulesOfNoLength = true
    /// Whether a start in the past is accepted (AS-START-PAST).
    public var acceptsScheduleStartInPast = true
    /// Whether a deleted client session opens nothing (AUTH-CST-EXPIRED).
    public var endsDeletedSessions = true
    /// Whether deleting an identity deletes its users (UI-DEL-AU).
    public var deletesUsersOfIdentity = true

    // MARK: Listing

    /// Whether a cursor is bound to the parameters that it was made for (LS-CURSOR-PARAMS).
    public var bindsCursorsToParameters = true

    /// A policy with every switch on.
    public init() {}
}
