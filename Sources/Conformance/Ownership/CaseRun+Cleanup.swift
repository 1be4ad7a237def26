import JSON
import Results
import Scenarios
import SeamContract

extension CaseRun {
    /// Deletes what the case made, and says what became of it; what is still there in the end is counted, and stays in the
    /// journal.
    ///
    /// Cancellation does not stop it: requests are shielded, and only the time is bounded.
    mutating func settleLedger() async {
        var reclaimer = reclaimer
        var settlements = await reclaimer.settle(
            ledger.claims,
            lost: ledger.lost,
            identitiesWithUnknownUsers: ledger.identitiesWithUnknownUsers,
            asking: { await reply(to: $0, phase: .cleanup) }
        )
        settlements += ledger.deleted.map {
            Reclamation(
                name: $0.resource.name,
                namespace: $0.resource.namespace,
                resource: $0.resource,
                outcome: .deleted,
                entry: $0.entry
            )
        }
        memory = memory ?? StateWatch.Memory(settlements)
        for settlement in settlements { context.ownership.note(settlement, of: scope.caseID) }
        context.ownership.note(.init(caseID: scope.caseID, values: generatedValues, moment: beginning))
        settledEntries += settlements.settledEntries
        settleEntries()
    }

    /// What proves and deletes for the case.
    var reclaimer: Reclaimer {
        Reclaimer(
            ownership: context.ownership,
            values: generatedValues,
            contract: context.contract,
            begin: context.ownership.begin,
            identityIDs: ledger.provenIdentityIDs,
            mayBeGone: ledger.hasDestroyed,
            mayHaveLinkedUsers: ledger.mayHaveLinkedUsers,
            isShared: context.options.isRepetition
        )
    }

    /// Puts a question of the runner's own; the exchange is kept with the case, and not judged.
    ///
    /// - Parameters:
    ///   - question: the question.
    ///   - phase: the part of the case: before a change, or at the end.
    /// - Returns: what came of it.
    mutating func reply(to question: CleanupQuestion, phase: Exchange.Phase) async -> CleanupReply {
        let credential = question.credential.credential
        do {
            let request = try context.builder.request(question.path, question.json, as: credential)
            let delivery = try await context.transport.deliver(
                request,
                within: context.options.timeout,
                shieldedUntil: cleanupEnd
            )
            guard delivery.failure?.kind != .notSent else {
                if isBeforeChange(phase) { stop = .interrupted }
                return .none(delivery.trouble ?? "no time was left")
            }
            let label = ExchangeLabel(
                ordinal: 0,
                step: question.purpose.rawValue,
                phase: phase,
                operation: context.contract[question.path]?.path,
                credential: credential.word
            )
            return keep(delivery, of: request, label: label)
        } catch {
            return .none("it can't be called: \(error)")
        }
    }

    /// Whether a look at whose something is comes before a step, so that trouble with it ends the case.
    private func isBeforeChange(_ phase: Exchange.Phase) -> Bool { phase == .ownership && cleanupEnd == nil }

    /// Keeps an exchange of the runner's own.
    private mutating func keep(_ delivery: Delivery, of request: OutgoingRequest, label: ExchangeLabel) -> CleanupReply
    {
        exchangeCount += 1
        var label = label
        label.ordinal = exchangeCount
        context.log.emit(.exchanged(caseID: testCase.id, context.exchange(delivery, of: request, label: label)))
        if delivery.response != nil { wasAnswered = true }
        if isBeforeChange(label.phase) { noteTrouble(delivery, label) }
        let reply = CleanupReply(delivery)
        if case .response(_, let json?) = reply { context.ownership.note(json) }
        return reply
    }
}
