import JSON
import Results
import Scenarios
import SeamContract

/// Finds out which operations the endpoint does not offer, by one harmless call for each.
///
/// Rule: an operation is not offered when neither POST nor its other method finds it. What can't be told (no answer, or no
/// harmless call) counts as offered, so that the cases show it.
struct OperationProbe {
    /// What all cases share.
    let context: RunContext

    /// What the endpoint does not offer.
    ///
    /// - Parameters:
    ///   - operations: the operations to look for; nothing else is called.
    ///   - others: the paths of those that have to be there by their other method too.
    /// - Returns: what is not there.
    func absences(among operations: [Contract.Operation], byOtherMethod others: Set<String>) async -> Absences {
        let posts = operations.compactMap { ProbeCall($0, by: .post) }
        let asked = operations.filter { others.contains($0.path) }
        let first = await evidence(from: posts + asked.compactMap { ProbeCall($0, by: $0.alias) })
        let open = operations.filter { first["POST \($0.path)"] != nil && !others.contains($0.path) }
        let second = await evidence(from: open.compactMap { ProbeCall($0, by: $0.alias) })
        let evidence = first.merging(second) { first, _ in first }
        var absences = Absences()
        for operation in operations {
            let other = operation.alias.map { evidence["\($0) \(operation.path)"] }
            switch (evidence["POST \(operation.path)"], other) {
            case (let post?, nil), (let post?, .some(.some)): absences.operations[operation.path] = post
            case (nil, .some(let other?)): absences.aliases[operation.path] = other
            case (_, .some(nil)), (nil, nil): break
            }
        }
        absences.absentMethods = Self.absentMethods(among: asked, absences)
        return absences
    }

    /// The methods by which none of at least two operations is offered.
    private static func absentMethods(among asked: [Contract.Operation], _ absences: Absences) -> Set<Contract.Method> {
        let offered = asked.filter { $0.alias != nil && absences.operations[$0.path] == nil }
        let byMethod = Dictionary(grouping: offered) { $0.alias ?? .post }
        return Set(
            byMethod.filter { $1.count > 1 && $1.allSatisfy { absences.aliases[$0.path] != nil } }.keys
        )
    }

    /// A path that no endpoint has.
    private static let unknownPath = "/seamcheck/no_such_operation"

    /// What the answers to calls show of absence, by the call's id; what was made all the same is deleted.
    private func evidence(from probes: [ProbeCall]) async -> [String: String] {
        let answers = await answers(to: probes)
        await undo(answers)
        return await absences(in: answers)
    }

    /// What answers show of absence, by the call's id.
    ///
    /// A 404 with an envelope counts when a path that can't exist is answered the same, and the text is sure not to be about
    /// a thing: it names the path, or others are told that their parameters are wrong before anything is looked for.
    private func absences(in answers: [(ProbeCall, IncomingResponse)]) async -> [String: String] {
        var absences: [String: String] = [:]
        for (probe, answer) in answers { absences[probe.id] = Absence.evidence(in: answer) }
        let refusals = answers.compactMap { probe, answer in
            Absence.refusal(in: answer, of: probe.path).map { (probe.id, $0) }
        }
        guard !refusals.isEmpty, let unknown = await unknownPathRefusal() else { return absences }
        let validates = answers.contains { [400, 422].contains($0.1.status) }
        for (id, refusal) in refusals where refusal == unknown && (refusal.namesPath || validates) {
            absences[id] = "404 as for a path that does not exist"
        }
        return absences
    }

    /// What is said of a path that no endpoint has; nil when that is no 404 with an envelope.
    private func unknownPathRefusal() async -> Absence.Refusal? {
        guard let request = try? context.builder.request(Self.unknownPath, [:], as: .own),
            let answer = await answer(to: request)
        else { return nil }
        return Absence.refusal(in: answer, of: Self.unknownPath)
    }

    /// The answers to calls that are sent side by side, as many as the run allows; calls without one are left out.
    private func answers(to probes: [ProbeCall]) async -> [(ProbeCall, IncomingResponse)] {
        var waiting = probes[...]
        var answers: [(ProbeCall, IncomingResponse)] = []
        await withTaskGroup(of: (ProbeCall, IncomingResponse?).self) { group in
            for probe in waiting.prefix(context.options.concurrency) { group.addTask { await answer(to: probe) } }
            waiting = waiting.dropFirst(context.options.concurrency)
            for await (probe, answer) in group {
                if let answer { answers.append((probe, answer)) }
                if let next = waiting.popFirst() { group.addTask { await self.answer(to: next) } }
            }
        }
        return answers.sorted { $0.0.id < $1.0.id }
    }

    /// A call with its answer; nil when none came.
    private func answer(to probe: ProbeCall) async -> (ProbeCall, IncomingResponse?) {
        let request = try? context.builder.request(of: probe.method, probe.path, probe.parameters, as: .own)
        guard let request else { return (probe, nil) }
        let answer = await answer(to: request)
        return (probe, answer)
    }

    /// The answer to a request; nil when none came, or when the endpoint put the request off.
    private func answer(to request: OutgoingRequest, shieldedUntil end: Duration? = nil) async -> IncomingResponse? {
        let timeout = min(context.options.probeTimeout, context.options.timeout)
        var transport = context.transport
        // Who puts a request off offers the operation.
        transport.policy = .impatient
        let delivery = try? await transport.deliver(request, within: timeout, shieldedUntil: end)
        return delivery.flatMap { $0.isPutOff ? nil : $0.response }
    }

    /// Deletes what was made all the same, by an endpoint that takes parameters of any type.
    private func undo(_ answers: [(ProbeCall, IncomingResponse)]) async {
        var ledger = Ledger()
        for (probe, answer) in answers where answer.status / 100 == 2 {
            let body = (try? JSONText(parsing: answer.body))?.value ?? .null
            ledger.record(
                LedgerEntry(path: probe.path, parameters: [:], isDeletion: false, answer: body, credential: .own)
            )
        }
        let end = context.cleanupEnd
        for resource in ledger.resources {
            guard case .id(let parameter, let value) = resource.handle,
                let request = try? context.builder.request(
                    resource.namespace + "/delete",
                    [parameter: .string(value)],
                    as: .own
                )
            else { continue }
            let status = await answer(to: request, shieldedUntil: end)?.status
            guard status.map({ $0 / 100 != 2 && $0 != 404 }) ?? true else { continue }
            context.note("could not delete \(resource.name), which a call with senseless parameters made")
        }
    }
}
