public import Results
public import Scenarios
public import SeamContract

/// Which `every-response` cases a run has: one for each operation that its cases call, and each requirement that the checks of
/// every response can find broken there.
///
/// It follows from the cases, the contract and the catalogue alone, so that it is the same in every run of the same suite,
/// whatever the endpoint answers.
public struct ResponsePlan: Sendable {
    /// The cases, sorted by operation, then by requirement.
    public let cases: [EveryResponse]
    /// The requirements of parts of schemas by operation, which hold where a response keeps its schema.
    let ofSchemas: [String: Set<String>]

    /// The plan for some cases.
    ///
    /// - Parameters:
    ///   - cases: the cases of the run.
    ///   - contract: the operations.
    ///   - catalogue: the requirements.
    public init(of cases: [Case], contract: Contract, catalogue: Catalogue) {
        let checked = AutomaticChecks.checkedIDs(in: catalogue)
        let operations = Dictionary(
            cases.flatMap { $0.neededOperations(of: contract) }.map { ($0.path, $0) }
        ) { first, _ in first }
        var planned: Set<EveryResponse> = []
        var ofSchemas: [String: Set<String>] = [:]
        for (path, operation) in operations {
            let parts = ResponseParts(of: operation, in: contract)
            let governed = catalogue.requirements.filter { $0.schemas.contains(where: parts.hold) }.map(\.id)
            ofSchemas[path] = Set(governed).subtracting(checked)
            for id in checked.union(governed) { planned.insert(EveryResponse(operation: path, requirement: id)) }
        }
        for id in operations.isEmpty ? [] : AutomaticChecks.idsElsewhere(in: catalogue) {
            planned.insert(EveryResponse(operation: nil, requirement: id))
        }
        let making = operations.values.filter { $0.effect != .reads }.map { OperationEffect.namespace(of: $0.path) }
        if making.contains(Ledger.users) || making.contains(Ledger.identities) {
            for id in GraphComparison.requirementIDs where catalogue[id] != nil {
                planned.insert(EveryResponse(operation: EveryResponse.graph, requirement: id))
            }
        }
        self.cases = planned.sorted()
        self.ofSchemas = ofSchemas
    }
}

/// The parts of the responses of an operation that a requirement can govern.
private struct ResponseParts {
    private var components: Set<String> = []
    private var members: Set<String> = []

    /// The parts of what an operation answers; none when the document can't tell them, which its lint says.
    init(of operation: Contract.Operation, in contract: Contract) {
        guard let outline = try? contract.outline(of: operation) else { return }
        for body in outline.responses.compactMap(\.body) {
            components.formUnion(body.allComponents)
            members.formUnion(body.members.map(\.name))
        }
    }

    /// Whether a part that a requirement names is among them: `user_identity.errors#required`, or `.ok` of the response itself.
    func hold(_ part: String) -> Bool {
        let names = part.prefix { $0 != "#" }.split(separator: ".", omittingEmptySubsequences: false)
        guard let component = names.first else { return false }
        return component.isEmpty
            ? names.count > 1 && members.contains(String(names[1])) : components.contains(String(component))
    }
}
