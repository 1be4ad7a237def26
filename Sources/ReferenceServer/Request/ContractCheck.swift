import JSON
import JSONSchema
import SeamContract

/// Holds parameters against the contract, in the words that Seam's own validation uses.
enum ContractCheck {
    /// One thing that is wrong: the way to the parameter, and what.
    typealias Problem = (path: [String], message: String)

    /// What is wrong with the parameters of a call; empty when they are valid.
    ///
    /// - Parameters:
    ///   - parameters: the parameters.
    ///   - operation: what is called.
    ///   - isPassedOver: which violations do not count.
    /// - Returns: the problems, in the order of the parameters.
    static func problems(
        of parameters: JSONObject,
        with operation: Contract.Operation,
        passingOver isPassedOver: (Violation) -> Bool
    ) -> [Problem] {
        guard let schema = operation.request else { return [] }
        let value = JSONValue.object(parameters)
        return schema.validate(value).violations.filter { !isPassedOver($0) }.map { violation in
            (violation.instance.tokens + (violation.member.map { [$0] } ?? []), message(violation, in: value))
        }
    }

    /// What is wrong, in the words of the validation library behind Seam's API.
    private static func message(_ violation: Violation, in value: JSONValue) -> String {
        switch violation.keyword {
        case "required": "Required"
        case "type", "nullable": mistyped(violation, value[violation.instance])
        case "format": "Invalid \(SchemaFormat.all.first { $0.phrase == violation.expected }?.name ?? "format")"
        case "minLength", "maxLength": "String must contain \(violation.expected)"
        case "minItems", "maxItems": "Array must contain \(violation.expected)"
        default: "Expected \(violation.expected)"
        }
    }

    /// `Expected string, received number`.
    private static func mistyped(_ violation: Violation, _ value: JSONValue?) -> String {
        let first = violation.expected.split(separator: " or ").first.map(String.init) ?? violation.expected
        let type = first.split(separator: " ").last.map(String.init) ?? first
        return "Expected \(type), received \(value?.kind.rawValue ?? "nothing")"
    }
}
