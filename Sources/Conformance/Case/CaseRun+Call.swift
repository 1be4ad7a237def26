import JSON
import JSONSchema
import Results
import Scenarios
import SeamContract

/// What came of one copy of a call.
struct Reply: Sendable {
    /// The ordinal of its exchange.
    let ordinal: Int
    /// Which of the copies it answers; nil when there is one alone.
    let copy: Int?
    /// What came of the request; nil when it could not be sent.
    let delivery: Delivery?
    /// The answer as expectations see it; nil when none arrived.
    let answer: Answer?
    /// The names and values that its expectations see.
    var scope: Scope

    /// How the answer failed to arrive; nil when one did.
    var failure: TransportFailure? { delivery?.failure }
}

/// A call that is ready to be sent.
struct ReadyCall: Sendable {
    /// The call, its templates filled in.
    let prepared: PreparedCall
    /// The request.
    let request: OutgoingRequest
    /// The names and values after its templates were filled in.
    let scope: Scope
    /// Which of the copies it is; nil when there is one alone.
    let copy: Int?
}

extension CaseRun {
    /// Calls the endpoint, again until expectations hold where the call says so, and judges the last answers.
    mutating func perform(_ call: Call, of step: Step, in phase: Exchange.Phase) async throws(TemplateError) {
        var spent = Duration.zero
        var attempt = 1
        while true {
            guard let calls = try ready(call, of: step, in: phase) else { return }
            if attempt == 1 { guard await mayChange(by: calls, of: step, in: phase) else { return } }
            guard await !areTaken(calls, in: phase) else {
                stop = .taken
                return
            }
            guard let entries = journal(calls, step: step, phase: phase) else { return }
            let start = context.clock.elapsed()
            let replies = await send(calls, of: call, step: step, phase: phase, attempt: attempt, entries: entries)
            if calls.count > 1 { timeline = Timeline(replies) }
            guard await !areTaken(calls, replies, in: phase) else {
                stop = .taken
                return
            }
            let judgement = try CallJudgement(of: replies, call: call)
            guard let polling = call.polling, !judgement.holds, judgement.isComplete else {
                if call.polling != nil, judgement.holds { context.patience.noteSettled(after: spent) }
                note(call, replies, judgement, in: phase)
                return settle(judgement, call: call, step: step, phase: phase)
            }
            let wait = polling.wait(before: attempt)
            spent += context.clock.elapsed() - start + wait
            let causes = judgement.causes(at: call.operation?.path)
            guard spent <= context.patience.limit(of: polling, for: causes) else {
                context.patience.noteLasting(causes)
                note(call, replies, judgement, in: phase)
                return settle(judgement, call: call, step: step, phase: phase)
            }
            guard await context.clock.wait(wait, shieldedUntil: cleanupEnd) else {
                // The endpoint had more time coming: what it has not shown yet is no breach.
                if phase != .cleanup { stop = .interrupted }
                return
            }
            attempt += 1
        }
    }

    /// Makes the requests of a call's copies; nil when one can't be made or breaks the contract unasked, which ends the case,
    /// or when there is no URL to follow, which passes the step over.
    private mutating func ready(
        _ call: Call,
        of step: Step,
        in phase: Exchange.Phase
    ) throws(TemplateError) -> [ReadyCall]? {
        var calls: [ReadyCall] = []
        for copy in 0..<max(1, call.copies) {
            guard let prepared = located(try call.prepared(in: &scope, copy: copy), step: step) else { return nil }
            do throws(RequestBuilder.Problem) {
                let request = try context.builder.request(prepared, to: operation(of: call, prepared))
                let number = call.copies > 1 ? copy : nil
                calls.append(ReadyCall(prepared: prepared, request: request, scope: scope, copy: number))
            } catch {
                fault("request.credential", step: step.name, message: "\(step.place): \(error)")
                if phase != .cleanup { stop = .halted(error.description) }
                return nil
            }
        }
        let faults = calls.first.map { RequestCheck.faults(in: $0.prepared, of: call, given: saved) } ?? []
        let given = calls.first.flatMap { RequestCheck.givenFault(among: faults, in: $0.prepared, given: saved) }
        if let given {
            let reason = "\(step.place): the endpoint gave no usable value for \(given), so '\(step.name)' was not sent"
            if phase != .cleanup { stop = .blocked(reason) }
            return nil
        }
        for fault in faults { tell(fault, call: call, step: step) }
        guard faults.isEmpty else {
            if phase != .cleanup { stop = .halted("\(step.name): the request breaks the contract, so it was not sent") }
            return nil
        }
        return calls
    }

