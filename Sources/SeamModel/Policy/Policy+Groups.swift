extension Policy {
    /// Membership in access groups.
    public struct Groups: Sendable, Hashable {
        /// Whether a repeated addition is accepted (AG-ADD-REPEAT).
        public var acceptsRepetition = true
        /// Whether a member is listed once, however often it was added (AG-ADD-REPEAT, CC-GROUP-RACE).
        public var listsMembersOnce = true
        /// Whether a user of another access system is refused (AG-ADD-CROSS).
        public var refusesOtherSystems = true
        /// Whether a removed member stays in its other groups (AG-REM).
        public var keepsOtherGroups = true
        /// Whether a removed member goes on as a user (AG-REM).
        public var keepsUser = true
        /// Whether the other members stay when one is removed (AG-REM).
        public var keepsOtherMembers = true
        /// Whether the members stay when somebody who is none is removed (AG-REM-REPEAT).
        public var sparesMembersForStrangers = true
        /// Whether a member may be named by its identity (AG-REM-UI).
        public var findsMembersByIdentity = true
        /// Whether the user found or made for an identity joins the group (LK-GROUP-UI).
        public var joinsUserOfIdentity = true
        /// Whether a user that matches the identity is found (LK-GROUP-UI).
        public var matchesUsers = true
        /// Whether a user is made for an identity that matches nobody (LK-GROUP-UI-NEW).
        public var makesUsers = true
        /// Whether naming both a user and an identity is refused (LK-GROUP-XOR).
        public var refusesBoth = true
    }
}
