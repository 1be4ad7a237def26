import JSON
import Results

/// A call that the runner itself makes to learn whose something is, or to delete it.
struct CleanupQuestion: Sendable, Hashable {
    /// What the call is for.
    enum Purpose: String, Sendable, Hashable {
        /// To see whether a resource is ours.
        case ownership
        /// To find again what was created.
        case search
        /// To delete what is ours.
        case deletion
    }

    /// What it is for.
    let purpose: Purpose
    /// The path of the operation.
    let path: String
    /// Its parameters.
    let parameters: [String: JSONValue]
    /// Who asks.
    let credential: OwnerCredential

    /// The parameters as they are sent.
    var json: JSONValue {
        .object(
            parameters.keys.sorted().reduce(into: JSONObject()) { $0[$1] = parameters[$1] }
        )
    }
}

/// What came of a ``CleanupQuestion``.
enum CleanupReply: Sendable, Equatable {
    /// A response: its status, and its body when that is JSON.
    case response(status: Int, json: JSONValue?)
    /// None: why, as a lower-case fragment.
    case none(String)
}

extension CleanupReply {
    /// What a delivery says.
    ///
    /// - Parameter delivery: the delivery.
    init(_ delivery: Delivery) {
        guard let response = delivery.response, !delivery.isPutOff else {
            let failure = delivery.trouble ?? delivery.failure?.message
            self = .none(failure ?? "no response")
            return
        }
        self = .response(status: response.status, json: try? JSONText(parsing: response.body).value)
    }
}

extension RunContext {
    /// Puts a question that belongs to no case; unless it says so, it is not stopped with the run.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - timeout: how long one attempt may take.
    ///   - end: until when all attempts may last, on the clock's `elapsed`.
    ///   - policy: what is tried again.
    ///   - endsWhenCancelled: whether it ends when the task is cancelled, as what only reads may.
    /// - Returns: what came of it.
    func reply(
        to question: CleanupQuestion,
        within timeout: Duration,
        until end: Duration,
        by policy: RetryPolicy = .cleanup,
        endsWhenCancelled: Bool = false
    ) async -> CleanupReply {
        do {
            let request = try builder.request(question.path, question.json, as: question.credential.credential)
            var transport = transport
            transport.cleanupPolicy = policy
            let delivery = try await transport.deliver(
                request,
                within: timeout,
                shieldedUntil: end,
                endsWhenCancelled: endsWhenCancelled
            )
            return CleanupReply(delivery)
        } catch {
            return .none("it can't be called: \(error)")
        }
    }
}
