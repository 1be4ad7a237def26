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
    /// What is done wrong; nothing in a correct server.
    var breaches = FaultsInForce()

    /// What parameters were read.
    struct Reading {
        /// Those that the contract knows and finds nothing wrong with; others are passed over.
        let parameters: JSONObject
        /// Why the call is refused for the others; nil when it is not.
        let refusal: Refusal?
    }

    /// The parameters of a request.
    ///
    /// GET and DELETE read the query and a JSON body, which wins.
    /// - Parameter call: the request.
    /// - Returns: the parameters, and what is wrong with others.
    /// - Throws: `Refusal` (400) when they can't be read.
    func reading(of call: ReceivedCall) throws(Refusal) -> Reading {
        let parameters: JSONObject
        do throws(ModelError) {
            parameters = try merged(call.request, misread: breaches.misreadings(of: call))
        } catch {
            throw Refusal(error)
        }
        var problems = ContractCheck.problems(of: parameters, with: operation) { violation in
            breaches.tolerates(violation, in: .object(parameters), of: call)
        }
        if !breaches.policy.passesOverUnknownParameters {
            problems += unknown(parameters).map { ([$0], "Unrecognized key") }
        }
        let bad = Set(problems.compactMap(\.path.first))
        let good = known(parameters).filter { !bad.contains($0.key) }
        return Reading(
            parameters: JSONObject(uniqueMembers: good),
            refusal: problems.isEmpty ? nil : Refusal(problems)
        )
    }

    /// The parameters of body and query; the body wins.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - misreadings: how it is misread.
    /// - Returns: the parameters, those that the operation does not have too if they come in the body.
    /// - Throws: `ModelError` (400) when they can't be read.
    func merged(
        _ request: ServerRequest,
        misread misreadings: [RequestEdit.Misreading] = []
    ) throws(ModelError) -> JSONObject {
        let body = try body(of: request, misreadings)
        guard method.takesQuery, !request.query.isEmpty else { return misreadings.parameters(body) }
        let query = misreadings.query(
            try QueryReader(request.query, for: operation, breaches.policy).parameters()
        )
        let (first, second) = breaches.policy.prefersBody ? (body, query) : (query, body)
        var parameters = first
        for member in second where parameters[member.key] == nil { parameters[member.key] = member.value }
        return misreadings.parameters(parameters)
    }

    /// The names of the parameters that the operation does not have.
    private func unknown(_ parameters: JSONObject) -> [String] {
        parameters.keys.filter { operation.parameterType($0) == nil }
    }

    /// The parameters that the operation has.
    private func known(_ parameters: JSONObject) -> [JSONObject.Member] {
        parameters.members.filter { operation.parameterType($0.key) != nil }
    }

    /// The parameters in the body; none when it is empty.
    private func body(
        of request: ServerRequest,
        _ misreadings: [RequestEdit.Misreading]
    ) throws(ModelError) -> JSONObject {
        guard !request.body.isEmpty else { return JSONObject() }
        try checkContentType(of: request)
        let value: JSONValue
        do {
            value = misreadings.body(try JSONValue(parsing: misreadings.text(request.body)))
        } catch {
            guard breaches.policy.refusesMalformedBodies else { return JSONObject() }
            throw ModelError(status: 400, type: "invalid_input", message: "Invalid JSON: \(error)")
        }
        guard let object = value.objectValue else {
            guard breaches.policy.refusesOtherBodies else { return JSONObject() }
            let message = "Expected object, received \(value.kind.rawValue)"
            throw ModelError(status: 400, type: "invalid_input", message: message)
        }
        return object
    }

    /// Refuses a body of POST or PATCH that is not said to be JSON; the other methods are not so strict.
    private func checkContentType(of request: ServerRequest) throws(ModelError) {
        guard method == .post || method == .patch, breaches.policy.checksContentType,
            method == .post || breaches.policy.checksContentTypeOfPatch
        else { return }
        let type = request.headers["content-type"] ?? ""
        guard type != "application/json", !type.lowercased().contains("application/json") else { return }
        let message = "\(method) requests must have content-type application/json"
        throw ModelError(status: 400, type: "invalid_content_type", message: message)
    }
}
