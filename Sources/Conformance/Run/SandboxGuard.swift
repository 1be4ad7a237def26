import JSON
import Results
import Scenarios

/// Asks `/workspaces/get`, before anything is written, whether the credentials open sandboxes.
///
/// Rule: a workspace that does not prove to be a sandbox stops the run, and so do a rejected credential and a redirect: the
/// user has something to correct. Trouble in asking (``WorkspaceStatement/trouble(_:)``) stops it, too, as an endpoint that
/// can't be reached. An endpoint that is not Seam's need not offer the call. `--allow-production` and `--read-only` let all
/// of these but a rejected credential pass, with a note.
struct SandboxGuard {
    /// What all cases share.
    let context: RunContext

    /// What the looks at the workspaces come to.
    enum Outcome: Sendable, Equatable {
        /// The run may not go on.
        case stop(RunEnding)
        /// It may; a credential that is of no use makes its capability missing.
        case proceed([Capability: Availability])
    }

    /// Looks at the workspace of the user's own credential, then at those of others.
    ///
    /// - Parameter others: the further credentials that cases ask for, by the capability that each gives.
    /// - Returns: whether the run may go on, and without what.
    func outcome(for others: [(capability: Capability, credential: Credential)]) async -> Outcome {
        do throws(RunStop) {
            let own = try await response(to: Self.path, as: .own)
            context.ownership.begin(at: RunBeginning.instant(showing: own, now: context.clock.now()))
            try await admitOwn(own)
            var availability: [Capability: Availability] = [:]
            for (capability, credential) in others {
                let other = try await response(to: Self.path, as: credential)
                if let reason = useless(other, of: credential, beside: own) {
                    availability[capability] = .missing(reason)
                } else {
                    try admit(other, of: credential)
                }
            }
            return .proceed(availability)
        } catch {
            return .stop(RunEnding(reason: error.reason, message: error.message, finishedAt: context.clock.now()))
        }
    }

    /// Why the run may not go on.
    private struct RunStop: Error {
        let reason: RunEnding.Reason
        let message: String
    }

    private static let path = "/workspaces/get"
    /// Calls that change nothing, which show whether the endpoint answers anything at all.
    private static let harmlessPaths = ["/user_identities/list", "/acs/systems/list"]

    /// Whether a response says that the call is not offered; as it has no parameters, any 404 does.
    private static func isAbsence(_ response: IncomingResponse) -> Bool {
        WorkspaceStatement.isAbsence(response)
    }

    /// The answer to a call without parameters.
    private func response(to path: String, as credential: Credential) async throws(RunStop) -> IncomingResponse {
        let delivery: Delivery
        do {
            let request = try context.builder.request(path, [:], as: credential)
            delivery = try await context.transport.deliver(request, within: context.options.timeout)
        } catch {
            throw RunStop(reason: .failed, message: "\(context.endpoint) can't be asked: \(error)")
        }
        if let response = delivery.response { return response }
        if let kind = delivery.failure?.kind, [.cancelled, .notSent].contains(kind) {
            throw RunStop(reason: .interrupted, message: (context.halt.cause ?? .interruption).description)
        }
        let message = delivery.failure?.message ?? "no answer from \(context.endpoint)"
        throw RunStop(reason: .unreachable, message: message)
    }

    /// Stops the run when the user's own credential is rejected, when nothing is there, or at what is no sandbox.
    private func admitOwn(_ response: IncomingResponse) async throws(RunStop) {
        try rejectIfUnauthorized(response)
        if response.status == 404 { try await findAnything() }
        try admit(response, of: .own)
    }

    /// Stops the run when the endpoint answers 404 to every harmless call.
    private func findAnything() async throws(RunStop) {
        for path in Self.harmlessPaths {
            let response = try await response(to: path, as: .own)
            try rejectIfUnauthorized(response)
            if response.status != 404 { return }
        }
        throw RunStop(reason: .refused, message: "the endpoint answers 404 to everything (check the base path)")
    }

