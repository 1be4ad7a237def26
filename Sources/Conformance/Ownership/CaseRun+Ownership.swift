import JSON
import Results
import Scenarios
import SeamContract

extension CaseRun {
    /// The values that the case has generated so far.
    var generatedValues: GeneratedValues {
        GeneratedValues(seed: context.seed, caseID: scope.caseID, count: scope.generatedCount)
    }

    /// Whether requests may be sent, by whose the things are that they would change; if not, the case ends before them.
    ///
    /// Each thing must be ours, nobody's, or named by the scenario as its own fixture.
    /// What is ours is shown by a fresh `get` before its first change, and again before it is deleted.
    /// - Parameters:
    ///   - calls: the requests, which go out together.
    ///   - step: the step that they belong to.
    ///   - phase: the part of the case.
    /// - Returns: whether they may be sent.
    mutating func mayChange(by calls: [ReadyCall], of step: Step, in phase: Exchange.Phase) async -> Bool {
        var seen: [ChangeTarget] = []
        for call in calls {
            let isDeletion = call.prepared.effect(in: context.contract) == .deletes
            for target in ChangeTarget.all(of: call.prepared, in: context.contract) where !seen.contains(target) {
                seen.append(target)
                guard let objection = await objection(to: target, of: call.prepared, isDeletion: isDeletion) else {
                    continue
                }
                refuse(objection, target: target, call: call.prepared, step: step, phase: phase)
                return false
            }
        }
        return true
    }

    /// Why something may not be changed.
    private enum Objection {
        /// The endpoint offers nothing that shows whose it is.
        case unprovable(Cause)
        /// A response named it, and nothing shows that this run made it.
        case foreign(String)
        /// The scenario names it by itself, and it is there.
        case literal
        /// The scenario created it without a value that could show whose it is.
        case unmarked
    }

    /// Why a target may not be changed; nil when it may.
    private mutating func objection(
        to target: ChangeTarget,
        of call: PreparedCall,
        isDeletion: Bool
    ) async -> Objection? {
        if testCase.scenario.fixtures.contains(where: { $0.value == target.text }) { return nil }
        guard !target.parameter.isEmpty else {
            let isOurs = ledger.claims.contains { $0.resource.value == target.text }
            let isForeign = context.ownership.hasSeen(target.text) && !isOurs
            return isForeign ? .foreign("it is in the path, and was in a response") : nil
        }
        let credential = OwnerCredential(call.credential)
        if let claim = claim(on: target, as: credential) { return await objection(to: claim, isDeletion: isDeletion) }
        if let claim = ledger.deleted.first(where: { $0.resource.value == target.text }) {
            return await objection(toDeleted: claim)
        }
        if generatedValues.isGenerated(target.text) { return nil }
        if context.ownership.hasSeen(target.text) {
            return wasSaved(target.text) ? .foreign("no create of this case has made it") : .literal
        }
        return await isThere(target, as: credential)
    }

    /// Whether the case has a text from a response, so that the scenario does not name it by itself.
    private func wasSaved(_ text: String) -> Bool { EchoedValues(saved).contains(text) }

    /// The claim on a target; of an access-system user that is not claimed, the one that it may have as beside an identity.
    private mutating func claim(on target: ChangeTarget, as credential: OwnerCredential) -> OwnershipClaim? {
        let claims = ledger.claims.filter {
            $0.resource.value == target.text && $0.resource.parameter == target.parameter
        }
        if let claim = claims.first { return claim }
        let isDeleted = ledger.deleted.contains { $0.resource.value == target.text }
        guard target.parameter == "acs_user_id", !isDeleted, context.ownership.hasSeen(target.text) else { return nil }
        return ledger.claimUser(target.text, as: credential)
    }

    /// Why a claimed resource may not be changed; nil when a `get` has shown that it is ours, or that it is gone.
    private mutating func objection(to claim: OwnershipClaim, isDeletion: Bool) async -> Objection? {
        guard isDeletion || !claim.isProven else { return nil }
        if claim.mark == .nothing { return .unmarked }
        let path = claim.resource.namespace + "/get"
        if let evidence = context.ownership.evidenceAgainst(path) {
            return .unprovable(Cause(operation: path, evidence: evidence))
        }
        var reclaimer = reclaimer
        if claim.mark == .parent {
            for identity in ledger.claims where identity.resource.namespace == Ledger.identities && !identity.isProven {
                if case .ours = await proof(of: identity, by: &reclaimer) { ledger.noteProof(of: identity) }
            }
        }
        var attempt = 1
        while true {
            switch await proof(of: claim, by: &reclaimer) {
            case .ours(let id):
                ledger.noteProof(of: claim)
                guard isDeletion, claim.resource.namespace == Ledger.identities else { return nil }
                let claims = ledger.claims + ledger.deleted
                let credential = claim.resource.credential
                let reason = await reclaimer.foreignUser(
                    of: id,
                    claiming: claims,
                    createdAfter: claim.moment,
                    as: credential
                ) {
                    await reply(to: $0, phase: .ownership)
                }
                return reason.map { .foreign($0) }
            case .gone where claim.isProven: return nil
            case .gone where attempt < context.visibility.attempts:
                // An endpoint may show a moment later what it has just created.
                guard await context.clock.wait(context.visibility.wait(before: attempt), shieldedUntil: cleanupEnd)
                else {
                    if cleanupEnd == nil { stop = .interrupted }
                    return .foreign("no time was left to look for it again")
                }
                attempt += 1
            case .gone:
                context.visibility.noteVain()
                noteObstacle()
                return .foreign("get does not find it, although its create was accepted")
            case .foreign(let reason): return .foreign(reason)
            case .unproven(let reason):
                noteObstacle()
                return .foreign(reason)
            }
        }
    }

