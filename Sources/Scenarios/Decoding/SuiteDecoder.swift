import JSON
import YAMLSource

/// Turns the files of a suite into scenarios and cases, and goes on after each problem so that all are told.
struct SuiteDecoder {
    /// The files.
    let suite: SuiteSource
    /// What is wrong.
    private(set) var problems: ProblemList
    /// The scenarios read so far.
    private(set) var scenarios: [Scenario] = []
    /// The cases read so far.
    private(set) var cases: [Case] = []

    /// A decoder that adds to what was found wrong before.
    init(suite: SuiteSource, problems: ProblemList) {
        self.suite = suite
        self.problems = problems
    }

    /// Reads everything; a suite that is too large is not read further.
    mutating func decode() {
        let size = SuiteSize(suite, problems: &problems)
        guard !size.isExceeded else { return }
        for block in suite.blocks.values.sorted(by: { $0.nameSource.place < $1.nameSource.place })
        where !suite.layout.refused.contains(block.name) {
            check(block)
        }
        let sources = suite.scenarios.filter { !size.refused.contains($0.place) }
        let parts = sources.concurrentParts { [suite] sources in
            var decoder = SuiteDecoder(suite: suite, problems: ProblemList())
            for source in sources { decoder.decode(source) }
            return decoder
        }
        for part in parts {
            scenarios += part.scenarios
            cases += part.cases
            problems.add(part.problems)
        }
    }

    /// Checks a block on its own: what no use would show, and all of it when nobody uses it.
    private mutating func check(_ block: BlockSource) {
        var decoder = StepDecoder(suite: suite, problems: problems)
        decoder.checkAlone(block)
        problems = decoder.problems
        for parameter in block.parameters where !decoder.names.used.contains(parameter.key.name) {
            addUnused(parameter.key)
        }
    }

    /// Reads a scenario with all its cases.
    private mutating func decode(_ source: LocatedValue) {
        guard let scenario = Scenario(source, hash: suite.hash(of: source)) else { return }
        scenarios.append(scenario)
        var used: Set<String> = []
        let choices = ParameterChoices(source, problems: &problems)
        for choice in choices.all {
            var decoder = CaseDecoder(
                scenario: scenario,
                source: source,
                suite: suite,
                parameters: choices.keys.map(\.name),
                problems: problems
            )
            cases.append(decoder.decode(choice))
            problems = decoder.problems
            used.formUnion(decoder.used)
        }
        let fixtures = source["fixtures"]?.members.map(\.key) ?? []
        for key in choices.keys + fixtures + (source["values"]?.members.map(\.key) ?? []) where !used.contains(key.name)
        {
            addUnused(key)
        }
    }

    /// Tells that a name is never used; of what can't be a name that was told.
    private mutating func addUnused(_ key: LocatedKey) {
        guard TextKind.name.accepts(key.name) else { return }
        problems.add(key.place, "nothing uses '\(key.name)' (write '${\(key.name)}' somewhere, or leave it out)")
    }
}

extension Scenario {
    /// A scenario without its steps; nil when it has no id.
    fileprivate init?(_ source: LocatedValue, hash: UInt64) {
        guard let id = source["id"]?.text else { return nil }
        self.init(
            id: id,
            title: source["title"]?.text ?? "",
            area: Self.area(ofFile: source.place.file),
            place: source.place,
            tags: source["tags"]?.items.compactMap(\.text) ?? [],
            requires: source["requires"]?.items.compactMap { $0.text.flatMap(Capability.init(rawValue:)) } ?? [],
            locks: source["locks"]?.items.compactMap(\.text) ?? [],
            rounds: source["rounds"]?.json.numberValue?.intValue ?? 1,
            fixtures: source["fixtures"]?.members.compactMap { member in
                member.value.text.map { Fixture(name: member.key.name, value: $0) }
            } ?? [],
            skip: source["skip"]?.text,
            hash: hash
        )
    }

    /// The folder that a file stands in.
    private static func area(ofFile file: String) -> String {
        let parts = file.split(separator: "/")
        return parts.count > 1 ? String(parts[parts.count - 2]) : ""
    }
}
