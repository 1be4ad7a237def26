import JSON
import YAMLSource

/// The cases of a scenario: each variant with each combination of the matrix.
struct ParameterChoices {
    /// One case: what stands behind the scenario's id, and the parameters.
    struct Choice {
        /// The names of what was chosen: `email`, `via=alias`; empty for a scenario without parameters.
        var labels: [String] = []
        /// The parameters in the order they were written.
        var arguments: [(key: LocatedKey, value: LocatedValue)] = []
    }

    /// The cases, variants first; never empty.
    private(set) var all: [Choice] = [Choice()]
    /// The parameters, each once, where it is first written.
    private(set) var keys: [LocatedKey] = []

    /// Works out the cases of a scenario.
    init(_ source: LocatedValue, problems: inout ProblemList) {
        if let variants = source["variants"], !variants.members.isEmpty {
            all = variants.members.map { Choice(labels: [$0.key.name], arguments: $0.value.members) }
            for key in variants.members.flatMap({ $0.value.members }).map(\.key) where !isKnown(key) {
                keys.append(key)
            }
        }
        for (key, choices) in source["matrix"]?.members ?? [] {
            if isKnown(key) {
                problems.add(key.place, "'\(key.name)' is a parameter of the variants too (write another name)")
            }
            keys.append(key)
            let options = Self.options(of: choices, problems: &problems)
            multiply(by: options, under: key)
        }
    }

    /// How many cases a scenario has, worked out without making them.
    ///
    /// - Parameter source: the scenario.
    /// - Returns: the number, and where it goes beyond the bound; nil when it does not.
    static func count(in source: LocatedValue) -> (count: Int, excess: SourcePlace?) {
        var count = max(1, source["variants"]?.members.count ?? 0)
        guard count <= ScenarioBounds.casesPerScenario else { return (count, source["variants"]?.place) }
        for (key, choices) in source["matrix"]?.members ?? [] {
            count = count.multiplied(by: max(choices.items.count, choices.members.count))
            guard count <= ScenarioBounds.casesPerScenario else { return (count, key.place) }
        }
        return (count, nil)
    }

    /// Makes a case of each case there is with each option.
    private mutating func multiply(by options: [(label: String, value: LocatedValue)], under key: LocatedKey) {
        all = all.flatMap { choice in
            options.map { option in
                Choice(
                    labels: choice.labels + ["\(key.name)=\(option.label)"],
                    arguments: choice.arguments + [(key, option.value)]
                )
            }
        }
    }

    /// Whether there is a parameter of that name.
    private func isKnown(_ key: LocatedKey) -> Bool {
        keys.contains { $0.name == key.name }
    }

    /// The choices for one parameter and what they are called.
    private static func options(
        of choices: LocatedValue,
        problems: inout ProblemList
    ) -> [(label: String, value: LocatedValue)] {
        if choices.isMapping { return choices.members.map { ($0.key.name, $0.value) } }
        var options: [(label: String, value: LocatedValue)] = []
        for value in choices.items {
            let label = label(of: value)
            if label == nil {
                problems.add(value.place, "\(value.found) needs a name for the case's id (write 'name: value')")
            } else if options.contains(where: { $0.label == label }) {
                problems.add(value.place, "\(value.found) is there already (leave it out)")
            }
            options.append((label ?? "", value))
        }
        if options.isEmpty, choices.isList {
            problems.add(choices.place, "there is nothing to choose from (write at least one value)")
        }
        return options
    }

    /// What a choice is called in an id: short plain text as it is; nil for what needs a name.
    private static func label(of value: LocatedValue) -> String? {
        guard case .scalar(let scalar) = value.content, !scalar.isNull else { return nil }
        let text = scalar.templateText
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                || "-_./".unicodeScalars.contains(scalar)
        }
        return isPlain && (1...48).contains(text.count) ? text : nil
    }
}
