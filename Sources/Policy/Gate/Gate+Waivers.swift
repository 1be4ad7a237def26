import Results
import Timestamps

extension Gate {
    /// No waiver is expired, and each fits something; nil when there are none.
    func waivers(_ run: RunOutcome) -> GateDecision.Rule? {
        guard !policy.waivers.isEmpty else { return nil }
        let reasons = policy.waivers.compactMap { waiver -> String? in
            if waiver.isExpired(at: now) {
                let day = waiver.expires?.description ?? ""
                return "\(waiver.place): the waiver of \(waiver.subject) expired on \(day)"
            }
            let fits = run.cases.contains { waiver.fits($0.value, ofCase: $0.key) } || waiver.fitsResponses(of: run)
            return fits ? nil : "\(waiver.place): the waiver of \(waiver.subject) fits no case"
        }
        let count = policy.waivers.count
        let figures = reasons.isEmpty ? "\(count)" : "\(reasons.count) of \(count)"
        return GateDecision.Rule("waivers", figures, brokenBy: reasons)
    }
}

extension Waiver {
    /// Whether it speaks of a case, and of a finding of it when it names one.
    fileprivate func fits(_ outcome: RunOutcome.Case, ofCase id: String) -> Bool {
        speaks(ofCase: id, orAny: outcome.witnesses, weighing: outcome.requirements)
            && (fingerprint.map { name in outcome.breaches.contains { $0.fingerprint == name } } ?? true)
    }

    /// Whether it speaks of a case whose responses are checked for its requirement: the case that tells of that is another, and
    /// names nobody as long as nothing is broken.
    fileprivate func fitsResponses(of run: RunOutcome) -> Bool {
        guard let requirement, fingerprint == nil else { return false }
        return run.cases.keys.contains { EveryResponse(caseID: $0)?.requirement == requirement }
            && run.cases.keys.contains { !EveryResponse.isOne($0) && concerns(caseID: $0) }
    }
}
