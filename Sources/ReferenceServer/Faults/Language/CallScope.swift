import JSON
import SeamContract

/// The calls in which a fault shows; what it leaves open does not matter.
struct CallScope: Sendable {
    /// The operations, such as `user_identities.create`; `*` before or behind a name stands for any beginning or end.
    var operations: [String] = []
    /// The methods.
    var methods: [String] = []
    /// What the parameters have to be like.
    var asked: [Place: Condition] = [:]
    /// What the header fields have to be like, by their names in lower case.
    var bearing: [String: Condition] = [:]

    /// Whether the fault shows in a call.
    ///
    /// - Parameter call: the call.
    /// - Returns: true when it does.
    func includes(_ call: ReceivedCall) -> Bool {
        guard operations.isEmpty || operations.contains(where: { Self.matches(call.operation?.name ?? "", $0) }),
            methods.isEmpty || methods.contains(call.request.method)
        else { return false }
        let headers = call.request.headers
        guard bearing.allSatisfy({ $0.value.holds(for: headers[$0.key].map(JSONValue.string)) }) else { return false }
        guard !asked.isEmpty else { return true }
        let parameters = call.parameters
        return asked.allSatisfy { $0.value.holds(for: parameters.value(at: $0.key)) }
    }

    /// Whether a name is that of a pattern.
    private static func matches(_ name: String, _ pattern: String) -> Bool {
        if pattern.hasPrefix("*") { return name.hasSuffix(pattern.dropFirst()) }
        if pattern.hasSuffix("*") { return name.hasPrefix(pattern.dropLast()) }
        return name == pattern
    }
}

/// A request, and what it is for.
struct ReceivedCall {
    /// The request.
    let request: ServerRequest
    /// The operation at its path; nil when there is none.
    let operation: Contract.Operation?

    /// The parameters as sent, valid or not; none when they can't be read.
    var parameters: JSONValue {
        guard let operation, let method = Contract.Method(rawValue: request.method) else { return [:] }
        let reader = ParameterReader(operation: operation, method: method)
        return .object((try? reader.merged(request)) ?? JSONObject())
    }
}
