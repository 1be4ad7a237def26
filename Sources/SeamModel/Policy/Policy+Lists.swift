extension Policy {
    /// Lists, their pages and their filters.
    public struct Lists: Sendable, Hashable {
        // MARK: Pages

        /// Whether a page has no more rows than the limit (LS-LIMIT).
        public var countsRowsExactly = true
        /// How many rows a page has when the call does not say; nil stands for what the contract says
        /// (LS-LIMIT-DEFAULT).
        public var standardLimit: Int?
        /// Whether a page starts behind the last row of the one before it (LS-WALK).
        public var repeatsNoRow = true
        /// Whether a page starts with the next row (LS-WALK).
        public var losesNoRow = true
        /// Whether the cursor leads on from the page that it came with (LS-WALK).
        public var movesOn = true
        /// Whether a full page that holds the last row says that it is the last (LS-EXACT).
        public var endsOnLastRow = true
        /// Whether an empty list says that there is no more (LS-EMPTY).
        public var endsWhenEmpty = true
        /// Whether a row is listed from its creation on (LS-READ-WRITES).
        public var showsNewRows = true
        /// Whether the order is the same each time (LS-ORDER).
        public var keepsOrder = true

        // MARK: Cursors

        /// Whether a cursor is bound to the parameters that it was made for (LS-CURSOR-PARAMS).
        public var bindsCursors = true
        /// Whether a made-up cursor is refused, and not read as the first page (LS-CURSOR-BAD).
        public var refusesMadeUpCursors = true
        /// Whether a cursor names a row, and does not count the rows before it (LS-DELETE).
        public var anchorsCursors = true
        /// Whether a cursor goes on working when its row is deleted (LS-DELETE).
        public var outlivesAnchor = true
        /// Whether a cursor whose row is deleted goes on behind it, and not from the beginning (LS-DELETE).
        public var keepsPlaceOfAnchor = true
        /// Whether new rows come behind all others, and not before the rows that a cursor counts (LS-INSERT).
        public var appendsRows = true

        // MARK: Filters

        /// Whether `created_before` leaves out what was created at that very time (LS-BEFORE).
        public var isStrictlyBefore = true
        /// Whether ids behind one that nobody has are looked for too (LS-IDS).
        public var looksBehindUnknownIDs = true
        /// What a search of identities finds by any part of it (LS-SEARCH-UI).
        public var foundByPartsOfIdentities: Set<Searched> = [.fullName, .phoneNumber, .emailAddress, .id]
        /// What a search of users finds by any part of it (LS-SEARCH-AU).
        public var foundByPartsOfUsers = Set(Searched.allCases)
        /// Whether a search finds a text anywhere in a value, and not only at its beginning (LS-SEARCH-UI).
        public var searchesInside = true
        /// The filters that list nobody when no identity has what they name (LS-FILTER-UI-NONE).
        public var emptyWhenUnknown = Set(IdentityFilter.allCases)
        /// The filters that look at the identity's value alone, and not at the user's own (LS-FILTER-EMAIL).
        public var filtersByIdentity: Set<IdentityFilter> = [.emailAddress, .phoneNumber]
        /// The filters that null makes list the users whose identity has no value (LS-FILTER-NULL).
        public var findsMissing: Set<IdentityFilter> = [.emailAddress, .phoneNumber]
        /// Whether null leaves out users without an identity (LS-FILTER-NULL).
        public var needsIdentity = true
        /// Whether several filters hold together (LS-FILTER-AND).
        public var combinesFilters = true

        /// What a search looks at.
        public enum Searched: Sendable, CaseIterable {
            /// The own name, phone number, e-mail address and id.
            case fullName, phoneNumber, emailAddress, id
            /// Id, name and phone number of a user's identity.
            case identityID, identityFullName, identityPhoneNumber
        }

        /// A filter of users by their identity.
        public enum IdentityFilter: Sendable, CaseIterable {
            /// By its id, its e-mail address, its phone number.
            case id, emailAddress, phoneNumber
        }
    }
}
