import JSON
import JSONSchema
import SeamContract

/// A call of an operation that can't have an effect, and that shows by its answer whether the operation is there.
///
/// Rule: every parameter has a value of a type that the contract refuses, so that no thing is named and nothing can be
/// made. Without parameters only what reads is called.
struct ProbeCall: Sendable {
    /// The path of the operation.
    let path: String
    /// The parameters of a POST.
    let parameters: JSONValue
    /// The operation's other method; nil when it has none.
    let alias: Contract.Method?

    /// The call for an operation; nil when none is sure to be harmless.
    ///
    /// - Parameter operation: the operation.
    init?(_ operation: Contract.Operation) {
        var members = JSONObject()
        for name in operation.requestProperties {
            members[name] = operation.parameterType(name).flatMap { Self.mistyped($0.kind) }
        }
        let isRefused = operation.request.map { !$0.validate(.object(members)).isValid } ?? false
        guard isRefused || OperationVerb(path: operation.path).isRead else { return nil }
        path = operation.path
        parameters = .object(members)
        alias = operation.alias
    }

    /// A value of another type; nil when every type is allowed.
    private static func mistyped(_ kind: Contract.ParameterType.Kind) -> JSONValue? {
        switch kind {
        case .string, .integer, .number, .boolean, .array: ["seamcheck": "probe"]
        case .object: "seamcheck probe"
        case .any: nil
        }
    }
}
