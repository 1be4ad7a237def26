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

    /// The operations that the endpoint does not offer.
    ///
    /// - Parameter operations: the operations to look for; nothing else is called.
    /// - Returns: what shows it, such as `404 without an error envelope`, by the operation's path.
    func absences(among operations: [Contract.Operation]) async -> [String: String] {
        let probes = operations.compactMap(ProbeCall.init)
        let answers = await answers(to: probes) { probe in
            try? context.builder.request(probe.path, probe.parameters, as: .own)
        }
        await undo(answers)
        let absent = await absences(in: answers)
        let others = await self.answers(to: probes.filter { absent[$0.path] != nil && $0.alias != nil }) { probe in
            try? context.builder.request(of: probe.alias ?? .post, probe.path, probe.parameters, as: .own)
        }
        let stillAbsent = await absences(in: others)
        return absent.filter { path, _ in others[path] == nil || stillAbsent[path] != nil }
    }

    /// The longest that an answer is waited for: who is slower offers the operation.
    private static let patience = Duration.seconds(5)
    /// A path that no endpoint has.
    private static let unknownPath = "/seamcheck/no_such_operation"

    /// What answers show of absence, by path.
    ///
    /// A 404 with an envelope counts when a path that can't exist is answered the same, and the text is sure not to be about
    /// a thing: it names the path, or others are told that their parameters are wrong before anything is looked for.
    private func absences(in answers: [String: IncomingResponse]) async -> [String: String] {
        var absences = answers.compactMapValues(Absence.evidence)
        let refusals = answers.compactMap { path, answer in
            Absence.refusal(in: answer, of: path).map { (path, $0) }
        }
        guard !refusals.isEmpty, let unknown = await unknownPathRefusal() else { return absences }
        let validates = answers.values.contains { [400, 422].contains($0.status) }
        for (path, refusal) in refusals where refusal == unknown && (refusal.namesPath || validates) {
            absences[path] = "404 as for a path that does not exist"
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

    /// The answers to calls that are sent side by side, as many as the run allows, by path; none where none came.
    private func answers(
        to probes: [ProbeCall],
        by request: (ProbeCall) -> OutgoingRequest?
    ) async -> [String: IncomingResponse] {
        var waiting = probes.compactMap { probe in request(probe).map { (probe.path, $0) } }[...]
        var answers: [String: IncomingResponse] = [:]
        await withTaskGroup(of: (String, IncomingResponse?).self) { group in
            for _ in 0..<context.options.concurrency { begin(&waiting, in: &group) }
            for await (path, answer) in group {
                answers[path] = answer
                begin(&waiting, in: &group)
            }
        }
        return answers
    }

    /// Sends the next call.
    private func begin(
        _ waiting: inout ArraySlice<(String, OutgoingRequest)>,
        in group: inout TaskGroup<(String, IncomingResponse?)>
    ) {
        guard let (path, request) = waiting.popFirst() else { return }
        group.addTask { (path, await answer(to: request)) }
    }

    /// The answer to a request; nil when none came, or when there are too many requests to say.
    private func answer(to request: OutgoingRequest) async -> IncomingResponse? {
        let timeout = min(Self.patience, context.options.timeout)
        let delivery = try? await context.transport.deliver(request, within: timeout, isShielded: false)
        return delivery?.response.flatMap { $0.status == 429 ? nil : $0 }
    }

    /// Deletes what was made all the same, by an endpoint that takes parameters of any type.
    private func undo(_ answers: [String: IncomingResponse]) async {
        var ledger = Ledger()
        for (path, answer) in answers.sorted(by: { $0.key < $1.key }) where answer.status / 100 == 2 {
            let body = (try? JSONText(parsing: answer.body))?.value ?? .null
            ledger.record(LedgerEntry(path: path, parameters: [:], isDeletion: false, answer: body, credential: .own))
        }
        for resource in ledger.resources {
            guard case .id(let parameter, let value) = resource.handle,
                let request = try? context.builder.request(
                    resource.namespace + "/delete",
                    [parameter: .string(value)],
                    as: .own
                )
            else { continue }
            let status = await answer(to: request)?.status
            guard status.map({ $0 / 100 != 2 && $0 != 404 }) ?? true else { continue }
            context.note("could not delete \(resource.name), which a call with senseless parameters made")
        }
    }
}
