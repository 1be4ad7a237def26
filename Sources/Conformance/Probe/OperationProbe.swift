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
        let posts = operations.compactMap { ProbeCall($0, by: .post, marked: mark) }
        let asked = operations.filter { others.contains($0.path) }
        let first = await evidence(from: posts + asked.compactMap { ProbeCall($0, by: $0.alias, marked: mark) })
        let open = operations.filter { first["POST \($0.path)"] != nil && !others.contains($0.path) }
        let second = await evidence(from: open.compactMap { ProbeCall($0, by: $0.alias, marked: mark) })
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

    /// The name under which the probe generates values.
    private static let valueName = "probe"

    /// The generated text that the calls send.
    private var mark: String {
        GeneratedValues.first(seed: context.seed, caseID: Self.valueName)
    }

    /// A path that no endpoint has.
    private static let unknownPath = "/seamcheck/no_such_operation"

    /// What the responses to calls show of absence, by the call's id; what was made all the same is deleted.
    private func evidence(from probes: [ProbeCall]) async -> [String: String] {
        let making = probes.filter { $0.makes }
        let entries: [Int64?]
        do {
            entries = try context.journal?.intend(making.map(intent)) ?? making.map { _ in nil }
        } catch {
            context.journalTrouble.note("\(error)")
            return await absences(in: answers(to: probes.filter { !$0.makes }))
        }
        let moment = context.ownership.now
        var answers = await answers(to: probes)
        // A server error says nothing of whether the operation is there: it is asked for once more.
        let crashed = answers.filter { $0.1.status >= 500 && Absence.evidence(in: $0.1) == nil }.map(\.0)
        let again = await self.answers(to: crashed.filter { !$0.makes })
        let retold = Set(again.map(\.0.id))
        answers = answers.filter { !retold.contains($0.0.id) } + again
        await undo(answers, at: moment, Dictionary(zip(making.map(\.id), entries)) { first, _ in first })
        return await absences(in: answers)
    }

    /// What a call would create at an endpoint that takes parameters of any type.
    private func intent(of probe: ProbeCall) -> CreationIntent {
        CreationIntent(
            operation: probe.path,
            credential: Credential.own.word,
            seed: context.seed,
            caseID: Self.valueName,
            values: [CreationIntent.Value(parameter: "full_name", text: mark)],
            sentAt: context.clock.now(),
            begin: context.ownership.begin
        )
    }

    /// What answers show of absence, by the call's id.
    ///
    /// A 404 with an envelope counts when a path that can't exist is answered the same, and the text is sure not to be about
    /// a thing: it names the path, speaks of paths, or others are told that their parameters are wrong before anything is looked for.
    private func absences(in answers: [(ProbeCall, IncomingResponse)]) async -> [String: String] {
        var absences: [String: String] = [:]
        for (probe, answer) in answers { absences[probe.id] = Absence.evidence(in: answer) }
        let refusals = answers.compactMap { probe, answer in
            Absence.refusal(in: answer, of: probe.path).map { (probe.id, $0) }
        }
        guard !refusals.isEmpty, let unknown = await unknownPathRefusal() else { return absences }
        let validates = answers.contains { [400, 422].contains($0.1.status) }
        for (id, refusal) in refusals
        where refusal == unknown && (refusal.namesPath || refusal.speaksOfPath || validates) {
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
        if end == nil { transport.policy = .impatient }
        var delivery = try? await transport.deliver(request, within: timeout, shieldedUntil: end)
        // Now and then a request is put off by chance: the next one tells.
        if end == nil, delivery?.isPutOff == true {
            delivery = try? await transport.deliver(request, within: timeout, shieldedUntil: end)
        }
        guard let delivery, !delivery.isPutOff, let response = delivery.response else { return nil }
        if let json = (try? JSONText(parsing: response.body))?.value { context.ownership.note(json) }
        return response
    }

    /// Deletes what was made all the same, by an endpoint that takes parameters of any type.
    private func undo(
        _ answers: [(ProbeCall, IncomingResponse)],
        at moment: Sightings.Moment,
        _ entries: [String: Int64?]
    ) async {
        var ledger = Ledger()
        var lost: [LostCreation] = []
        var settled: [Int64] = []
        for (probe, answer) in answers {
            let entry = entries[probe.id] ?? nil
            guard answer.status / 100 == 2, probe.makes else {
                if let entry { settled.append(entry) }
                continue
            }
            let body = (try? JSONText(parsing: answer.body))?.value ?? .null
            let call = AcceptedCall(
                path: probe.path,
                parameters: [:],
                isDeletion: false,
                answer: body,
                credential: .own,
                responseKey: context.contract[probe.path]?.responseKey
            )
            let sent = [GeneratedParameter(name: "", value: mark)]
            switch ledger.record(call, at: moment, sending: sent, entry: entry) {
            case .claimed: break
            case .nothingNew: if let entry { settled.append(entry) }
            case .unknown:
                lost.append(
                    LostCreation(
                        path: probe.path,
                        sent: sent,
                        identityID: nil,
                        moment: moment,
                        credential: .own,
                        entry: entry
                    )
                )
            }
        }
        let values = GeneratedValues(seed: context.seed, caseID: Self.valueName, count: 1)
        var reclaimer = Reclaimer(
            ownership: context.ownership,
            values: values,
            contract: context.contract,
            begin: context.ownership.begin
        )
        let end = context.cleanupEnd
        let settlements = await reclaimer.settle(
            ledger.claims,
            lost: lost,
            identitiesWithUnknownUsers: [],
            asking: { await reply(to: $0, until: end) }
        )
        for settlement in settlements { context.ownership.note(settlement) }
        settled += settlements.settledEntries
        do {
            if !settled.isEmpty { try context.journal?.settle(settled) }
        } catch {
            context.journalTrouble.note("\(error)")
        }
    }

    /// What comes of a question in the course of deleting.
    private func reply(to question: CleanupQuestion, until end: Duration) async -> CleanupReply {
        let credential = question.credential.credential
        guard let request = try? context.builder.request(question.path, question.json, as: credential),
            let answer = await answer(to: request, shieldedUntil: end)
        else { return .none("no response") }
        return .response(status: answer.status, json: try? JSONText(parsing: answer.body).value)
    }
}