    /// A call with the place that its URL leads to, where it goes by one; nil when that is none of the endpoint's.
    private func located(_ call: PreparedCall, step: Step) -> PreparedCall? {
        guard let url = call.url else { return call }
        if let url = url.stringValue, let place = GivenURL(url, below: context.builder.endpoint) {
            return call.addressed(to: place.path, query: place.query)
        }
        if !url.isNull {
            context.note(
                "\(testCase.id): '\(step.name)' was passed over: its URL does not lead to an operation of the endpoint that "
                    + "reads, or is longer than \(GivenURL.lengthLimit) bytes"
            )
        }
        return nil
    }

    /// Tells what is wrong with a request.
    private mutating func tell(_ group: ViolationGroup, call: Call, step: Step) {
        fault(
            "request.invalid",
            step: step.name,
            operation: call.operation?.path,
            place: group.first.instance.description,
            message: "\(step.place): the scenario's own request breaks the contract \(group.message)",
            expected: group.first.expected,
            actual: group.first.actual
        )
    }

    /// Sends copies together, and takes in their responses in the order of the copies.
    private mutating func send(
        _ calls: [ReadyCall],
        of call: Call,
        step: Step,
        phase: Exchange.Phase,
        attempt: Int,
        entries: [Int64?]
    ) async -> [Reply] {
        let moment = context.ownership.now
        let deliveries = await deliveries(of: calls)
        var replies: [Reply] = []
        for ((ready, outcome), entry) in zip(zip(calls, deliveries), entries) {
            switch outcome {
            case .failure(let error):
                if let entry { settledEntries.append(entry) }
                fault("request.unsendable", step: step.name, message: "\(step.place): \(error)")
                replies.append(
                    Reply(ordinal: exchangeCount, copy: ready.copy, delivery: nil, answer: nil, scope: ready.scope)
                )
            case .success(let delivery):
                var label = ExchangeLabel(
                    ordinal: 0,
                    step: step.name,
                    phase: phase,
                    copy: ready.copy,
                    operation: operation(of: call, ready.prepared)?.path,
                    credential: call.credential.word
                )
                label.attempt = attempt
                let reply = take(delivery, of: ready, call: call, label: label)
                record(reply, of: ready, label: label, at: moment, entry: entry)
                replies.append(reply)
            }
        }
        return replies
    }

    /// Takes in what came of one copy: tells it, judges it, and writes down what it made.
    private mutating func take(_ delivery: Delivery, of ready: ReadyCall, call: Call, label: ExchangeLabel) -> Reply {
        let operation = operation(of: call, ready.prepared)
        let question = Observation.Question(
            operation: operation,
            isMethodKnown: operation?.methods.contains(call.method) ?? false,
            isReadable: RequestCheck.isReadable(ready.prepared)
        )
        if delivery.restraint == .stopped, label.phase != .cleanup { stop = .interrupted }
        let (ordinal, observation) = take(delivery, of: ready.request, label: label, question: question)
        if let failure = delivery.failure { tell(failure, label: label, ordinal: ordinal) }
        let answer = observation.map { observation in
            Answer(
                status: observation.response.status,
                headers: observation.response.headers.map { ($0.name, $0.value) },
                body: observation.json,
                elapsed: delivery.duration
            )
        }
        return Reply(ordinal: ordinal, copy: ready.copy, delivery: delivery, answer: answer, scope: ready.scope)
    }

