extension RunRecord {
    /// The scenarios that weighed each requirement, by its id, each once, sorted.
    public var scenariosByRequirement: [String: [String]] {
        var scenarios: [String: [String]] = [:]
        for record in cases {
            for requirement in record.result?.requirements ?? [] {
                let id = record.header.scenario
                if scenarios[requirement.id]?.contains(id) != true { scenarios[requirement.id, default: []].append(id) }
            }
        }
        return scenarios.mapValues { $0.sorted() }
    }
}
