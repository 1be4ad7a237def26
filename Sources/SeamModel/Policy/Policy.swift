/// What a workspace insists on: every switch is on and every set of exceptions empty in a correct one, and each
/// deliberate breach turns one off.
///
/// A new switch goes into the group of what it concerns, is asked at the one place that keeps the rule, and is named in
/// the fault catalogue of the reference server with the requirement it breaks.
public struct Policy: Sendable, Hashable {
    // MARK: Form of values

    /// Whether phone numbers of identities must be written as E.164 (UI-V-PHONE-E164).
    public var enforcesPhoneFormat = true
    /// Whether phone numbers of access-system users must be written as E.164 (AU-V-PHONE-E164).
    public var enforcesPhoneFormatOfUsers = true
    /// Whether a key of white space alone is refused (UI-V-KEY-BLANK).
    public var refusesBlankKeys = true
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

    // MARK: Behaviour

    /// Values that only one identity may have.
    public var uniqueness = Uniqueness()
    /// The life of identities.
    public var identities = Identities()
    /// The life of access-system users.
    public var accessUsers = AccessUsers()
    /// Links between identities and access-system users.
    public var links = Links()
    /// Adding users to identities, and removing them.
    public var additions = Additions()
    /// Lists and their pages.
    public var lists = Lists()
    /// Membership in access groups.
    public var groups = Groups()
    /// Merging identities.
    public var merging = Merging()
    /// What workspaces keep from each other.
    public var isolation = Isolation()

    /// A policy with every switch on.
    public init() {}
}
