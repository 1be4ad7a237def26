extension Policy {
    /// Merging identities.
    public struct Merging: Sendable, Hashable {
        /// Whether the ids of merged identities lead to the primary (MG-IDS).
        public var resolvesIDs = true
        /// Whether the keys of merged identities lead to the primary (MG-KEYS).
        public var resolvesKeys = true
        /// Whether the primary lists the ids of merged identities (MG-LISTED).
        public var listsIDs = true
        /// Whether the primary lists the keys of merged identities (MG-LISTED).
        public var listsKeys = true
        /// The values that the primary takes when it has none (MG-FILL).
        public var filled: Set<ProfileValue> = [.emailAddress, .phoneNumber]
        /// Whether the primary keeps the values that it has (MG-FILL).
        public var keepsOwnValues = true
        /// Whether merged identities are in no list (MG-GONE).
        public var unlistsMerged = true
        /// Whether the users of merged identities go to the primary (MG-MOVE-AU).
        public var movesUsers = true
        /// Whether the users of each of several merged identities go there, and not only those of the first (MG-MOVE-AU).
        public var movesUsersOfEvery = true
        /// Whether users that go to the primary name it (MG-MOVE-AU).
        public var renamesOwner = true
        /// Whether the client sessions of merged identities go to the primary (MG-MOVE-AU).
        public var movesSessions = true
        /// Whether the client sessions of each of several go there, and not only those of the first (MG-MOVE-AU).
        public var movesSessionsOfEvery = true
        /// Whether all identities of a merge are merged, and not only the first (MG-IDS).
        public var mergesEvery = true
        /// Whether a merge that was made before is accepted (MG-REPEAT).
        public var acceptsRepetition = true
        /// Whether an unknown identity to merge is refused, and not passed over (MG-404).
        public var refusesUnknown = true
        /// Whether a merge refused for an unknown identity merges none of the others (MG-404).
        public var mergesAllOrNothing = true
    }
}
