import JSON
import JSONSchema
package import SeamContract

extension Contract.Operation {
    /// Holds the parameters of a request against the contract.
    ///
    /// - Parameters:
    ///   - body: the body.
    ///   - query: what follows the `?` of the URL; empty when nothing does. Of two parameters with one name the body's counts.
    ///   - method: the method; nil when it isn't known.
    ///   - contentType: the media type as it was sent; nil or empty when it isn't known.
    /// - Returns: what is wrong, and what could not be judged.
    package func judgement(
        ofRequest body: RecordedBody,
        query: String = "",
        method: String? = nil,
        contentType: String? = nil
    ) -> ContractJudgement {
        var judgement = ContractJudgement()
        if let method, !methods.contains(where: { $0.rawValue == method }) {
            let known = methods.map(\.rawValue).joined(separator: ", ")
            judgement.faults.append(.init(code: "method", message: "expected \(known), found \(method)"))
        }
        // Seam refuses other content types of POST and PATCH alone (`invalid_content_type`).
        if let contentType, !contentType.isEmpty, !contentType.isJSONType, method == "POST" || method == "PATCH" {
            let message = "expected content type application/json, found \(contentType.prefix(80))"
            judgement.faults.append(.init(code: "contentType", message: message))
            return judgement
        }
        let sent = QueryParameters(query, of: self)
        judgement.faults += sent.problems.map { .init(code: "query", message: $0) }
        switch body {
        case .malformed(let error): judgement.faults.append(.init(error))
        case .unknown(let reason):
            judgement.isJudged = false
            judgement.remarks.append(reason)
        case .empty: judgement.hold(sent.object, for: request)
        case .json(let text):
            guard case .object(let object) = text.value, !sent.object.isEmpty else {
                judgement.hold(text, for: request)
                break
            }
            var parameters = sent.object
            for member in object { parameters[member.key] = member.value }
            judgement.hold(parameters, for: request)
        }
        return judgement
    }
}

extension ContractJudgement {
    /// Holds parameters against the schema of requests.
    fileprivate mutating func hold(_ parameters: JSONObject, for schema: Schema?) {
        if let schema { validation = schema.validate(.object(parameters)) }
    }

    /// Holds a body against the schema of requests.
    fileprivate mutating func hold(_ text: JSONText, for schema: Schema?) {
        if let schema { hold(text, against: schema) }
    }
}

extension ContractJudgement.Fault {
    /// A body that is no JSON.
    init(_ error: JSONSyntaxError) {
        self.init(code: "syntax", message: "no JSON: \(error.message)", position: error.position)
    }
}

extension String {
    /// Whether a media type is JSON, parameters left out (RFC 6838 section 4.2.8).
    var isJSONType: Bool {
        let type = prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercased()
        return type == "application/json" || type.hasSuffix("+json")
    }
}
