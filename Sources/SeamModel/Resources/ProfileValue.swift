/// A value that describes a person, by the parameter that sets it.
public enum ProfileValue: String, Sendable, CaseIterable {
    /// The caller's own key.
    case key = "user_identity_key"
    /// The e-mail address.
    case emailAddress = "email_address"
    /// The phone number.
    case phoneNumber = "phone_number"
    /// The name.
    case fullName = "full_name"

    /// The values that only one identity may have.
    public static let unique: Set<ProfileValue> = [.key, .emailAddress, .phoneNumber]
    /// The values that access-system users have too.
    public static let ofUsers: Set<ProfileValue> = [.emailAddress, .phoneNumber, .fullName]
}

extension UserIdentity {
    /// The value of that sort; nil when there is none.
    subscript(value: ProfileValue) -> String? {
        get { self[keyPath: Self.place(of: value)] }
        set { self[keyPath: Self.place(of: value)] = newValue }
    }

    /// Where the value of that sort is.
    private static func place(of value: ProfileValue) -> WritableKeyPath<UserIdentity, String?> {
        switch value {
        case .key: \.key
        case .emailAddress: \.emailAddress
        case .phoneNumber: \.phoneNumber
        case .fullName: \.fullName
        }
    }
}

extension IdentityDraft {
    /// The value of that sort; nil when it is not given.
    subscript(value: ProfileValue) -> String? {
        get { self[keyPath: Self.place(of: value)] }
        set { self[keyPath: Self.place(of: value)] = newValue }
    }

    /// Where the value of that sort is.
    private static func place(of value: ProfileValue) -> WritableKeyPath<IdentityDraft, String?> {
        switch value {
        case .key: \.key
        case .emailAddress: \.emailAddress
        case .phoneNumber: \.phoneNumber
        case .fullName: \.fullName
        }
    }
}

extension AccessUser {
    /// The user's own value of that sort; nil when there is none, as there never is a key.
    subscript(value: ProfileValue) -> String? {
        get { Self.place(of: value).flatMap { self[keyPath: $0] } }
        set { if let place = Self.place(of: value) { self[keyPath: place] = newValue } }
    }

    /// Where the value of that sort is; nil when users have none.
    private static func place(of value: ProfileValue) -> WritableKeyPath<AccessUser, String?>? {
        switch value {
        case .key: nil
        case .emailAddress: \.emailAddress
        case .phoneNumber: \.phoneNumber
        case .fullName: \.fullName
        }
    }
}
