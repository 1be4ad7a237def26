import SeamContract
import YAMLSource

/// The files of a suite as read, with what they may refer to.
struct SuiteSource: Sendable {
    /// The scenarios, in order.
    let scenarios: [LocatedValue]
    /// The blocks, by name.
    let blocks: [String: BlockSource]
    /// How large the blocks become once they are laid out.
    let layout: BlockLayout
    /// What operations there are.
    let contract: Contract
    /// What the contract says is in answers.
    let answers: AnswerOutlines
    /// What requirements there are.
    let catalogue: Catalogue

    /// Gathers scenarios and blocks, and tells names that are there twice.
    init(files: [LocatedValue], contract: Contract, catalogue: Catalogue, problems: inout ProblemList) {
        self.contract = contract
        answers = AnswerOutlines(of: contract)
        self.catalogue = catalogue
        scenarios = files.flatMap { $0["scenarios"]?.items ?? [] }
        let blocks = files.flatMap { $0["blocks"]?.items ?? [] }.compactMap(BlockSource.init)
        self.blocks = Dictionary(blocks.map { ($0.name, $0) }) { first, _ in first }
        layout = BlockLayout(self.blocks, problems: &problems)
        problems.addRepeated(scenarios.compactMap { $0["id"] }, what: "id")
        problems.addRepeated(blocks.map(\.nameSource), what: "block")
    }
}

extension ProblemList {
    /// Tells the texts that are there a second time.
    fileprivate mutating func addRepeated(_ values: [LocatedValue], what: String) {
        var seen: [String: LocatedValue] = [:]
        for value in values {
            guard let text = value.text else { continue }
            if let first = seen[text] {
                add(value.place, "the \(what) '\(text)' is there already, at \(first.place) (write another)")
            } else {
                seen[text] = value
            }
        }
    }
}
