import Timestamps

/// The values that a caller gives for an identity; nil ones are not given.
struct IdentityDraft: Sendable, Equatable {
    /// The caller's own key.
    var key: String?
    /// The e-mail address.
    var emailAddress: String?
    /// The phone number.
    var phoneNumber: String?
    /// The name.
    var fullName: String?
    /// The values that are given as null.
    var nulls: Set<ProfileValue> = []

    /// Refuses values that no identity may have: a blank key, an empty name, a phone number that is not E.164.
    ///
    /// - Parameters:
    ///   - policy: what the workspace insists on.
    ///   - needsE164: whether it insists on that form of phone numbers here.
    /// - Throws: `ModelError` that names the first such value.
    func check(_ policy: Policy, needsE164: Bool) throws(ModelError) {
        if let key, key.isEmpty || policy.refusesBlankKeys && key.allSatisfy(\.isWhitespace) {
            throw .invalidInput("String must contain at least 1 character(s)", at: ["user_identity_key"])
        }
        if let fullName, fullName.isEmpty {
            throw .invalidInput("String must contain at least 1 character(s)", at: ["full_name"])
        }
        if needsE164, let phoneNumber { try PhoneNumber.check(phoneNumber) }
    }

    /// An identity with these values.
    func identity(id: ResourceID, now: Timestamp) -> UserIdentity {
        var identity = UserIdentity(id: id, createdAt: now)
        identity.key = key
        identity.emailAddress = emailAddress
        identity.phoneNumber = phoneNumber
        identity.fullName = fullName
        return identity
    }
}

/// What an update does to each value of an identity.
struct IdentityChange: Sendable, Equatable {
    /// What becomes of the key.
    var key = Edit<String>.keep
    /// What becomes of the e-mail address.
    var emailAddress = Edit<String>.keep
    /// What becomes of the phone number.
    var phoneNumber = Edit<String>.keep
    /// What becomes of the name.
    var fullName = Edit<String>.keep

    /// What becomes of the value of that sort.
    subscript(value: ProfileValue) -> Edit<String> {
        switch value {
        case .key: key
        case .emailAddress: emailAddress
        case .phoneNumber: phoneNumber
        case .fullName: fullName
        }
    }

    /// The values that it sets.
    var values: IdentityDraft {
        IdentityDraft(
            key: key.applied(to: nil),
            emailAddress: emailAddress.applied(to: nil),
            phoneNumber: phoneNumber.applied(to: nil),
            fullName: fullName.applied(to: nil)
        )
    }
}
