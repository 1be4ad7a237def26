/// What the name of a property, a parameter, a header field or an attribute says of its value.
package enum NamedSecret: Sendable, Equatable {
    /// The value is a secret: a token, a password, a key.
    case secret
    /// The value opens a door: a PIN or a code.
    case code
    /// The value can be such a code, when it looks like one.
    case possibleCode
    /// The value is a secret where it is a parameter of a URL.
    case parameter
    /// The value is a secret when it is a list of texts.
    case list
    /// The value is personal data.
    case personal(PersonalKind)
}

/// The names of what is secret or personal, wherever a name stands beside a value.
///
/// A name is compared in small letters, with nothing but its letters and digits: `access_token`, `accessToken` and
/// `Access-Token` are one. ``isOne(_:)`` is what they are looked up by elsewhere; the tables below are all there is.
package enum SecretName {
    /// A name that ends so belongs to a secret.
    static let endings = [
        "token", "secret", "password", "passwd", "passphrase", "apikey", "privatekey", "secretkey", "accesskey",
        "signingkey", "encryptionkey",
    ]
    /// A name that is this one belongs to a secret.
    static let names = [
        "authorization", "proxyauthorization", "cookie", "setcookie", "pwd", "sessionid", "jwt", "bearer",
    ]
    /// A name that ends so belongs to a code that opens a door or proves who somebody is.
    static let codeEndings = [
        "pincode", "passcode", "accesscode", "doorcode", "entrycode", "keypadcode", "unlockcode", "verificationcode",
        "securitycode", "onetimecode", "onetimepassword",
    ]
    /// A name that is this one belongs to such a code.
    static let codeNames = ["pin", "otp", "totp", "cvc", "cvv"]
    /// A name that is this one can belong to a code, an error or a country: its value decides.
    static let possibleCodes = ["code"]
    /// A parameter of a URL that is called so is a secret.
    static let parameters = ["key", "sig", "signature", "auth", "session"]
    /// What ends like a secret and is none: where a list goes on.
    static let exceptions = ["pagetoken", "continuationtoken"]

    /// The longest name that is looked at, in letters and digits.
    static let longest = 48

    /// Whether the value of a parameter or header field of this name is a secret.
    ///
    /// - Parameter name: the name, such as `access_token`.
    /// - Returns: whether it is.
    package static func isOne(_ name: String) -> Bool {
        switch meaning(of: name) {
        case .secret, .code, .parameter: true
        case .possibleCode, .list, .personal, nil: false
        }
    }

    /// What a name says of its value.
    ///
    /// - Parameter name: the name.
    /// - Returns: what it says; nil when that is nothing.
    package static func meaning(of name: String) -> NamedSecret? {
        let plain = name.utf8.compactMap(\.inName)
        return plain.count <= longest ? plain.withUnsafeBufferPointer { meaning(of: $0) } : nil
    }

    /// What a name says of its value.
    ///
    /// - Parameter name: the name in small letters and digits alone.
    /// - Returns: what it says; nil when that is nothing.
    static func meaning(of name: UnsafeBufferPointer<UInt8>) -> NamedSecret? {
        guard let last = name.last else { return nil }
        let rules = rules[Int(last)]
        for rule in rules where rule.applies(to: name) { return rule.meaning }
        return nil
    }

    /// One line of the tables.
    private struct Rule: Sendable {
        let text: [UInt8]
        let isEnding: Bool
        let meaning: NamedSecret?

        func applies(to name: UnsafeBufferPointer<UInt8>) -> Bool {
            guard isEnding ? name.count >= text.count : name.count == text.count else { return false }
            var (left, right) = (name.count - text.count, 0)
            while right < text.count {
                guard name[left] == text[right] else { return false }
                left += 1
                right += 1
            }
            return true
        }
    }

    /// The tables, by the last byte of the name; the first that applies counts.
    private static let rules: [[Rule]] = {
        var rules = [[Rule]](repeating: [], count: 256)
        func add(_ texts: [String], isEnding: Bool, _ meaning: NamedSecret?) {
            for text in texts {
                let text = Array(text.utf8)
                rules[Int(text[text.count - 1])].append(Rule(text: text, isEnding: isEnding, meaning: meaning))
            }
        }
        add(exceptions, isEnding: true, nil)
        add(codeEndings, isEnding: true, .code)
        add(codeNames, isEnding: false, .code)
        add(possibleCodes, isEnding: false, .possibleCode)
        add(names, isEnding: false, .secret)
        add(endings, isEnding: true, .secret)
        add(parameters, isEnding: false, .parameter)
        add(endings.map { $0 + "s" }, isEnding: true, .list)
        for kind in PersonalKind.allCases { add(kind.names, isEnding: false, .personal(kind)) }
        for kind in PersonalKind.allCases { add(kind.endings, isEnding: true, .personal(kind)) }
        return rules
    }()
}

extension UInt8 {
    /// The byte as names are compared: a small letter or a digit; nil when it does not count.
    @inline(__always)
    var inName: UInt8? {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): self
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): self | 0x20
        default: nil
        }
    }
}
