import JSON
import JSONSchema
import SeamModel

/// The deliberate breaches of one server, asked where each rule is kept; without faults it says nothing.
struct FaultsInForce: Sendable {
    /// What the HTTP face insists on.
    let policy: ServerPolicy
    private let effects: [Fault.Effect]

    /// The breaches of some faults.
    ///
    /// - Parameter faults: the faults; none in a correct server.
    init(_ faults: [Fault] = []) {
        effects = faults.flatMap(\.effects)
        var policy = ServerPolicy()
        for case .server(let rule) in effects { policy[keyPath: rule] = false }
        self.policy = policy
    }

    /// How a call is misread.
    func misreadings(of call: ReceivedCall) -> [RequestEdit.Misreading] {
        effects.compactMap { effect in
            guard case .misread(let edit) = effect, edit.scope.includes(call) else { return nil }
            return edit.misreading
        }
    }

    /// Whether what is wrong with the parameters of a call is passed over.
    func tolerates(_ violation: Violation, in parameters: JSONValue, of call: ReceivedCall) -> Bool {
        effects.contains { effect in
            guard case .tolerate(let tolerance) = effect, tolerance.scope.includes(call) else { return false }
            return tolerance.covers(violation, in: parameters)
        }
    }

    /// Why a call is refused that should not be; nil when it is not.
    func objection(to call: ReceivedCall) -> Refusal? {
        for case .object(let objection) in effects where objection.scope.includes(call) {
            return Refusal(objection.error)
        }
        return nil
    }

    /// Whether what a call does is lost.
    func loses(_ call: ReceivedCall) -> Bool {
        effects.contains { effect in
            guard case .lose(let scope) = effect else { return false }
            return scope.includes(call)
        }
    }

    /// The race that a call runs; nil when it looks and stores at once.
    func race(of call: ReceivedCall) -> Race? {
        for case .race(let race) in effects where race.scope.includes(call) { return race }
        return nil
    }

    /// Whether the refused credentials of a call are taken all the same.
    func admits(_ call: ReceivedCall) -> Bool {
        effects.contains { effect in
            guard case .admit(let admission) = effect, admission.scope.includes(call) else { return false }
            return admission.credentials.contains(RejectedCredential(headers: call.request.headers))
        }
    }

    /// How far a call comes before its credentials are looked at.
    func stageOfAuthorization(of call: ReceivedCall) -> LateAuthorization.Stage {
        for case .delay(let delay) in effects where delay.scope.includes(call) { return delay.stage }
        return .received
    }

    /// Changes a response on its way out.
    func change(_ response: inout ServerResponse, of call: ReceivedCall) {
        for case .edit(let edit) in effects { edit.apply(to: &response, of: call) }
    }
}
