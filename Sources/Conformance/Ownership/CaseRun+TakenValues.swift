import JSON
import Results
import Scenarios
import SeamContract

extension CaseRun {
    /// How often a round draws values anew at most.
    static let drawLimit = 3

    /// Whether something that an earlier run with the same seed has left has the values of creates that are about to be sent.
    ///
    /// Asked only where the seed was given: a clash shows by itself, but a list that finds what was left does not.
    /// - Parameters:
    ///   - calls: the calls.
    ///   - phase: the part of the case.
    /// - Returns: whether the round has to begin again, with other values, which follow from the seed, too.
    mutating func areTaken(_ calls: [ReadyCall], in phase: Exchange.Phase) async -> Bool {
        guard context.options.isRepetition, let creation = firstUse(in: calls, phase) else { return false }
        return await isThere(creation)
    }

    /// Whether creates were refused since something that an earlier run with the same seed has left has their values.
    ///
    /// That is so when all copies were refused over a clash, when none of their generated values was sent before in this
    /// round, and when a look at the endpoint finds something that has one of them.
    /// - Parameters:
    ///   - calls: the calls that were sent.
    ///   - replies: what came of them.
    ///   - phase: the part of the case.
    /// - Returns: whether the round has to begin again, with other values, which follow from the seed, too.
    mutating func areTaken(_ calls: [ReadyCall], _ replies: [Reply], in phase: Exchange.Phase) async -> Bool {
        let creation = firstUse(in: calls, phase)
        sentTexts.formUnion(calls.map(\.prepared).filter(\.makes).flatMap(generated).map(\.value))
        guard let creation, replies.allSatisfy({ $0.answer?.isClash ?? false }) else { return false }
        return await isThere(creation)
    }

    /// The create that calls are, when they all are one, and send generated values for the first time in this round.
    private func firstUse(in calls: [ReadyCall], _ phase: Exchange.Phase) -> LostCreation? {
        let making = calls.map(\.prepared).filter(\.makes)
        let sent = making.flatMap(generated)
        guard phase == .given || phase == .steps, draw < Self.drawLimit, let call = making.first,
            making.count == calls.count, !sent.isEmpty, !sent.contains(where: { sentTexts.contains($0.value) })
        else { return nil }
        return LostCreation(
            path: call.path,
            sent: sent,
            identityID: nil,
            moment: context.ownership.now,
            credential: OwnerCredential(call.credential),
            entry: nil
        )
    }

    private func generated(in call: PreparedCall) -> [GeneratedParameter] {
        GeneratedParameter.all(in: call.parameters, of: generatedValues)
    }

    private mutating func isThere(_ creation: LostCreation) async -> Bool {
        var reclaimer = reclaimer
        return await reclaimer.isThere(creation, besides: ledger.claims + ledger.deleted) {
            await reply(to: $0, phase: .ownership)
        }
    }
}

extension Answer {
    /// Whether it refuses a request since something else has one of its values.
    fileprivate var isClash: Bool {
        if status == 409 { return true }
        guard status == 400 || status == 422, let error = body?["error"] else { return false }
        let words = [error["type"]?.stringValue, error["message"]?.stringValue].compactMap { $0?.lowercased() }.joined()
        return ["taken", "exist", "conflict", "duplicate", "already", "unique", "in use"].contains {
            words.contains($0)
        }
    }
}
