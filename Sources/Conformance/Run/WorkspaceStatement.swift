import JSON

/// What a response of `/workspaces/get` proves about its workspace.
///
/// Rule: only a 2xx whose JSON has `workspace.is_sandbox` with the value `true`, and no repeated property anywhere, proves a
/// sandbox. Readers differ in which of two properties with one name they take (RFC 8259 §4), so such a response proves
/// nothing. 408, 425, 429, a 5xx and a response that is no JSON show trouble in asking, and say nothing of the workspace.
enum WorkspaceStatement: Equatable {
    /// The workspace is a sandbox.
    case sandbox
    /// The workspace says that it is no sandbox; its name, at most 80 characters.
    case production(String)
    /// The response does not say whether the workspace is a sandbox.
    case silence
    /// The response names a property of an object more than once; its place, a JSON Pointer of at most 80 characters.
    case repetition(String)
    /// The response leads elsewhere; its location, at most 200 characters.
    case redirect(String)
    /// The question did not get through, or not now: what was answered, as a fragment such as `answered 503 (…): …`.
    case trouble(String)

    /// Reads a response.
    ///
    /// - Parameter response: the response.
    init(_ response: IncomingResponse) {
        let status = response.status
        if (300...399).contains(status) {
            self = .redirect(String(response.header("location")?.prefix(200) ?? "nowhere"))
            return
        }
        let text = try? JSONText(parsing: response.body)
        let isFailure = status >= 500 || Self.transient.contains(status)
        guard !(isFailure || text == nil) || Self.isAbsence(response) else {
            self = .trouble(Self.excerpt(of: response))
            return
        }
        guard status / 100 == 2, let text else {
            self = .silence
            return
        }
        if let member = text.duplicateMembers.first {
            self = .repetition(String(member.pointer.description.prefix(80)))
            return
        }
        let workspace = text.value["workspace"]
        switch workspace?["is_sandbox"]?.boolValue {
        case true?: self = .sandbox
        case false?: self = .production(String((workspace?["name"]?.stringValue ?? "?").prefix(80)))
        case nil: self = .silence
        }
    }

    /// Whether a response says that the call is not offered; as it has no parameters, any 404 does.
    ///
    /// - Parameter response: the response.
    /// - Returns: whether it does.
    static func isAbsence(_ response: IncomingResponse) -> Bool {
        response.status == 404 || Absence.evidence(in: response) != nil
    }

    /// The statuses below 500 that ask to try again later (RFC 9110 §15.5.9, RFC 8470 §5.2, RFC 6585 §4).
    private static let transient: Set<Int> = [408, 425, 429]

    /// The status, the content type and the beginning of the body.
    private static func excerpt(of response: IncomingResponse) -> String {
        let type = response.header("content-type")?.prefix { $0 != ";" }.prefix(80) ?? "no content-type"
        let text = String(decoding: response.body.prefix(120), as: UTF8.self)
        return "answered \(response.status) (\(type)): " + (text.isEmpty ? "no body" : text)
    }
}
