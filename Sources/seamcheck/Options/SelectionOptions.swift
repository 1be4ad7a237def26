import ArgumentParser
import Conformance
import Scenarios
import SeamContract

/// Which cases of the suite.
struct SelectionOptions: ParsableArguments {
    @Option(help: "Only scenarios with this tag (repeatable: any of them).")
    var tag: [String] = []

    @Option(help: ArgumentHelp("Only cases whose id fits, such as 'identity-*' (repeatable).", valueName: "glob"))
    var id: [String] = []

    @Option(help: "Only cases that can prove this requirement (repeatable).")
    var requirement: [String] = []

    @Option(
        help: ArgumentHelp(
            "Hold the endpoint to a frozen set of requirements: core, linking, access-users or full, also with @YYYY-MM.",
            valueName: "name"
        )
    )
    var profile: String?

    @Option(
        help: "Only cases that a mock without a state can keep, too: schemas, authorization, and what is refused."
    )
    var only: CaseSort?

    @Option(
        help: ArgumentHelp("Only the K-th of N parts, split by a stable hash of the case id.", valueName: "k/n"),
        transform: { text in
            guard let shard = Shard(text) else {
                throw ValidationError("write K/N with K from 1 to N, such as 2/5; N is at most \(StableHash.partLimit)")
            }
            return shard
        }
    )
    var shard: Shard?

    /// The cases of the suite that are selected.
    ///
    /// - Parameters:
    ///   - suite: the suite.
    ///   - shard: which part of them; nil for all.
    /// - Returns: the plan.
    /// - Throws: `CommandFailure` when an option fits nothing at all, which is more likely a slip than a wish, or when there
    ///   is no such profile or requirement.
    func plan(for suite: Suite, shard: Shard?) throws -> Plan {
        let demanded = try profile(of: suite).map { Set($0.requirements) }
        let selection = Selection(
            ids: id,
            tags: tag,
            requirements: try requirements(for: suite),
            profile: demanded,
            isOfShape: only == .shape
        )
        let plan = Plan(suite.library, selection: selection, shard: shard)
        guard plan.unmatched.isEmpty else {
            let names = plan.unmatched.map { "'\($0)'" }.joined(separator: ", ")
            throw CommandFailure(
                "no case fits \(names), so nothing was tested (`seamcheck scenarios list` lists the cases)",
                status: .nothingTested
            )
        }
        return plan
    }

    /// The requirements that cases are selected by: none when every case can prove one of those asked for.
    ///
    /// - Throws: `CommandFailure` when the catalogue has none that fits.
    private func requirements(for suite: Suite) throws -> [String] {
        let checked = AutomaticChecks.requirementIDs(in: suite.catalogue)
        let named = Set(suite.library.cases.flatMap(\.requirementIDs))
        let known = suite.catalogue.requirements.map(\.id)
        for pattern in requirement where !known.contains(where: { Glob(pattern).matches($0) }) {
            throw suite.unknownRequirement(pattern)
        }
        let isCheckedAlone = requirement.contains { pattern in
            let fits = { (id: String) in Glob(pattern).matches(id) }
            return !named.contains(where: fits) && checked.contains(where: fits)
        }
        return isCheckedAlone ? [] : requirement
    }

    /// The profile that was asked for; nil when none was.
    ///
    /// - Throws: `CommandFailure` when there is none of that name.
    func profile(of suite: Suite) throws -> Profile? {
        try profile.map(suite.profile)
    }

    /// The names of the options that were given, in the order of the help text.
    var given: [String] {
        let all: [(String, Bool)] = [
            ("--tag", !tag.isEmpty), ("--id", !id.isEmpty), ("--requirement", !requirement.isEmpty),
            ("--profile", profile != nil), ("--only", only != nil), ("--shard", shard != nil),
        ]
        return all.filter(\.1).map(\.0)
    }
}

/// A sort of cases.
enum CaseSort: String, ExpressibleByArgument, CaseIterable {
    /// Those that do not rest on what the endpoint keeps.
    case shape
}
