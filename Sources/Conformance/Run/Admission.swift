import Results
import Scenarios
import SeamContract

/// Which cases are not run at all, and why.
struct Admission: Sendable {
    /// What the target has.
    let availability: [Capability: Availability]
    /// Whether cases that write are skipped.
    let isReadOnly: Bool

    /// The verdict of a case that is not run; nil when it is.
    ///
    /// - Parameter testCase: the case.
    /// - Returns: `skipped` or `notApplicable`, and the reason.
    func verdict(on testCase: Case) -> (verdict: Verdict, reason: String)? {
        if let reason = testCase.scenario.skip { return (.skipped, reason) }
        for capability in testCase.scenario.requires {
            switch availability[capability] {
            case .notOffered(let reason): return (.notApplicable, "\(capability): \(reason)")
            case .missing(let reason): return (.skipped, "\(capability): \(reason)")
            case .available, nil: continue
            }
        }
        if isReadOnly, let path = testCase.firstWrite { return (.skipped, "--read-only: the case calls \(path)") }
        return nil
    }
}

extension Case {
    /// The path of the first call that is more than reading; nil when the case only reads.
    fileprivate var firstWrite: String? {
        for step in given + steps + cleanup {
            guard case .call(let call) = step.action else { continue }
            let path =
                switch call.target {
                case .operation(let operation): operation.path
                case .path(let template): template.description
                }
            if !OperationVerb(path: path).isRead { return path }
        }
        return nil
    }
}
