import YAMLSource

/// Reads one case of a scenario.
struct CaseDecoder {
    /// The scenario.
    let scenario: Scenario
    /// The scenario as read.
    let source: LocatedValue
    /// Reads the steps, and knows the names.
    private var steps: StepDecoder

    /// A decoder that adds to what was found wrong before.
    init(scenario: Scenario, source: LocatedValue, suite: SuiteSource, parameters: [String], problems: ProblemList) {
        self.scenario = scenario
        self.source = source
        steps = StepDecoder(suite: suite, problems: problems)
        steps.capabilities = Set(scenario.requires)
        steps.parameters = Set(parameters)
    }

    /// What is wrong.
    var problems: ProblemList { steps.problems }
    /// The names that some template used.
    var used: Set<String> { steps.names.used }

    /// Reads the case.
    mutating func decode(_ choice: ParameterChoices.Choice) -> Case {
        let label = choice.labels.joined(separator: ",")
        steps.caseLabel = label
        let arguments = choice.arguments.map { steps.binding($0.key, $0.value) }
        let values = ((source["fixtures"]?.members ?? []) + (source["values"]?.members ?? []))
            .map { steps.binding($0.key, $0.value) }
        steps.defaultProofs = source["proves"].map { steps.requirementIDs($0) }
        let given = steps.decode(source["given"], part: .given)
        let main = steps.decode(source["steps"], part: .steps)
        let cleanup = steps.decode(source["cleanup"], part: .cleanup)
        refuseTooManyCalls(of: given + main + cleanup)
        return Case(
            id: label.isEmpty ? scenario.id : "\(scenario.id)[\(label)]",
            scenario: scenario,
            arguments: arguments,
            values: values,
            given: given,
            steps: main,
            cleanup: cleanup
        )
    }

    /// Tells when the steps make more calls than a case may.
    private mutating func refuseTooManyCalls(of steps: [Step]) {
        let calls = steps.flatMap(\.calls).reduce(0) { $0 + $1.copies }
        guard calls * scenario.rounds > ScenarioBounds.callsPerCase else { return }
        self.steps.problems.add(
            source["rounds"]?.place ?? source.place,
            "the case makes more than \(ScenarioBounds.callsPerCase) calls (write fewer steps, copies or rounds)"
        )
    }
}
