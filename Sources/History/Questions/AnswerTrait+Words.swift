import JSON

extension AnswerTrait {
    /// How it is said: `200 /user_identity/email_address is null`.
    public var words: String {
        switch kind {
        case .status: "status \(status)"
        case .field: "\(status) \(place)"
        case .null: "\(status) \(place) is null"
        case .word: "\(status) \(place) is \(JSONValue.string(word).serialized())"
        }
    }
}
