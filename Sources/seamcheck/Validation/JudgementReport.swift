import Conformance
import JSON
import JSONSchema
import Redaction
import YAMLSource

/// What is told of one side of an exchange that was held against the contract.
struct JudgementReport {
    /// What was found.
    let judgement: ContractJudgement
    /// How messages name the body.
    let name: String
    /// The body.
    let bytes: [UInt8]
    /// What takes out secrets.
    let redactor: Redactor

    /// `file:line:column: sentence` for each thing that is wrong, and `file: note: …` for what breaks nothing.
    var lines: [String] {
        let faults = judgement.faults.map { fault in
            let place = fault.position.map { SourcePlace(file: name, line: $0.line, column: $0.column) }
            return "\(place?.description ?? name): \(fault.message)"
        }
        return faults + (judged?.lines ?? []) + judgement.notes.map { "\(name): note: \($0)" }
    }

    /// The same as JSON, with every single violation.
    var json: JSONObject { judgement.json(violations: judged?.violations ?? []) }

    private var judged: JudgedText? {
        judgement.validation.map { JudgedText(name: name, bytes: bytes, validation: $0, redactor: redactor) }
    }
}

extension ContractJudgement {
    /// What is told and breaks nothing.
    var notes: [String] {
        remarks + undocumented.map { "the contract does not know \($0)" }
    }

    /// What was found as JSON.
    ///
    /// - Parameter violations: every violation.
    /// - Returns: the members `valid`, `faults`, `violations`, `undocumented` and `remarks`; without those that are empty.
    func json(violations: [JSONValue]) -> JSONObject {
        var object: JSONObject = ["valid": .bool(isKept), "judged": .bool(isJudged)]
        let lists: [(String, [JSONValue])] = [
            ("faults", faults.map(\.json)), ("violations", violations),
            ("undocumented", undocumented.map(JSONValue.string)), ("remarks", remarks.map(JSONValue.string)),
        ]
        for (name, list) in lists where !list.isEmpty { object[name] = .array(list) }
        return object
    }
}

extension ContractJudgement.Fault {
    /// The fault as JSON.
    fileprivate var json: JSONValue {
        var object: JSONObject = ["code": .string(code), "message": .string(message)]
        if let position {
            object["line"] = .number(JSONNumber(position.line))
            object["column"] = .number(JSONNumber(position.column))
        }
        return .object(object)
    }
}
