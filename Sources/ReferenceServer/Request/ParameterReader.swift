import JSON
import JSONSchema
import SeamContract
import SeamModel

/// Reads the parameters of a call from query and body, and holds them against the contract.
struct ParameterReader {
    /// What is called.
    let operation: Contract.Operation
    /// With which method.
    let method: Contract.Method

    /// The parameters of a request that the contract knows; others are passed over.
    ///
    /// GET and DELETE read the query and a JSON body, which wins.
    /// - Parameter request: the request.
    /// - Returns: the parameters, valid by the contract.
    /// - Throws: `Refusal` (400) when they can't be read or are invalid.
    func parameters(of request: ServerRequest) throws(Refusal) -> JSONObject {
        let parameters: JSONObject
        do throws(ModelError) {
            parameters = try merged(request)
        } catch {
            throw Refusal(error)
        }
        let problems = ContractCheck.problems(of: parameters, with: operation)
        guard problems.isEmpty else { throw Refusal(problems) }
        return known(parameters)
    }

    /// The parameters of body and query; the body wins.
    private func merged(_ request: ServerRequest) throws(ModelError) -> JSONObject {
        var parameters = try body(of: request)
        guard method.takesQuery, !request.query.isEmpty else { return parameters }
        for member in try QueryReader(request.query, for: operation).parameters()
        where parameters[member.key] == nil {
            parameters[member.key] = member.value
        }
        return parameters
    }

    /// The parameters that the operation has.
    private func known(_ parameters: JSONObject) -> JSONObject {
        JSONObject(uniqueMembers: parameters.members.filter { operation.parameterType($0.key) != nil })
    }

    /// The parameters in the body; none when it is empty.
    private func body(of request: ServerRequest) throws(ModelError) -> JSONObject {
        guard !request.body.isEmpty else { return JSONObject() }
        try checkContentType(of: request)
        let value: JSONValue
        do {
            value = try JSONValue(parsing: request.body)
        } catch {
            throw ModelError(status: 400, type: "invalid_input", message: "Invalid JSON: \(error)")
        }
        guard let object = value.objectValue else {
            let message = "Expected object, received \(value.kind.rawValue)"
            throw ModelError(status: 400, type: "invalid_input", message: message)
        }
        return object
    }

    /// Refuses a body of POST or PATCH that is not said to be JSON; the other methods are not so strict.
    private func checkContentType(of request: ServerRequest) throws(ModelError) {
        guard method == .post || method == .patch else { return }
        let type = request.headers["content-type"] ?? ""
        guard type != "application/json", !type.lowercased().contains("application/json") else { return }
        let message = "\(method) requests must have content-type application/json"
        throw ModelError(status: 400, type: "invalid_content_type", message: message)
    }
}
