extension Policy {
    /// The life of access-system users: what creating, changing, suspending and deleting them does.
    public struct AccessUsers: Sendable, Hashable {
        // MARK: Creating

        /// Whether an unknown access system is refused, and not replaced by the first (AU-SYS-404).
        public var refusesUnknownSystem = true
        /// Whether an unknown access group is refused, and not passed over (AU-GROUP-404).
        public var refusesUnknownGroup = true
        /// Whether a creation refused for an unknown access group leaves no user behind (AU-GROUP-404).
        public var createsAllOrNothing = true
        /// Whether an access group of another system is refused (AU-GROUP-SYS).
        public var checksSystemOfGroups = true
        /// Whether a new user joins the access groups named (AU-GROUP-JOIN).
        public var joinsGroups = true
        /// Whether a new user joins all of the access groups named, and not only the first (AU-GROUP-JOIN).
        public var joinsEveryGroup = true

        // MARK: Reading

        /// Whether an unknown id finds nothing, and not the first user (AU-GET-404).
        public var refusesUnknownID = true

        // MARK: Changing

        /// The values that an update changes (AU-UPD-PARTIAL, AU-UPD-EMAIL).
        public var updated = ProfileValue.ofUsers
        /// The values that an update keeps when it is not given them (AU-UPD-PARTIAL).
        public var keepsOmitted = ProfileValue.ofUsers
        /// Whether an update of the e-mail address changes its deprecated double too (AU-UPD-EMAIL).
        public var updatesDeprecatedEmail = true
        /// Whether an update of the e-mail address changes more than its deprecated double (AU-UPD-EMAIL).
        public var updatesEmailAddress = true
        /// The values of its identity that an update of a user leaves alone (AU-UPD-ISOLATED).
        public var sparesIdentity = ProfileValue.ofUsers
        /// Whether an update leaves a suspended user suspended (AU-UPD-PARTIAL).
        public var keepsSuspension = true
        /// Whether an update keeps the time of creation (AU-UPD-IMMUT).
        public var keepsCreationTime = true

        // MARK: Suspending

        /// Whether a suspended user may be suspended again (AU-SUSP-REPEAT).
        public var suspendsAgain = true
        /// Whether an active user may be unsuspended (AU-SUSP-REPEAT).
        public var unsuspendsAgain = true
        /// Whether suspending sets the state, and does not turn it over (AU-SUSP-REPEAT).
        public var setsState = true
        /// Whether a suspended user keeps its identity (AU-SUSP-KEEP).
        public var keepsIdentityWhenSuspended = true
        /// Whether a suspended user keeps its access groups (AU-SUSP-KEEP).
        public var keepsGroupsWhenSuspended = true
        /// Whether a suspended user keeps its schedule (AU-SUSP-KEEP).
        public var keepsScheduleWhenSuspended = true

        // MARK: Deleting

        /// Where a deleted user is no longer found (AU-DEL, AU-DEL-LIST).
        public var forgottenBy = Set(Look.allCases)
        /// Whether a second deletion of a user is refused (AU-DEL-TWICE).
        public var deletesOnce = true
        /// Whether the identity of a deleted user stays (AU-DEL-KEEP-UI).
        public var keepsIdentity = true
        /// Whether the identity stays when its last user is deleted (AU-DEL-KEEP-UI).
        public var keepsIdentityOfLastUser = true
        /// Whether a second creation of a deleted user makes a new one, and not the old one again (AU-DEL-RECREATE).
        public var givesNewIDs = true
        /// Whether the e-mail address of a deleted user may be used again (AU-DEL-RECREATE).
        public var freesEmail = true

        // MARK: Naming users

        /// Whether an identity and an access system name the user there, and not its first one anywhere (LK-PAIR).
        public var heedsSystemOfPair = true
        /// Whether deleting by an identity and an access system deletes the user there alone (AU-DEL-PAIR).
        public var deletesOneOfPair = true
        /// Whether an identity and an access system without a link name nobody (LK-PAIR-404).
        public var refusesUnlinkedPair = true
        /// Whether an identity alone names nobody (LK-PAIR-NEEDS-SYS).
        public var needsSystemOfPair = true

        /// A way of finding users.
        public enum Look: Sendable, CaseIterable {
            /// By id.
            case byID
            /// In the list of users.
            case list
            /// In the list of a group's users.
            case group
            /// Among the ids of its identity's users.
            case identity
        }
    }
}
