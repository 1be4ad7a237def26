import SeamContract
import YAMLSource

/// Reads the steps of a case in their order, laying blocks out, and keeps account of the names on the way.
///
/// Whatever only depends on parameters with plain values is settled here, so that a wrong operation, method or
/// requirement id is told before anything is sent, whichever row of the table it comes from.
struct StepDecoder {
    /// Which part of a case steps belong to.
    enum Part {
        /// The set-up, the steps proper, the clean-up.
        case given, steps, cleanup
    }

    /// What may be referred to.
    let suite: SuiteSource
    /// What is wrong.
    var problems: ProblemList
    /// The names that templates can use here.
    var names = Names()
    /// The blocks that are being laid out, outermost first.
    var blocks: [String] = []
    /// Which part of the case is read.
    var part = Part.steps
    /// What the scenario asks of the target; nil while a block is checked on its own.
    var capabilities: Set<Capability>?
    /// What tells the case from others of its scenario; empty when there are none.
    var caseLabel = ""
    /// The parameters that some case of the scenario has.
    var parameters: Set<String> = []
    /// The requirements of expectations that name none; nil when the scenario gives none.
    var defaultProofs: [String]?

    /// A decoder that adds to what was found wrong before.
    init(suite: SuiteSource, problems: ProblemList) {
        self.suite = suite
        self.problems = problems
    }

    /// Reads the steps of a part; none when there is no such part.
    mutating func decode(_ source: LocatedValue?, part: Part) -> [Step] {
        guard let source else { return [] }
        self.part = part
        return steps(source)
    }

    /// Reads a list of steps.
    mutating func steps(_ source: LocatedValue) -> [Step] {
        if source.isList, source.items.isEmpty {
            problems.add(source.place, "there are no steps (write at least one)")
        }
        var steps: [Step] = []
        for item in source.items {
            steps += self.steps(of: item)
        }
        return steps
    }

    /// Reads one step, which is several when it uses a block.
    private mutating func steps(of source: LocatedValue) -> [Step] {
        let name = source["name"].flatMap { fixedText($0)?.text }
        if let block = source["use"] {
            return use(block, in: source, name: name)
        }
        guard let call = call(source) else { return [] }
        return [Step(name: name ?? call.name, place: source.place, action: .call(call))]
    }
}

extension Call {
    /// What a step that makes this call is called when it has no name.
    fileprivate var name: String {
        switch target {
        case .operation(let operation): operation.name
        case .path(let template), .url(let template): template.description
        }
    }
}
