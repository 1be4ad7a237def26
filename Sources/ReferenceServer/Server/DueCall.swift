import JSON
import SeamModel

/// A call that has been read and authorized, and is due to be carried out.
struct DueCall {
    /// What came in.
    let received: ReceivedCall
    /// The operation.
    let operation: String
    /// Its parameters.
    let parameters: JSONObject
    /// The time, and who calls.
    let context: Call
    /// The place of the workspace that it is about.
    let workspace: Int
    /// What of it is to be done now.
    let section: CriticalSection
}

extension World {
    /// Carries out a call, rightly or as the breaches have it.
    ///
    /// - Parameters:
    ///   - call: the call.
    ///   - breaches: what is done wrong.
    /// - Returns: the answer; nil when workspaces do not know the operation.
    /// - Throws: `ModelError` when the call is refused.
    mutating func carryOut(_ call: DueCall, with breaches: FaultsInForce) throws(ModelError) -> Answer? {
        switch call.section {
        case .whole where !breaches.loses(call.received):
            return try perform(call)
        case .whole:
            var copy = self
            return try copy.perform(call)
        case .look(var copy):
            return try copy.perform(call)
        case .store(let before):
            guard let race = breaches.race(of: call.received) else { return try perform(call) }
            return try store(call, after: before, in: race)
        }
    }

    /// Carries out a call that has looked at the world as it was.
    private mutating func store(_ call: DueCall, after before: World, in race: Race) throws(ModelError) -> Answer? {
        let policy = workspaces[call.workspace].policy
        race.weaken(&workspaces[call.workspace].policy, call, before.workspaces[call.workspace])
        defer { workspaces[call.workspace].policy = policy }
        do throws(ModelError) {
            return try perform(call)
        } catch {
            throw error.status == 404 ? race.failure ?? error : error
        }
    }

    /// Carries out a call.
    private mutating func perform(_ call: DueCall) throws(ModelError) -> Answer? {
        try perform(call.operation, call.parameters, call.context, in: call.workspace)
    }
}
