extension Policy {
    /// Links between identities and access-system users.
    public struct Links: Sendable, Hashable {
        // MARK: Both sides

        /// The ways of linking after which the identity lists the user (LK-SYMMETRY, LK-A-IDS, LK-ADD).
        public var listedByIdentity = Set(Way.allCases)
        /// The ways of linking after which the user names the identity (LK-SYMMETRY, LK-C-NEW, LK-ADD).
        public var namedByUser = Set(Way.allCases)
        /// The ways of linking that refuse a second user of one access system for an identity (LK-ONE-PER-SYS,
        /// LK-A-SECOND, LK-ADD-SAME-SYS).
        public var oneUserPerSystem = Set(Way.allCases)
        /// Whether the answer to a creation lists the users that it has linked (LK-C-IDS).
        public var answersWithLinks = true
        /// Whether the list of an identity's users holds each once (LK-LIST-USERS).
        public var listsUsersOnce = true
        /// Whether the list of an identity's users holds suspended ones (LK-LIST-USERS).
        public var listsSuspendedUsers = true
        /// Whether the list of an identity's access systems holds no others (LK-LIST-SYSTEMS).
        public var listsOwnSystemsOnly = true
        /// Whether the list of an identity's access systems holds all of them (LK-LIST-SYSTEMS).
        public var listsEverySystem = true

        // MARK: Mirrors

        /// The values of an identity that its users show (LK-A-MIRROR).
        public var mirrored = ProfileValue.ofUsers
        /// Whether they show the identity's values, and not their own under those names (LK-A-MIRROR).
        public var mirrorsIdentity = true
        /// Whether a value that the identity lacks is shown as none, and not as an empty text (LK-A-MIRROR-NULL).
        public var mirrorsNothingAsNull = true
        /// The values whose changes users show (LK-A-MIRROR-LIVE).
        public var refreshed = ProfileValue.ofUsers
        /// Whether all users of the identity show its changes, and not only the first (LK-A-MIRROR-LIVE).
        public var refreshesEveryUser = true
        /// The ways of linking after which the user keeps its own values (LK-A-OWN).
        public var sparesUser = Set(Way.allCases)
        /// The ways of linking after which the identity keeps its own values (LK-A-OWN).
        public var sparesIdentity = Set(Way.allCases)

        // MARK: Matching

        /// Whether a user with the identity's e-mail address is linked instead of making one (LK-C-EMAIL).
        public var matchesByEmail = true
        /// Whether a user with the identity's phone number is linked instead of making one (LK-C-PHONE).
        public var matchesByPhone = true
        /// Whether only users of the access system itself match (LK-C-SCOPE).
        public var matchesWithinSystem = true
        /// Whether a user with nothing but the identity's name does not match (LK-C-NAME-ONLY).
        public var ignoresNames = true
        /// Whether lacking an e-mail address and phone number is nothing to match by (LK-C-NO-CONTACT).
        public var ignoresMissingValues = true
        /// Whether an identity that names no access system is linked to nobody (LK-C-SCOPE).
        public var linksOnlyWhenAsked = true
        /// Whether a user is made where nobody matches (LK-C-NEW).
        public var makesUsers = true
        /// Whether a user that is made for an identity names it (LK-C-NEW).
        public var namesIdentityOnMadeUsers = true
        /// Whether nobody is made beside a user that matches (LK-C-COUNT).
        public var makesNobodyBesideMatch = true
        /// Whether the access systems behind the first are looked at (LK-C-MULTI).
        public var looksAtEverySystem = true
        /// Whether users are made in the others when one access system has a match (LK-C-MULTI).
        public var makesUsersBesideMatches = true
        /// The values of the identity that a user made for it has (LK-C-COPY).
        public var copied = ProfileValue.ofUsers
        /// Whether an access system that is named twice gives one user (UI-V-ACSIDS-DUP).
        public var countsSystemsOnce = true

        /// Users that were found to match before; nobody looks again whether they are free (CC-LINK-SAME).
        public var foreseenMatches: [ResourceID] = []
        /// Ids that were drawn for new users before; nobody looks again whether they are free (CC-LINK-RACE).
        public var foreseenIDs: [ResourceID] = []

        // MARK: Linking from the user

        /// Whether an unknown identity is refused, and not passed over (LK-A-404).
        public var refusesUnknownIdentity = true
        /// Whether a creation refused for an unknown identity leaves no user behind (LK-A-404).
        public var createsAllOrNothing = true
        /// Whether a user for nobody is not linked to an identity with its e-mail address (LK-A-NONE).
        public var matchesNoIdentity = true
        /// Whether no identity is made for a user for nobody (LK-A-NONE).
        public var makesNoIdentity = true
    }
}
