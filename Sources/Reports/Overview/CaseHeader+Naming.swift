import Results

extension CaseHeader {
    /// The variant of the scenario: what is in brackets behind the scenario's id in the case's; nil when there is none.
    var variant: String? {
        guard id.hasPrefix(scenario) else { return id }
        let rest = id.dropFirst(scenario.count)
        if rest.isEmpty { return nil }
        return rest.hasPrefix("[") && rest.hasSuffix("]") ? String(rest.dropFirst().dropLast()) : String(rest)
    }

    /// The title, and the variant in brackets when there is one: no two cases of a scenario have one name.
    var name: String { variant.map { "\(title) [\($0)]" } ?? title }

    /// Where the scenario is written.
    var source: SourcePlace { SourcePlace(place) }
}
