extension Policy.Links {
    /// A way in which identity and user come to be linked.
    public enum Way: Sendable, CaseIterable {
        /// The identity was created with access systems.
        case identityCreation
        /// The user was created for the identity.
        case userCreation
        /// The user was added to the identity with an id.
        case addition
        /// The user was added to the identity that has a key.
        case additionByKey
        /// The user was added to a key that nobody had.
        case additionByNewKey
        /// The identity was put into an access group, or let through an entrance, of the access system.
        case access
        /// The identity that had the user was merged into this one.
        case merge
    }
}
