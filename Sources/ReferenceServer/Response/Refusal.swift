import JSON
import SeamModel

/// Why a request is refused, and what the error envelope says about its parameters.
struct Refusal: Error, Sendable, Equatable {
    /// Status, type and message.
    let error: ModelError
    /// What is wrong with each parameter; nil when the refusal is about none.
    let validation: ValidationTree?

    /// A refusal for reasons of the model; an invalid parameter is put into the tree.
    init(_ error: ModelError) {
        self.error = error
        guard error.type == "invalid_input" else {
            validation = nil
            return
        }
        var tree = ValidationTree()
        tree.insert(error.message, at: error.parameter)
        validation = tree
    }

    /// A refusal for parameters that break the contract.
    ///
    /// - Parameter problems: what is wrong, and the way to it; at least one.
    init(_ problems: [(path: [String], message: String)]) {
        var tree = ValidationTree()
        for problem in problems { tree.insert(problem.message, at: problem.path) }
        validation = tree
        let message = Self.message(problems)
        error = ModelError(status: 400, type: "invalid_input", message: message)
    }

    /// The body of the response (`error` and `ok`).
    var body: JSONValue {
        var envelope = JSONObject()
        envelope["type"] = .string(error.type)
        envelope["message"] = .string(error.message)
        envelope["validation_errors"] = validation?.json
        return ["error": .object(envelope), "ok": false]
    }

    /// The sum of the problems: the problem itself when it is one, else a list.
    private static func message(_ problems: [(path: [String], message: String)]) -> String {
        let sentences = problems.map { problem in
            let path = problem.path.joined(separator: ".")
            if path.isEmpty { return problem.message }
            return problem.message == "Required" ? "\(path) is required" : "\(problem.message) for \"\(path)\""
        }
        guard sentences.count != 1 else { return sentences[0] }
        return "\(sentences.count) Input Errors: \(sentences.joined(separator: ", "))"
    }
}
