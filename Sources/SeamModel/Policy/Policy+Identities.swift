extension Policy {
    /// The life of identities: what creating, reading, changing and deleting them does.
    public struct Identities: Sendable, Hashable {
        // MARK: Creating

        /// Whether a creation refused for an unknown access system leaves no identity behind (UI-V-ATOMIC).
        public var createsAllOrNothing = true
        /// Whether an unknown access system is refused, and not passed over (UI-V-ACSIDS-UNKNOWN).
        public var refusesUnknownSystems = true
        /// Whether a creation refused for a value that is taken leaves no identity behind (UI-V-ATOMIC).
        public var leavesNoGhost = true
        /// Whether a creation refused for a value that is taken leaves the holder of the value alone (UI-V-ATOMIC).
        public var sparesHolder = true
        /// Whether a creation refused for a value that is taken makes no access-system users (UI-UNIQ-NO-SIDE).
        public var makesNoUsersWhenRefused = true
        /// Whether such a refusal makes no users in access systems where nobody matches (UI-UNIQ-NO-SIDE).
        public var makesNoStrangersWhenRefused = true
        /// Whether a creation refused for a value that is taken links no access-system users (UI-UNIQ-NO-SIDE).
        public var linksNobodyWhenRefused = true
        /// Whether a creation that repeats another word by word is refused, and not answered like it (ID-POST-TWICE).
        public var refusesRepetition = true

        // MARK: Reading

        /// Whether an unknown id finds nothing, and not the first identity (UI-GET-404).
        public var refusesUnknownID = true
        /// Whether reading by an unknown key makes no identity (UI-GET-KEY-404).
        public var readsOnly = true
        /// Whether a part of a key finds nothing (UI-GET-KEY-EXACT).
        public var findsKeysWhole = true

        // MARK: Changing

        /// Whether an update refused for a value that is taken changes nothing (UI-UNIQ-UPD).
        public var updatesAllOrNothing = true
        /// Whether an update of an unknown id makes no identity (UI-UPD-404).
        public var createsByCreationOnly = true
        /// Whether the displayed name follows the name (UI-DISPLAY-UPDATE).
        public var updatesDisplayName = true
        /// Whether an update keeps the time of creation (UI-ID-IMMUT).
        public var keepsCreationTime = true

        // MARK: Deleting

        /// Where a deleted identity is no longer found (UI-DEL, UI-DEL-LIST).
        public var forgottenBy = Set(Look.allCases)
        /// Whether a second deletion of an identity is refused (UI-DEL-TWICE).
        public var deletesOnce = true
        /// Whether deleting an identity deletes its users (UI-DEL-AU).
        public var deletesUsers = true
        /// Whether it deletes all of them, and not only the first (UI-DEL-AU).
        public var deletesEveryUser = true
        /// Whether it ends the identity's client sessions (UI-DEL-CS).
        public var endsSessions = true
        /// Whether an identity with users can be deleted (UI-DEL-NOBLOCK).
        public var deletesWithoutCleanUp = true
        /// Whether users that were unlinked before stay (UI-DEL-UNLINKED).
        public var sparesUnlinkedUsers = true
        /// Whether users of others with the identity's name stay (UI-DEL-NO-CROSS).
        public var sparesUsersOfSameName = true
        /// Whether users of others with the identity's e-mail address stay (UI-DEL-NO-CROSS).
        public var sparesUsersOfSameEmail = true
        /// Whether other identities of the same name stay (UI-DEL-NO-CROSS).
        public var sparesNamesakes = true

        /// A way of finding identities.
        public enum Look: Sendable, CaseIterable {
            /// By id.
            case byID
            /// By key.
            case byKey
            /// In a list.
            case list
        }
    }
}
