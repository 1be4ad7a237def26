import ContractDiff
import SeamContract
import Testing

/// A change of an operation, and what is said of it.
struct OperationCase: Sendable, CustomTestStringConvertible {
    /// The rule and the place.
    let outline: String
    let old: String
    let new: String
    let sentence: String
    /// How bad it is for a client and for a vendor.
    let severities: [Severity]
    var operation = "/things/make"
    var components = (old: "", new: "")

    var testDescription: String { outline }

    var rule: String { outline.split(separator: " ").first.map(String.init) ?? outline }

    func changes() throws -> [Change] {
        try ContractDifference(
            from: Documents.document(old, components: components.old),
            to: Documents.document(new, components: components.new)
        ).changes
    }

    func mirroredChanges() throws -> [Change] {
        try ContractDifference(
            from: Documents.document(new, components: components.new),
            to: Documents.document(old, components: components.old)
        ).changes
    }
}

extension OperationCase {
    /// The path of an operation, with members of its POST beside an answer without a body.
    private static func post(_ members: String = "") -> String {
        "/things/make: { post: { responses: { '200': { description: fine } }, \(members) } }"
    }

    private static func answers(_ responses: String) -> String {
        "/things/make: { post: { responses: { \(responses) } } }"
    }

    private static let json = "content: { application/json: { schema: { type: object } } }"
    private static let text = "content: { application/json: { schema: { type: object } }, text/plain: {} }"
    private static let get = "/things/make: { post: { responses: {} }, get: { responses: {} } }"
    private static let other = "\(post()), /things/other: { post: { responses: {} }, get: { responses: {} } }"

    static let all = operations + requests + responses + security

    private static let operations = [
        OperationCase(
            outline: "operation-added",
            old: post(),
            new: other,
            sentence: "the operation is new",
            severities: [.harmless, .breaking],
            operation: "/things/other"
        ),
        OperationCase(
            outline: "operation-removed",
            old: other,
            new: post(),
            sentence: "the operation is gone",
            severities: [.breaking, .harmless],
            operation: "/things/other"
        ),
        OperationCase(
            outline: "operation-deprecated",
            old: post(),
            new: post("deprecated: true"),
            sentence: "it is deprecated now",
            severities: [.harmless, .harmless]
        ),
        OperationCase(
            outline: "operation-reinstated",
            old: post("x-deprecated: Use another."),
            new: post(),
            sentence: "it is no longer deprecated",
            severities: [.harmless, .harmless]
        ),
        OperationCase(
            outline: "operation-description-changed",
            old: post("summary: Makes"),
            new: post("summary: Makes a thing"),
            sentence: "the summary has changed",
            severities: [.harmless, .harmless]
        ),
        OperationCase(
            outline: "operation-description-changed response.200",
            old: answers("'200': { description: fine }"),
            new: answers("'200': { description: good }"),
            sentence: "the description has changed",
            severities: [.harmless, .harmless]
        ),
        OperationCase(
            outline: "method-added",
            old: "/things/make: { post: { responses: {} } }",
            new: get,
            sentence: "GET is new",
            severities: [.harmless, .breaking],
            operation: "GET /things/make"
        ),
        OperationCase(
            outline: "method-removed",
            old: get,
            new: "/things/make: { get: { responses: {} } }",
            sentence: "POST is gone",
            severities: [.breaking, .harmless],
            operation: "POST /things/make"
        ),
    ]

