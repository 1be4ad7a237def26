import JSON
import Results
import Scenarios
import SeamContract

extension CaseRun {
    /// Writes down what calls are about to create.
    ///
    /// - Parameters:
    ///   - calls: the calls that are about to be sent.
    ///   - step: the step that they belong to.
    ///   - phase: the part of the case.
    /// - Returns: the entry for each call, nil for one that makes nothing or when there is no journal; nil altogether when the
    ///   journal could not be written, which ends the case before anything was sent.
    mutating func journal(_ calls: [ReadyCall], step: Step, phase: Exchange.Phase) -> [Int64?]? {
        let making = calls.indices.filter { calls[$0].prepared.makes }
        var entries = [Int64?](repeating: nil, count: calls.count)
        guard !making.isEmpty, let journal = context.journal else { return entries }
        do {
            let written = try journal.intend(making.map { intent(of: calls[$0].prepared) })
            for (index, entry) in zip(making, written) { entries[index] = entry }
            return entries
        } catch {
            context.journalTrouble.note("\(error)")
            fault(
                "journal.unwritable",
                step: step.name,
                message: "\(step.name) was not sent, since what it creates could not be written down first: \(error)"
            )
            if phase != .cleanup { stop = stop ?? .halted("the journal can't be written") }
            return nil
        }
    }

    /// Writes down the id that a response showed.
    ///
    /// - Parameter entry: the entry of the call.
    func identify(_ entry: Int64) {
        guard let claim = ledger.claims.last(where: { $0.entry == entry }),
            case .id(let parameter, let id) = claim.resource.handle
        else { return }
        attempt { try $0.identify(entry, parameter: parameter, id: id) }
    }

    /// Takes out of the journal what nothing is left of.
    mutating func settleEntries() {
        let entries = settledEntries
        settledEntries = []
        guard !entries.isEmpty else { return }
        attempt { try $0.settle(entries) }
    }

    /// Writes to the journal; what can't be written any more keeps its entry, so that a sweep looks for it.
    private func attempt(_ write: (any CreationJournal) throws -> Void) {
        guard let journal = context.journal else { return }
        do {
            try write(journal)
        } catch {
            context.journalTrouble.note("\(error)")
        }
    }

    private func intent(of call: PreparedCall) -> CreationIntent {
        let sent = GeneratedParameter.all(in: call.parameters, of: generatedValues)
        return CreationIntent(
            operation: call.path,
            credential: OwnerCredential(call.credential).credential.word,
            seed: context.seed,
            caseID: scope.caseID,
            values: sent.map { CreationIntent.Value(parameter: $0.name, text: $0.value) },
            identityID: call.identityID,
            sentAt: context.clock.now(),
            begin: context.ownership.begin
        )
    }
}

extension PreparedCall {
    /// Whether the call makes something of its own.
    var makes: Bool { method.performsOperations && Ledger.makes(path: path, parameters: parameters) }
}