    private func rejectIfUnauthorized(_ response: IncomingResponse) throws(RunStop) {
        guard [401, 403].contains(response.status) else { return }
        let advice =
            context.endpoint.credentials.apiKey == nil
            ? "check the token, SEAM_WORKSPACE_ID and SEAM_ENDPOINT" : "check the key, and SEAM_ENDPOINT"
        let message = "\(variable(of: .own)) was rejected with \(response.status) (\(advice))"
        throw RunStop(reason: .refused, message: message)
    }

    /// Why a further credential is of no use; nil when it is, or when the endpoint does not offer the call to anybody.
    private func useless(
        _ response: IncomingResponse,
        of credential: Credential,
        beside own: IncomingResponse
    ) -> String? {
        let isOffered = !(Self.isAbsence(own) && Self.isAbsence(response))
        let variable = variable(of: credential)
        guard response.status / 100 == 2 else {
            let verb = response.status < 400 || response.status >= 500 ? "answered" : "rejected"
            return isOffered ? "\(variable) was \(verb) with \(response.status)" : nil
        }
        guard credential.word == Credential.otherWorkspace.word, let id = workspace(in: response)?["workspace_id"]
        else { return nil }
        return id == workspace(in: own)?["workspace_id"] ? "\(variable) opens the same workspace" : nil
    }

    /// Stops the run, or notes why it goes on, unless the workspace is a sandbox.
    private func admit(_ response: IncomingResponse, of credential: Credential) throws(RunStop) {
        let subject = Self.path + (credential.word == "own" ? "" : " of \(credential.word)")
        switch WorkspaceStatement(response) {
        case .sandbox: return
        case .trouble(let description):
            try stop(.unreachable, "\(subject) \(description)")
        case .redirect(let target):
            let advice = "set SEAM_ENDPOINT to where the API itself is"
            try stop(.refused, "\(subject) answered \(response.status), a redirect to \(target) (\(advice))")
        case .production(let name):
            let owner = credential.word == "own" ? "" : " of \(credential.word)"
            try stop(.refused, "workspace '\(name)'\(owner) is no sandbox", advice: Self.permission)
        case .silence where Self.isAbsence(response) && !context.endpoint.isSeamsOwn:
            context.note(Self.description(of: response, from: subject))
        case .silence:
            try stop(.refused, Self.description(of: response, from: subject), advice: Self.permission)
        case .repetition(let name):
            let flaw = "the response names the property \(name) more than once, so it does not show a sandbox"
            try stop(.refused, "\(subject): \(flaw)", advice: Self.permission)
        }
    }

    /// Stops the run, or only notes why it should stop when the user wants to go on wherever it may lead.
    private func stop(_ reason: RunEnding.Reason, _ message: String, advice: String = "") throws(RunStop) {
        guard isLenient else { throw RunStop(reason: reason, message: message + advice) }
        context.note(message)
    }

    /// How a user lets a run go on that is refused.
    private static let permission = " (--allow-production runs there all the same)"

    /// What a response says that does not say whether the workspace is a sandbox.
    private static func description(of response: IncomingResponse, from subject: String) -> String {
        let type = response.header("content-type") ?? "no content-type"
        return "\(subject) answered \(response.status) (\(type.prefix(80))) "
            + "and did not say whether the workspace is a sandbox"
    }

    /// Whether the user wants to go on wherever it may lead.
    private var isLenient: Bool { context.options.allowsProduction || context.options.isReadOnly }

    private func workspace(in response: IncomingResponse) -> JSONValue? {
        (try? JSONText(parsing: response.body))?.value["workspace"]
    }

    /// The environment variable that holds a credential.
    private func variable(of credential: Credential) -> String {
        switch credential {
        case .otherWorkspace: "SEAM_OTHER_API_KEY"
        case .own where context.endpoint.credentials.apiKey != nil: "SEAM_API_KEY"
        default: "SEAM_PERSONAL_ACCESS_TOKEN"
        }
    }
}