    private static let requests = [
        OperationCase(
            outline: "request-body-added request",
            old: post(),
            new: post("requestBody: { \(json) }"),
            sentence: "a request may have a body now",
            severities: [.harmless, .risky]
        ),
        OperationCase(
            outline: "request-body-removed request",
            old: post("requestBody: { \(json) }"),
            new: post(),
            sentence: "a request has no body any more",
            severities: [.breaking, .harmless]
        ),
        OperationCase(
            outline: "request-required-body-added request",
            old: post(),
            new: post("requestBody: { required: true, \(json) }"),
            sentence: "a request must have a body now",
            severities: [.breaking, .risky]
        ),
        OperationCase(
            outline: "request-required-body-removed request",
            old: post("requestBody: { required: true, \(json) }"),
            new: post(),
            sentence: "a request has no body any more",
            severities: [.breaking, .breaking]
        ),
        OperationCase(
            outline: "request-body-became-required request",
            old: post("requestBody: { \(json) }"),
            new: post("requestBody: { required: true, \(json) }"),
            sentence: "the body must be there now",
            severities: [.breaking, .risky]
        ),
        OperationCase(
            outline: "request-body-became-optional request",
            old: post("requestBody: { required: true, \(json) }"),
            new: post("requestBody: { \(json) }"),
            sentence: "the body need not be there any more",
            severities: [.harmless, .breaking]
        ),
        OperationCase(
            outline: "request-content-type-added request(text/plain)",
            old: post("requestBody: { \(json) }"),
            new: post("requestBody: { \(text) }"),
            sentence: "content type text/plain is new",
            severities: [.harmless, .breaking]
        ),
        OperationCase(
            outline: "request-content-type-removed request(text/plain)",
            old: post("requestBody: { \(text) }"),
            new: post("requestBody: { \(json) }"),
            sentence: "content type text/plain is gone",
            severities: [.breaking, .harmless]
        ),
        OperationCase(
            outline: "request-parameter-style-changed request.ids",
            old: post("parameters: [{ in: query, name: ids, explode: true, schema: { type: array } }]"),
            new: post("parameters: [{ in: query, name: ids, explode: false, schema: { type: array } }]"),
            sentence: "the style is now form (was form, exploded)",
            severities: [.breaking, .breaking]
        ),
        OperationCase(
            outline: "request-required-property-added request.header.x-key",
            old: post(),
            new: post("parameters: [{ in: header, name: X-Key, required: true, schema: { type: string } }]"),
            sentence: "a request must hold 'x-key' (string)",
            severities: [.breaking, .risky]
        ),
        OperationCase(
            outline: "request-property-removed request.search",
            old: post(
                "parameters: [{ in: query, name: search, deprecated: true, content: { a/b: { schema: { type: string } } } }]"
            ),
            new: post(),
            sentence: "a request no longer holds 'search' (string, deprecated)",
            severities: [.breaking, .harmless]
        ),
    ]

