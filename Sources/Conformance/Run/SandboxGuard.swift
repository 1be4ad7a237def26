import JSON
import Results
import Scenarios

/// Asks `/workspaces/get`, before anything is written, whether the workspace is a sandbox.
///
/// Rule: a workspace that says it is no sandbox stops the run, and so does one of Seam's own host when it can't be told;
/// elsewhere that is noted, since an endpoint need not offer the call. `--allow-production` and `--read-only` let it pass.
struct SandboxGuard {
    /// What all cases share.
    let context: RunContext

    /// Why the run may not go on; nil when it may.
    ///
    /// - Parameter credentials: whose workspaces will be written to.
    /// - Returns: the ending.
    func ending(for credentials: [Credential]) async -> RunEnding? {
        for credential in credentials {
            if let ending = await ending(for: credential) { return ending }
        }
        return nil
    }

    private func ending(for credential: Credential) async -> RunEnding? {
        let path = "/workspaces/get"
        do {
            let request = try context.builder.request(path, [:], as: credential)
            let delivery = try await context.transport.deliver(
                request,
                within: context.options.timeout,
                isShielded: false
            )
            guard let response = delivery.response else { return ending(delivery.failure) }
            return verdict(on: response, of: credential)
        } catch {
            return ending(.failed, "\(context.endpoint) can't be asked: \(error)")
        }
    }

    /// What the first call says when it fails.
    private func ending(_ failure: TransportFailure?) -> RunEnding? {
        if failure?.kind == .cancelled { return ending(.interrupted, "the run was interrupted") }
        return ending(.unreachable, "\(context.endpoint) could not be reached: \(failure?.message ?? "no answer")")
    }

    private func verdict(on response: IncomingResponse, of credential: Credential) -> RunEnding? {
        let workspace = (try? JSONText(parsing: response.body))?.value["workspace"]
        let isSandbox = response.status == 200 ? workspace?["is_sandbox"]?.boolValue : nil
        if isSandbox == true { return nil }
        let isAllowed = context.options.allowsProduction || context.options.isReadOnly
        let owner = credential.word == "own" ? "" : " of \(credential.word)"
        guard isSandbox == nil else {
            let name = workspace?["name"]?.stringValue ?? "?"
            let message = "workspace '\(name.prefix(80))'\(owner) is no sandbox"
            return conclude(message, isAllowed: isAllowed, isRefusable: true)
        }
        let type = response.header("content-type") ?? "no content-type"
        let message =
            "/workspaces/get\(owner) answered \(response.status) (\(type.prefix(80))) "
            + "and did not say whether the workspace is a sandbox"
        return conclude(message, isAllowed: isAllowed, isRefusable: context.endpoint.isSeamsOwn)
    }

    /// Stops the run, or notes why it goes on.
    private func conclude(_ message: String, isAllowed: Bool, isRefusable: Bool) -> RunEnding? {
        if isRefusable, !isAllowed {
            return ending(.refused, message + ": nothing was sent (--allow-production runs there all the same)")
        }
        context.note(message)
        return nil
    }

    private func ending(_ reason: RunEnding.Reason, _ message: String) -> RunEnding {
        RunEnding(reason: reason, message: message, finishedAt: context.clock.now())
    }
}