    /// Why a resource that the case has deleted may not be changed: its id may belong to somebody else by now.
    private mutating func objection(toDeleted claim: OwnershipClaim) async -> Objection? {
        let path = claim.resource.namespace + "/get"
        if let evidence = context.ownership.evidenceAgainst(path) {
            return .unprovable(Cause(operation: path, evidence: evidence))
        }
        var reclaimer = reclaimer
        switch await proof(of: claim, by: &reclaimer) {
        case .ours, .gone: return nil
        case .foreign(let reason), .unproven(let reason): return .foreign("this run has deleted it, and \(reason)")
        }
    }

    private mutating func proof(of claim: OwnershipClaim, by reclaimer: inout Reclaimer) async -> OwnershipProof.Result
    {
        vainLook = nil
        return await reclaimer.proof(of: claim) { await reply(to: $0, phase: .ownership) }
    }

    /// Notes that an operation did not show what was created, so that nothing could be changed.
    private mutating func noteObstacle() {
        guard let vainLook, case .failed(let evidence, _) = vainLook.outcome else { return }
        operationCalls.append(vainLook)
        obstacle = Cause(operation: vainLook.operation, evidence: evidence)
    }

    /// Whether something that the scenario names by itself is there, so that it is somebody's.
    private mutating func isThere(_ target: ChangeTarget, as credential: OwnerCredential) async -> Objection? {
        let property = target.parameter == "user_identity_key" ? "user_identity" : String(target.parameter.dropLast(3))
        let reads = context.contract.operations.first {
            $0.effect == .reads && $0.responseKey == property && $0.parameterType(target.parameter) != nil
        }
        guard let path = reads?.path else { return .literal }
        if let evidence = context.ownership.evidenceAgainst(path) {
            return .unprovable(Cause(operation: path, evidence: evidence))
        }
        let question = CleanupQuestion(
            purpose: .ownership,
            path: path,
            parameters: [target.parameter: target.value],
            credential: credential
        )
        switch await reply(to: question, phase: .ownership) {
        case .response(let status, _) where (400...499).contains(status): return nil
        case .response(let status, _) where status / 100 == 2: return .literal
        case .response(let status, _): return .foreign("\(path) answered \(status), so it may be there")
        case .none(let reason): return .foreign("\(path): \(reason)")
        }
    }

    /// Ends the case before a step that would change what is not ours.
    private mutating func refuse(
        _ objection: Objection,
        target: ChangeTarget,
        call: PreparedCall,
        step: Step,
        phase: Exchange.Phase
    ) {
        let name = "\(target.parameter.isEmpty ? "" : target.parameter + " ")\(target.text.prefix(100))"
        switch objection {
        case .unprovable(let cause):
            stop = stop ?? .unprovable(cause)
        case .foreign(let reason):
            let message = "\(call.path) was not sent: \(name) can't be shown to be created by this run: \(reason)"
            guard phase != .cleanup else { return context.note("\(testCase.id): \(message)") }
            stop = stop ?? .blocked(message)
        case .literal:
            let advice = "create it in the scenario, or name it under 'fixtures'"
            refuse(name, "was not created by this run (\(advice))", call: call, step: step, phase: phase)
        case .unmarked:
            let flaw = "was created without a generated value, so nothing can show that this run created it"
            let advice = "create it with a value such as ${unique.name}, or name it under 'fixtures'"
            refuse(name, "\(flaw) (\(advice))", call: call, step: step, phase: phase)
        }
    }

    /// Ends the case over a fault of the scenario's own.
    private mutating func refuse(
        _ name: String,
        _ complaint: String,
        call: PreparedCall,
        step: Step,
        phase: Exchange.Phase
    ) {
        fault(
            "ownership.refused",
            step: step.name,
            operation: context.contract[call.path]?.path,
            message: "\(step.place): \(call.path) was not sent: \(name) \(complaint)",
            expected: "a resource that this run created, or a fixture",
            actual: name
        )
        if phase != .cleanup { stop = stop ?? .halted("\(step.name): the scenario would change what is not its own") }
    }
}
