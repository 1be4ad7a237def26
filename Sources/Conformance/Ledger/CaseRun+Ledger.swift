import JSON
import Results
import Scenarios
import SeamContract

extension CaseRun {
    /// Deletes what the case made, newest first; what is still there in the end is noted.
    ///
    /// Cancellation does not stop it: requests are shielded, and only the time is bounded.
    /// - Parameter deadline: when no further request may begin, on the clock's `elapsed`.
    mutating func settleLedger(until deadline: Duration) async {
        for resource in ledger.resources.reversed() {
            guard context.clock.elapsed() < deadline else {
                context.note("\(testCase.id): no time was left to delete \(resource.name)")
                continue
            }
            if let complaint = await delete(resource, until: deadline) {
                context.note("\(testCase.id): could not delete \(resource.name): \(complaint)")
            }
        }
    }

    /// Notes that a call may have made something whose id nobody knows; says nothing of calls that make nothing.
    ///
    /// - Parameters:
    ///   - call: the call.
    ///   - reason: what came of its answer, such as `was lost`.
    func noteLoss(of call: PreparedCall, because reason: String) {
        guard call.method.performsOperations, OperationVerb(path: call.path).isCreation else { return }
        context.note("\(testCase.id): the answer to \(call.path) \(reason), so what it made may be left over")
    }

    /// Deletes one resource.
    ///
    /// - Returns: why it may still be there; nil when it is gone.
    private mutating func delete(_ resource: Resource, until deadline: Duration) async -> String? {
        let handle: (parameter: String, value: String)
        switch resource.handle {
        case .id(let parameter, let value): handle = (parameter, value)
        case .identityKey(let key):
            let found = await ask("/get", of: resource, ["user_identity_key": .string(key)], until: deadline)
            guard let id = found.observation?.json?["user_identity"]?["user_identity_id"]?.stringValue else {
                return Self.isGone(found.observation) ? nil : Self.complaint(found)
            }
            handle = ("user_identity_id", id)
        }
        if ledger.identitiesWithUnknownUsers.contains(handle.value) {
            await deleteUsers(ofIdentity: handle.value, resource, until: deadline)
        }
        let answer = await ask("/delete", of: resource, [handle.parameter: .string(handle.value)], until: deadline)
        return answer.observation?.isSuccess ?? false || Self.isGone(answer.observation) ? nil : Self.complaint(answer)
    }

    /// Deletes the access-system users of an identity that no response named.
    private mutating func deleteUsers(ofIdentity id: String, _ identity: Resource, until deadline: Duration) async {
        let list = await ask("/list_acs_users", of: identity, ["user_identity_id": .string(id)], until: deadline)
        for user in list.observation?.json?["acs_users"]?.arrayValue ?? [] {
            guard let id = user["acs_user_id"]?.stringValue else { continue }
            let handle = Resource.Handle.id(parameter: "acs_user_id", value: id)
            let resource = Resource(namespace: Ledger.users, handle: handle, credential: identity.credential)
            guard !ledger.resources.contains(resource) else { continue }
            if let complaint = await delete(resource, until: deadline) {
                context.note("\(testCase.id): could not delete \(resource.name): \(complaint)")
            }
        }
    }

    /// Calls an operation as part of the clean-up; the exchange is told and checked like every other.
    ///
    /// - Returns: the answer, or what kept one that can be judged from coming.
    private mutating func ask(
        _ verb: String,
        of resource: Resource,
        _ parameters: JSONValue,
        until deadline: Duration
    ) async -> (observation: Observation?, trouble: String?) {
        let path = resource.namespace + verb
        let credential = resource.credential.credential
        do {
            let request = try context.builder.request(path, parameters, as: credential)
            let delivery = try await context.transport.deliver(
                request,
                within: context.options.timeout,
                shieldedUntil: deadline
            )
            let label = ExchangeLabel(
                ordinal: 0,
                step: "clean-up",
                phase: .cleanup,
                operation: context.contract[path]?.path,
                credential: credential.word
            )
            let question = Observation.Question(
                operation: context.contract[path],
                isMethodKnown: true,
                isReadable: true,
                mayBeGone: true
            )
            return (take(delivery, of: request, label: label, question: question).observation, delivery.trouble)
        } catch {
            return (nil, "\(path) can't be called: \(error)")
        }
    }

    /// Whether an answer says that what was asked for is not there.
    private static func isGone(_ answer: Observation?) -> Bool {
        guard let answer else { return false }
        let type = answer.json?["error"]?["type"]?.stringValue ?? ""
        return answer.response.status == 404 || (answer.response.status == 400 && type.hasSuffix("_not_found"))
    }

    /// What came instead of a deletion.
    private static func complaint(_ answer: (observation: Observation?, trouble: String?)) -> String {
        guard let answer = answer.observation else { return answer.trouble ?? "no answer" }
        let message = answer.json?["error"]?["message"]?.stringValue ?? ""
        return "\(answer.response.status) \(message.prefix(200))"
    }
}
