import Results
import Scenarios
import SeamContract

/// Which cases are not run at all, and why.
struct Admission: Sendable {
    /// The operations that there are.
    let contract: Contract
    /// What the target has.
    let availability: [Capability: Availability]
    /// What the endpoint does not offer.
    let absences: Absences
    /// What the run names by hand.
    var fixtures = RunFixtures()
    /// The requirements that may not be left out.
    var demanded: Set<String>
    /// Whether cases that write are skipped.
    let isReadOnly: Bool

    /// The admission that demands of the endpoint no more operations than it takes to prove each requirement once: one row of a
    /// matrix demands nothing, as long as the endpoint offers what another needs.
    ///
    /// - Parameter cases: the cases of the run.
    /// - Returns: the admission.
    func demandingProofs(in cases: [Case]) -> Admission {
        guard !demanded.isEmpty, !absences.operations.isEmpty else { return self }
        let provable = cases.filter { absence(for: $0) == nil }.flatMap(\.requirementIDs)
        var admission = self
        admission.demanded.subtract(provable)
        return admission
    }

    /// Why a case is not run.
    ///
    /// What the endpoint does not offer comes before what the user has not brought.
    /// - Parameter testCase: the case.
    /// - Returns: the reason; nil when the case is run.
    func dismissal(of testCase: Case) -> Dismissal? {
        if let reason = testCase.scenario.skip { return .skipped(reason) }
        if let absence = absence(for: testCase) { return dismissal(of: testCase, for: absence) }
        for capability in testCase.scenario.requires {
            if case .missing(let reason) = availability[capability] { return .skipped("\(capability): \(reason)") }
        }
        if isReadOnly, let path = testCase.firstWrite { return .skipped("--read-only: the case calls \(path)") }
        return aliasAbsence(for: testCase).map(Dismissal.because)
    }

    /// The first operation that a case needs and that is not offered.
    private func absence(for testCase: Case) -> Cause? {
        for capability in testCase.scenario.requires {
            if case .notOffered(let path, let evidence) = availability[capability] {
                return Cause(operation: path, evidence: evidence)
            }
        }
        guard !absences.operations.isEmpty else { return nil }
        var foresight = OperationForesight(of: testCase, in: contract)
        return absence(in: testCase.given + testCase.steps, seen: &foresight)
    }

    /// The first operation that steps need, whichever way they go, and that is not offered.
    private func absence(in steps: [Step], seen foresight: inout OperationForesight) -> Cause? {
        for step in steps {
            if case .firstOf(let ways) = step.action {
                let open = ways.filter { $0.allSatisfy { $0.isEquipped(with: fixtures) } }
                let causes = open.map { way in
                    var foresight = foresight
                    return absence(in: way, seen: &foresight)
                }
                if let cause = causes.first, causes.allSatisfy({ $0 != nil }) { return cause }
            }
            for operation in foresight.operations(of: step) {
                guard let evidence = absences.operations[operation.path] else { continue }
                return Cause(operation: operation.path, evidence: evidence)
            }
        }
        return nil
    }

    /// The first other method that a case needs and that is not offered; nil when it is the case's task to show that.
    private func aliasAbsence(for testCase: Case) -> Cause? {
        guard !absences.aliases.isEmpty, !testCase.requirementIDs.contains(Self.aliasRequirementID) else { return nil }
        return testCase.callsByOtherMethod.lazy
            .compactMap { absences.cause(against: $0.operation, by: $0.method) }.first
    }

    /// The requirement that each operation also answers to its other method.
    private static let aliasRequirementID = "TR-ALIAS"

    /// What becomes of a case that needs what is not offered: it fails when anything but a `may` is demanded of it.
    private func dismissal(of testCase: Case, for absence: Cause) -> Dismissal {
        .notOffered(absence, demanded: testCase.requirementIDs.filter(demanded.contains))
    }
}

extension Case {
    /// The operations that set-up and steps call, those of all ways, each once, in the order of the first call.
    ///
    /// A path that is written by hand counts when what is known ahead of the run says which operations it is.
    /// - Parameter contract: the operations.
    /// - Returns: the operations.
    func neededOperations(of contract: Contract) -> [Contract.Operation] {
        var seen: Set<String> = []
        var foresight = OperationForesight(of: self, in: contract)
        return foresight.operationsOfAllWays(of: given + steps).filter { seen.insert($0.path).inserted }
    }

    /// The operations that set-up and steps call by another method than POST, and the method.
    var callsByOtherMethod: [(operation: Contract.Operation, method: Contract.Method)] {
        (given + steps).flatMap(\.calls).compactMap { call in
            guard let operation = call.operation, call.method == operation.alias else { return nil }
            return (operation, call.method)
        }
    }

    /// The path of the first call that is more than reading; nil when the case only reads.
    var firstWrite: String? {
        for call in (given + steps + cleanup).flatMap(\.calls) {
            let path =
                switch call.target {
                case .operation(let operation): operation.path
                case .path(let template): template.description
                case .url: ""
                }
            if !path.isEmpty, OperationEffect(path: path) != .reads { return path }
        }
        return nil
    }
}

extension Step {
    /// The call that the step makes; nil when it is the beginning or end of a block, or goes one of several ways.
    var call: Call? {
        if case .call(let call) = action { call } else { nil }
    }

    /// Whether the run names all that the step asks for by hand.
    func isEquipped(with named: RunFixtures) -> Bool {
        fixtures.allSatisfy { named[$0] != nil }
    }
}
