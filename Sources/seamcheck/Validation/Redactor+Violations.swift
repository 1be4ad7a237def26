import JSON
import JSONSchema
import Redaction

extension Redactor {
    /// The sentence of a group of violations, without the values that their place says are secret.
    func message(of group: ViolationGroup) -> String {
        message(group.message, quoting: [group.first.actual], at: group.pattern.description)
    }

    /// A violation as JSON, without the values that its place says are secret.
    func json(of violation: Violation) -> JSONValue {
        let place = violation.subject.description
        var object: JSONObject = [
            "instance": .string(violation.instance.description), "schema": .string(violation.schema.description),
            "keyword": .string(violation.keyword), "expected": .string(violation.expected),
            "actual": .string(statement(violation.actual, at: place)),
        ]
        if let member = violation.member { object["member"] = .string(member) }
        if let branch = violation.branch { object["branch"] = .string(branch) }
        object["message"] = .string(message(violation.message, quoting: [violation.actual], at: place))
        return .object(object)
    }
}
