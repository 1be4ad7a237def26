public import Timestamps

/// An access system (`acs_system`); it is synced from a vendor, so that no call creates or changes one.
public struct AccessSystem: Resource {
    /// The id.
    public let id: ResourceID
    /// When it was connected.
    public let createdAt: Timestamp
    /// The account that it was connected with.
    public let connectedAccountID: ResourceID
    /// The name.
    public let name: String
    /// The time zone of the building, such as `Europe/Berlin`.
    public let timeZone: String
    /// Whose system it is.
    public let vendor: Vendor

    /// The maker of an access system, with the names that its resources bear.
    public struct Vendor: Sendable, Hashable {
        /// The sort of system, such as `salto_space_system`, and what to call it.
        public let system: ExternalType
        /// The sort of user.
        public let user: ExternalType
        /// The sort of access group.
        public let group: ExternalType
    }

    /// A sort of resource in the vendor's system.
    public struct ExternalType: Sendable, Hashable {
        /// The word of the API, such as `salto_space_user`.
        public let name: String
        /// The words for people.
        public let displayName: String
    }
}

extension AccessSystem.Vendor {
    /// Salto ProAccess Space.
    static let saltoSpace = AccessSystem.Vendor(
        system: .init(name: "salto_space_system", displayName: "Salto Space system"),
        user: .init(name: "salto_space_user", displayName: "Salto Space user"),
        group: .init(name: "salto_space_group", displayName: "Salto Space group")
    )

    /// Brivo.
    static let brivo = AccessSystem.Vendor(
        system: .init(name: "brivo_account", displayName: "Brivo account"),
        user: .init(name: "brivo_user", displayName: "Brivo user"),
        group: .init(name: "brivo_group", displayName: "Brivo group")
    )
}