    private static let responses = [
        OperationCase(
            outline: "response-success-status-added response.201",
            old: post(),
            new: answers("'200': { description: fine }, '201': { description: made }"),
            sentence: "status 201 is documented now",
            severities: [.risky, .harmless]
        ),
        OperationCase(
            outline: "response-success-status-removed response.201",
            old: answers("'200': { description: fine }, '201': { description: made }"),
            new: post(),
            sentence: "status 201 is no longer documented",
            severities: [.breaking, .breaking]
        ),
        OperationCase(
            outline: "response-error-status-added response.409",
            old: post(),
            new: answers("'200': { description: fine }, '409': { description: clash }"),
            sentence: "status 409 is documented now",
            severities: [.risky, .harmless]
        ),
        OperationCase(
            outline: "response-error-status-removed response.default",
            old: answers("'200': { description: fine }, default: { description: trouble }"),
            new: post(),
            sentence: "status default is no longer documented",
            severities: [.harmless, .breaking]
        ),
        OperationCase(
            outline: "response-status-range-narrowed response.2XX",
            old: answers("2XX: { description: fine }"),
            new: post(),
            sentence: "of the statuses 2XX only 200 is documented now",
            severities: [.harmless, .risky]
        ),
        OperationCase(
            outline: "response-status-range-widened response.4XX",
            old: answers("'200': {}, '409': { description: clash }, '410': { description: clash }"),
            new: answers("'200': {}, 4XX: { description: clash }"),
            sentence: "all statuses 4XX are documented now (were 409, 410)",
            severities: [.risky, .harmless]
        ),
        OperationCase(
            outline: "response-body-added response.200",
            old: post(),
            new: answers("'200': { description: fine, \(json) }"),
            sentence: "an answer has a body now",
            severities: [.harmless, .breaking]
        ),
        OperationCase(
            outline: "response-body-removed response.200",
            old: answers("'200': { description: fine, \(json) }"),
            new: post(),
            sentence: "an answer has no body any more",
            severities: [.breaking, .harmless]
        ),
        OperationCase(
            outline: "response-content-type-added response.200(text/plain)",
            old: answers("'200': { description: fine, \(json) }"),
            new: answers("'200': { description: fine, \(text) }"),
            sentence: "content type text/plain is new",
            severities: [.risky, .harmless]
        ),
        OperationCase(
            outline: "response-content-type-removed response.200(text/plain)",
            old: answers("'200': { description: fine, \(text) }"),
            new: answers("'200': { description: fine, \(json) }"),
            sentence: "content type text/plain is gone",
            severities: [.breaking, .breaking]
        ),
        OperationCase(
            outline: "response-property-removed response.200.header.seam-request-id",
            old: answers("'200': { description: fine, headers: { Seam-Request-Id: { schema: { type: string } } } }"),
            new: post(),
            sentence: "an answer no longer holds 'seam-request-id' (string)",
            severities: [.breaking, .risky]
        ),
        OperationCase(
            outline: "response-key-added x-response-key",
            old: post("x-response-key: null"),
            new: post("x-response-key: thing"),
            sentence: "the member that an answer is about is now 'thing' (was none)",
            severities: [.harmless, .harmless]
        ),
        OperationCase(
            outline: "response-key-removed x-response-key",
            old: post("x-response-key: thing"),
            new: post(),
            sentence: "the member that an answer is about is now none (was 'thing')",
            severities: [.breaking, .harmless]
        ),
        OperationCase(
            outline: "response-key-changed x-response-key",
            old: post("x-response-key: thing"),
            new: post("x-response-key: item"),
            sentence: "the member that an answer is about is now 'item' (was 'thing')",
            severities: [.breaking, .breaking]
        ),
    ]

    private static let security = [
        OperationCase(
            outline: "security-added security.pat",
            old: post("security: [{ key: [] }]"),
            new: post("security: [{ pat: [] }, { key: [] }]"),
            sentence: "a call with pat is accepted now",
            severities: [.harmless, .breaking]
        ),
        OperationCase(
            outline: "security-removed security['key + pat']",
            old: post("security: [{ pat: [], key: [] }, { key: [] }]"),
            new: post("security: [{ key: [] }]"),
            sentence: "a call with key + pat is no longer accepted",
            severities: [.breaking, .risky]
        ),
        OperationCase(
            outline: "security-scope-added security.oauth(write)",
            old: post("security: [{ oauth: [read] }]"),
            new: post("security: [{ oauth: [read, write] }]"),
            sentence: "oauth needs the scope 'write' now",
            severities: [.breaking, .risky]
        ),
        OperationCase(
            outline: "security-scope-removed security.oauth(write)",
            old: post("security: [{ oauth: [read, write] }]"),
            new: post("security: [{ oauth: [read] }]"),
            sentence: "oauth no longer needs the scope 'write'",
            severities: [.harmless, .breaking]
        ),
        OperationCase(
            outline: "security-scheme-changed securitySchemes.key",
            old: post("security: [{ key: [] }]"),
            new: post("security: [{ key: [] }]"),
            sentence: "key is sent in another way: {\"type\":\"http\",\"scheme\":\"bearer\"}",
            severities: [.breaking, .breaking],
            components: (
                "securitySchemes: { key: { type: apiKey, in: header, name: x-key, description: A } }",
                "securitySchemes: { key: { type: http, scheme: bearer, description: B } }"
            )
        ),
    ]
}
