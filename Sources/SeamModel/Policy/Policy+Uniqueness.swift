extension Policy {
    /// Values that only one identity of a workspace may have.
    public struct Uniqueness: Sendable, Hashable {
        /// The values that a creation is refused for when another identity has them (UI-UNIQ-EMAIL, -PHONE, -KEY).
        public var checkedOnCreation = ProfileValue.unique
        /// Whether the other values are also looked at when a key is given (UI-UNIQ-EMAIL, -PHONE).
        public var looksBesideKey = true
        /// The values that an update is refused for when another identity has them (UI-UNIQ-UPD).
        public var checkedOnUpdate = ProfileValue.unique
        /// The values that an identity may be given again that has them already (UI-UNIQ-UPD-SELF).
        public var ownedByHolder = ProfileValue.unique
        /// The values that are free after an update to null (UI-UNIQ-FREE-UPD).
        public var freedByClearing = ProfileValue.unique
        /// The values that are free after an update to another one (UI-UNIQ-FREE-UPD).
        public var freedByChange = ProfileValue.unique
        /// The values that are free after their holder is deleted (UI-UNIQ-FREE-DEL).
        public var freedByDeletion = ProfileValue.unique
        /// The values that any number of identities may have as an explicit null (UI-UNIQ-NULLS).
        public var manyNulls = Set(ProfileValue.allCases)
        /// Whether two identities may have one name (UI-UNIQ-NAME).
        public var sharesNames = true
        /// Whether a key is held against keys alone, and not against e-mail addresses (UI-UNIQ-INDEP).
        public var comparesWithinField = true
    }
}
