import JSON
import Scenarios
import SeamContract

/// A call that was accepted, as the ledger looks at it.
struct LedgerEntry: Sendable {
    /// The path.
    let path: String
    /// What was sent, from body and query; empty when that was no object.
    let parameters: JSONObject
    /// Whether it was sent as an operation `delete` takes it: by POST or DELETE, with the credential of a workspace.
    let isDeletion: Bool
    /// The body of the answer; null when that was no JSON.
    let answer: JSONValue
    /// With whose credential it was called.
    let credential: LedgerCredential
}

extension LedgerEntry {
    /// A call that was accepted.
    ///
    /// - Parameters:
    ///   - call: the call as it was sent.
    ///   - answer: the body of the answer; null when that was no JSON.
    init(_ call: PreparedCall, answer: JSONValue) {
        var parameters = JSONObject()
        if case .json(.object(let object)) = call.body { parameters = object }
        for (name, value) in call.query where parameters[name] == nil { parameters[name] = value }
        self.init(
            path: call.path,
            parameters: parameters,
            isDeletion: OperationVerb(path: call.path).isDeletion && [.post, .delete].contains(call.method)
                && LedgerCredential(call.credential).credential.word == call.credential.word,
            answer: answer,
            credential: LedgerCredential(call.credential)
        )
    }
}
