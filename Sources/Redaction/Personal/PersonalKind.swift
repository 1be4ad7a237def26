/// The sorts of personal data.
package enum PersonalKind: String, Sendable, Equatable, CaseIterable {
    /// An e-mail address, a telephone number, the name of a person.
    case email, phone, name

    /// Its place among all kinds.
    var index: Int {
        switch self {
        case .email: 0
        case .phone: 1
        case .name: 2
        }
    }

    /// Properties that are called so hold it.
    var names: [String] {
        switch self {
        case .email: ["email", "mail"]
        case .phone: ["phone", "mobile", "tel"]
        case .name:
            [
                "displayname", "preferredname", "nickname", "surname", "legalname", "holdername", "cardholdername",
            ]
        }
    }

    /// Properties whose names end so hold it.
    var endings: [String] {
        switch self {
        case .email: ["emailaddress"]
        case .phone: ["phonenumber", "telephone", "mobilenumber"]
        case .name: ["fullname", "firstname", "lastname", "givenname", "familyname", "middlename"]
        }
    }
}
