import Foundation
import JSON
import Scenarios
import SeamContract

/// A call that was accepted, as the ledger and the identity graph look at it.
struct AcceptedCall: Sendable {
    /// The path.
    let path: String
    /// What was sent, from body and query; empty when that was no object.
    let parameters: JSONObject
    /// Whether it was sent as an operation `delete` takes it: by POST or DELETE, with the credential of a workspace.
    let isDeletion: Bool
    /// The body of the response; null when that was no JSON.
    let answer: JSONValue
    /// With whose credential it was called.
    let credential: OwnerCredential
    /// The property of the response that holds what the call is about, by the contract; nil when that says none.
    var responseKey: String?
}

extension AcceptedCall {
    /// A call that was accepted.
    ///
    /// - Parameters:
    ///   - call: the call as it was sent.
    ///   - answer: the body of the response; null when that was no JSON.
    ///   - responseKey: the property of the response that holds what the call is about.
    init(_ call: PreparedCall, answer: JSONValue, responseKey: String?) {
        self.init(
            path: call.path,
            parameters: call.parameters,
            isDeletion: OperationEffect(path: call.path) == .deletes && [.post, .delete].contains(call.method)
                && OwnerCredential(call.credential).credential.word == call.credential.word,
            answer: answer,
            credential: OwnerCredential(call.credential),
            responseKey: responseKey
        )
    }
}

extension PreparedCall {
    /// The parameters as they are sent, in body and query; empty when the body is no object.
    ///
    /// Of a body that is written as text, those that a server could read in it: as JSON, or as a form.
    var parameters: JSONObject {
        var parameters = JSONObject()
        switch body {
        case .json(.object(let object)): parameters = object
        case .raw(let text, _): parameters = Self.readable(text)
        case .json, nil: break
        }
        for (name, value) in query where parameters[name] == nil { parameters[name] = value }
        return parameters
    }

    /// The id of the identity that the call names as that of what it makes; nil when it names none.
    var identityID: String? {
        let several = parameters["user_identity_ids"]?.arrayValue?.first?.stringValue
        return parameters["user_identity_id"]?.stringValue ?? several
    }

    private static func readable(_ text: String) -> JSONObject {
        if case .object(let object)? = try? JSONValue(parsing: text) { return object }
        var parameters = JSONObject()
        for pair in text.split(separator: "&").prefix(100) {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let value = String(parts[1]).removingPercentEncoding else { continue }
            parameters[String(parts[0])] = .string(value)
        }
        return parameters
    }
}
