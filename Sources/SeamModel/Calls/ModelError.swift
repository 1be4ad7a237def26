/// Why a call is refused, as its answer says it; the workspace is as it was before the call.
public struct ModelError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The HTTP status.
    public let status: Int
    /// The machine-readable type, such as `user_identity_not_found`.
    public let type: String
    /// What is wrong, for people.
    public let message: String
    /// The way to the parameter that is wrong; empty when it is no single one.
    public let parameter: [String]

    /// A refusal.
    ///
    /// - Parameters:
    ///   - status: the HTTP status.
    ///   - type: the machine-readable type.
    ///   - message: what is wrong.
    ///   - parameter: the way to the parameter that is wrong; empty when it is no single one.
    public init(status: Int, type: String, message: String, parameter: [String] = []) {
        self.status = status
        self.type = type
        self.message = message
        self.parameter = parameter
    }

    /// `status type: message`.
    public var description: String { "\(status) \(type): \(message)" }
}

extension ModelError {
    /// A parameter that no resource could take (400 `invalid_input`).
    static func invalidInput(_ message: String, at parameter: [String] = []) -> ModelError {
        ModelError(status: 400, type: "invalid_input", message: message, parameter: parameter)
    }

    /// A resource that the workspace does not have (404 `<noun>_not_found`).
    ///
    /// The types are those of the public fake; the identity's follows their pattern.
    static func notFound(_ noun: String) -> ModelError {
        let words = noun.replacing("_", with: " ")
        return ModelError(status: 404, type: "\(noun)_not_found", message: "no such \(words) in this workspace")
    }

    /// A value that must be unique and is taken, or a link that would be the second of its kind (409).
    ///
    /// No public source names status or type; 409 has a precedent in `duplicate_access_code`.
    static func conflict(_ type: String, _ message: String, at parameter: [String] = []) -> ModelError {
        ModelError(status: 409, type: type, message: message, parameter: parameter)
    }

    /// Credentials that do not do (401).
    static func unauthorized(_ message: String, type: String = "unauthorized") -> ModelError {
        ModelError(status: 401, type: type, message: message)
    }
}
