import JSON
import JSONSchema
import SeamContract

/// A call of an operation that can't have an effect, and that shows by its answer whether the operation is there.
///
/// Rule: every parameter has a value of a type that the contract refuses, so that no thing is named and nothing can be
/// made. Without parameters only what reads is called. Each value holds a text that this run generated, so that what an
/// endpoint makes of it all the same can be shown to be ours.
struct ProbeCall: Sendable {
    /// The path of the operation.
    let path: String
    /// The method it is called by.
    let method: Contract.Method
    /// The parameters in the body, for a method that takes one; others are called without any.
    let parameters: JSONValue

    /// Whether it would make something, if it were accepted all the same.
    var makes: Bool { Ledger.makes(path: path, parameters: parameters.objectValue ?? JSONObject()) }

    /// What tells it from all others: `POST /acs/users/create`.
    var id: String { "\(method) \(path)" }

    /// The call for an operation; nil when none is sure to be harmless.
    ///
    /// - Parameters:
    ///   - operation: the operation.
    ///   - method: the method; nil, as of an operation without another one, gives no call.
    ///   - mark: the generated text that its values hold.
    init?(_ operation: Contract.Operation, by method: Contract.Method?, marked mark: String) {
        guard let method else { return nil }
        var members = JSONObject()
        for name in operation.requestProperties {
            members[name] = operation.parameterType(name).flatMap { Self.mistyped($0.kind, mark) }
        }
        let isRefused = operation.request.map { !$0.validate(.object(members)).isValid } ?? false
        guard isRefused || operation.effect == .reads else { return nil }
        path = operation.path
        parameters = .object(members)
        self.method = method
    }

    /// A value of another type; nil when every type is allowed.
    private static func mistyped(_ kind: Contract.ParameterType.Kind, _ mark: String) -> JSONValue? {
        switch kind {
        case .string, .integer, .number, .boolean, .array: ["seamcheck": "probe", "mark": .string(mark)]
        case .object: .string("seamcheck probe \(mark)")
        case .any: nil
        }
    }
}
