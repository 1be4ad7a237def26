extension Policy {
    /// Adding access-system users to identities, and removing them.
    public struct Additions: Sendable, Hashable {
        // MARK: Adding

        /// Whether a repeated addition is accepted (LK-ADD-REPEAT).
        public var acceptsRepetition = true
        /// Whether a repeated addition lists the user no second time (LK-ADD-REPEAT).
        public var listsOnce = true
        /// Whether a user of another identity is refused (LK-ADD-STOLEN, CC-LINK-SAME).
        public var refusesLinkedUsers = true
        /// Whether a user of another access system is accepted (LK-ADD-OTHER-SYS).
        public var acceptsOtherSystems = true
        /// Whether an identity is found by its key (LK-ADD-BYKEY, CC-ADDKEY-RACE).
        public var findsKeys = true
        /// Whether a key that nobody has makes an identity (LK-ADD-BYKEY-NEW).
        public var makesIdentities = true
        /// Whether the identity made for a key gets the key (LK-ADD-BYKEY-NEW).
        public var keepsKey = true
        /// The values of the user that the identity made for a key has (LK-ADD-BYKEY-COPY).
        public var copied = ProfileValue.ofUsers
        /// Whether an unknown id is refused, and makes no identity (LK-ADD-UI-404).
        public var refusesUnknownIdentity = true
        /// Whether an unknown user leaves no identity with the key behind (LK-ADD-AU-404).
        public var addsAllOrNothing = true
        /// Whether naming no identity is refused (LK-ADD-NEITHER).
        public var needsIdentity = true
        /// Whether an identity that gets a user keeps the time of its creation (UI-ID-IMMUT).
        public var keepsCreationTime = true

        // MARK: Removing

        /// Whether a removed user names the identity no more (LK-REM).
        public var clearsUser = true
        /// Whether the identity lists a removed user no more (LK-REM).
        public var clearsIdentity = true
        /// Whether a removed user stays (LK-REM-KEEP).
        public var keepsUser = true
        /// Whether an identity without users stays (LK-REM-KEEP).
        public var keepsIdentity = true
        /// Whether an identity that loses a user keeps the time of its creation (UI-ID-IMMUT).
        public var keepsCreationTimeWhenLeft = true
        /// Whether a user is removed from no identity but its own (LK-REM-NOTLINKED).
        public var sparesOthers = true
        /// Whether a removed user may come back to the identity (LK-REM-READD).
        public var acceptsReturn = true
        /// Whether a removed user may go to another identity (LK-REM-READD).
        public var releasesUser = true
    }
}
