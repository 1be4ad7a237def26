import JSON
import JSONSchema
import SeamContract

/// One method of a path, as a document describes it.
struct OperationView: Sendable {
    /// The parameters that do not stand in the body.
    let parameters: [Parameter.Key: Parameter]
    /// The body; nil when it has none.
    let body: MessageView?
    /// The answers by status: `200`, `4XX` or `default`.
    let responses: [String: MessageView]
    /// The ways to authorize a call, any one of which will do.
    let security: [SecurityWay]
    /// The member that a successful answer is about, as `x-response-key` says; nil when nothing does.
    let responseKey: Found<String>?
    /// Whether it is marked as deprecated.
    let isDeprecated: Bool
    /// The words for people by keyword.
    let notes: [String: Found<JSONValue>]
    /// Where it stands.
    let place: SchemaPlace
}

/// What a document describes: its paths, and how credentials are sent.
struct DocumentView: Sendable {
    /// The paths by their templates.
    let paths: [String: PathView]
    /// The security schemes by name.
    let securitySchemes: [String: Found<JSONValue>]
}

/// A path, as a document describes it.
struct PathView: Sendable {
    /// The path as it is written.
    let path: String
    /// What it takes.
    let methods: [Contract.Method: OperationView]
    /// Where it stands.
    let place: SchemaPlace

    /// The path without the names of its parameters, which a request does not show.
    var template: String {
        path.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("{") && $0.hasSuffix("}") ? "{}" : String($0) }
            .joined(separator: "/")
    }
}

/// A way to authorize a call: credentials that go together.
struct SecurityWay: Sendable {
    /// The scopes that each of the security schemes must have, by the scheme's name; empty when no credential is needed.
    let scopes: [String: Set<String>]
    /// Where it stands.
    let place: SchemaPlace

    /// The names of the schemes.
    var name: String {
        scopes.isEmpty ? "none" : scopes.keys.sorted().joined(separator: " + ")
    }
}
