import JSON
import JSONSchema
import Scenarios
import SeamContract

/// Our own request against the contract: a fault in it that the scenario did not ask for is ours, not the endpoint's.
///
/// A scenario asks for a fault when a refusal is among the answers that the call expects (`rejected`, a status 4xx,
/// `outcomes` with rejected copies), or when it writes the request by hand: a raw body, a header `content-type`, no
/// credential, a wrong or malformed one or one of another scheme, or a method that the operation does not have. Otherwise the parameters, in the
/// body or, for `alias`, in the query, must match the request schema. Parameters under `query:` are text and not judged.
/// Ids and instants that the endpoint itself gave are sent back in whatever form it gave them; what it gave as null, a number or
/// the like in place of a text is no fault of ours either, and can't be sent.
enum RequestCheck {
    /// What is wrong with the parameters, unasked; empty when nothing is.
    ///
    /// - Parameters:
    ///   - prepared: the call as it is sent.
    ///   - call: the call as written.
    ///   - given: what the case saved of earlier answers.
    /// - Returns: at most three groups of violations.
    static func faults(in prepared: PreparedCall, of call: Call, given: [JSONValue]) -> [ViolationGroup] {
        guard case .operation(let operation) = call.target, let schema = operation.request,
            operation.methods.contains(call.method), !asksForFault(call, headers: prepared.headers)
        else { return [] }
        guard let parameters = parameters(of: prepared) else { return [] }
        let faults = schema.validate(parameters).groups
        guard !faults.isEmpty, !given.isEmpty else { return Array(faults.prefix(3)) }
        let sent = EchoedValues(given).replaced(in: parameters)
        return Array(schema.validate(sent).groups.prefix(3))
    }

    /// The parameter that the contract forbids as the endpoint itself gave it: null or a number in place of an id, say.
    ///
    /// - Parameters:
    ///   - faults: what is wrong with the parameters.
    ///   - prepared: the call as it would be sent.
    ///   - given: what the case saved of earlier answers.
    /// - Returns: the place of the first one; nil when a fault is our own.
    static func givenFault(
        among faults: [ViolationGroup],
        in prepared: PreparedCall,
        given: [JSONValue]
    ) -> JSONPointer? {
        guard let parameters = parameters(of: prepared) else { return nil }
        let isGiven = faults.allSatisfy { group in
            guard let value = parameters[group.first.instance], value.stringValue == nil else { return false }
            return given.contains { $0 == value || $0.arrayValue?.contains(value) == true }
        }
        return isGiven ? faults.first?.first.instance : nil
    }

    /// Whether a body is one that the operation can read: JSON under its content type, or none.
    ///
    /// - Parameter prepared: the call as it is sent.
    /// - Returns: true when it is.
    static func isReadable(_ prepared: PreparedCall) -> Bool {
        let contentType = prepared.headers.last { $0.name.lowercased() == "content-type" }.map { $0.value ?? "" }
        switch prepared.body {
        case nil: return true
        case .json: return contentType?.lowercased().hasPrefix("application/json") ?? true
        case .raw(let text, let type):
            guard (contentType ?? type ?? "").lowercased().hasPrefix("application/json") else { return false }
            return (try? JSONText(parsing: Array(text.utf8))) != nil
        }
    }

    private static func asksForFault(_ call: Call, headers: [(name: String, value: String?)]) -> Bool {
        switch call.credential {
        case .none, .wrong, .malformed, .basic: return true
        case .own, .otherWorkspace, .personalAccessToken, .token: break
        }
        if case .raw = call.body { return true }
        return headers.contains { $0.name.lowercased() == "content-type" }
            || call.expectations.flatMap(\.claims).contains(where: \.allowsRefusal)
    }

    /// The parameters as one object; nil when the scenario writes the query by hand and nothing else.
    private static func parameters(of prepared: PreparedCall) -> JSONValue? {
        if case .json(let value) = prepared.body { return value }
        guard prepared.writtenQueryCount == 0 else { return nil }
        var object = JSONObject()
        for (name, value) in prepared.query {
            object[name] = value
        }
        return .object(object)
    }
}

extension Claim {
    /// Whether the claim holds for some refusal.
    fileprivate var allowsRefusal: Bool {
        switch self {
        case .rejected: true
        case .status(let statuses): statuses.ranges.contains { $0.overlaps(400...499) }
        case .outcomes(let outcomes): outcomes.rejected != nil
        case .body, .header, .within, .value: false
        }
    }
}
