import Results
import SeamContract

extension Coverage {
    /// The catalogue of requirements as a Markdown page: by area, each with its statement, source, scenarios and faults.
    public var cataloguePage: String {
        let areas = Dictionary(grouping: rows, by: \.requirement.area).sorted { $0.key < $1.key }
        let contents = areas.map { "- [\($0.key)](#\($0.key)): \(Wording.count($0.value.count, "requirement"))" }
        let head = [
            "# The requirements",
            "",
            "What an endpoint must, should or may keep, where each sentence comes from, which scenarios weigh it, and which",
            "faults of the reference server prove that they notice. Made from `scenarios/requirements` and from what a run",
            "really weighs, by `make catalogue`.",
            "",
        ]
        return (head + contents + areas.flatMap { Self.section($0.key, $0.value) }).joined(separator: "\n") + "\n"
    }

    /// The requirements of one area.
    private static func section(_ area: String, _ rows: [Row]) -> [String] {
        ["", "## \(area)"] + rows.flatMap(entry)
    }

    /// One requirement.
    private static func entry(_ row: Row) -> [String] {
        let requirement = row.requirement
        let since = requirement.since.map { "; since \($0)" } ?? ""
        let scenarios = row.scenarios.map { "`\($0)`" }.joined(separator: ", ")
        let faults = row.faults.map { "`\($0)`" }.joined(separator: ", ")
        return [
            "",
            "### \(requirement.id) (\(requirement.level.rawValue))",
            "",
            requirement.statement,
            "",
            "- source: \(requirement.source) (\(requirement.evidence.rawValue))\(since)",
            requirement.notTested.map { "- not tested: \($0)" } ?? "- scenarios: \(scenarios)",
        ] + (faults.isEmpty ? [] : ["- faults: \(faults)"])
    }
}