    /// Writes down what a call made, or may have made, and what it did to the identity graph.
    private mutating func record(
        _ reply: Reply,
        of ready: ReadyCall,
        label: ExchangeLabel,
        at moment: Sightings.Moment,
        entry: Int64?
    ) {
        let makes = ready.prepared.makes
        if ready.prepared.method.performsOperations {
            context.ownership.noteCreating(
                ready.prepared.path,
                sending: ready.prepared.parameters,
                as: OwnerCredential(ready.prepared.credential)
            )
        }
        let status = reply.delivery?.response?.status
        let sent = makes ? GeneratedParameter.all(in: ready.prepared.parameters, of: generatedValues) : []
        if let status, status / 100 == 2 {
            let accepted = AcceptedCall(
                ready.prepared,
                answer: reply.answer?.body ?? .null,
                responseKey: context.contract[ready.prepared.path]?.responseKey
            )
            let making = ledger.record(accepted, at: moment, sending: sent, entry: entry)
            if label.phase != .cleanup {
                traces[accepted.credential, default: GraphTraces()].record(accepted, isSetUp: label.phase == .given)
            }
            switch making {
            case .claimed:
                if let entry { identify(entry) }
                tellIfOld(reply, of: ready.prepared, label: label, at: moment)
                return
            case .nothingNew:
                if let entry { settledEntries.append(entry) }
                return
            case .unknown: break
            }
        } else if let status, (400...499).contains(status) {
            if let entry { settledEntries.append(entry) }
            return
        } else if [.refused, .notSent].contains(reply.failure?.kind) {
            if let entry { settledEntries.append(entry) }
            return
        }
        guard makes else { return }
        ledger.record(
            LostCreation(
                path: ready.prepared.path,
                sent: sent,
                identityID: ready.prepared.identityID,
                moment: moment,
                credential: OwnerCredential(ready.prepared.credential),
                entry: entry,
                wasAnswered: status != nil || [.tooLarge, .notHTTP].contains(reply.failure?.kind)
            )
        )
    }

    /// Tells that no answer came.
    mutating func tell(
        _ failure: TransportFailure,
        label: ExchangeLabel,
        ordinal: Int
    ) {
        guard ![.cancelled, .notSent].contains(failure.kind) else {
            if label.phase != .cleanup { stop = .interrupted }
            return
        }
        guard label.phase != .cleanup else {
            return context.note("\(testCase.id): cleanup '\(label.step)': \(failure.message)")
        }
        fault(
            "transport.\(failure.kind.rawValue)",
            step: label.step,
            exchange: ordinal,
            operation: label.operation,
            message: failure.message,
            expected: "a whole response",
            actual: failure.kind.rawValue
        )
    }

    /// The operation at a call's path, also when the path was written by hand.
    private func operation(of call: Call, _ prepared: PreparedCall) -> Contract.Operation? {
        guard prepared.method.performsOperations else { return nil }
        return call.operation ?? context.contract[prepared.path]
    }

    /// Sends requests side by side, released together when there are several.
    private func deliveries(of calls: [ReadyCall]) async -> [Result<Delivery, any Error>] {
        let (transport, timeout, end) = (context.transport, context.options.timeout, cleanupEnd)
        let gate = Gate(count: calls.count)
        return await withTaskGroup(of: (Int, Result<Delivery, any Error>).self) { group in
            for (index, call) in calls.enumerated() {
                group.addTask {
                    await gate.pass()
                    let outcome = await transport.outcome(of: call.request, within: timeout, shieldedUntil: end)
                    return (index, outcome)
                }
            }
            var results: [Int: Result<Delivery, any Error>] = [:]
            for await (index, result) in group { results[index] = result }
            return calls.indices.compactMap { results[$0] }
        }
    }
}

extension Call {
    /// The operation that is called; nil when the scenario writes a path by hand.
    var operation: Contract.Operation? {
        if case .operation(let operation) = target { operation } else { nil }
    }
}
