import JSON
import Results
import Scenarios
public import SeamContract
import Timestamps
import YAMLSource

extension Policy {
    /// Reads a policy file.
    ///
    /// - Parameters:
    ///   - text: the file, YAML.
    ///   - path: the path that messages name.
    ///   - catalogue: the requirements there are.
    /// - Throws: ``PolicyError`` with all problems of the file.
    public init(text: String, path: String, catalogue: Catalogue) throws(PolicyError) {
        var reader = PolicyReader(catalogue: catalogue)
        let policy = reader.policy(in: text, path: path)
        guard let policy, reader.diagnostics.isEmpty else {
            throw PolicyError(diagnostics: reader.diagnostics.sorted())
        }
        self = policy
    }
}

/// Reads a policy file, and collects what is wrong in it.
private struct PolicyReader {
    let catalogue: Catalogue
    private(set) var diagnostics: [Diagnostic] = []

    init(catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// The policy; nil when the file is no YAML.
    mutating func policy(in text: String, path: String) -> Policy? {
        do throws(YAMLSourceError) {
            var file = EntryReader(try LocatedValue(yaml: text, file: path), named: "a policy file")
            let waivers = file.items("waivers", atMost: PolicyBounds.waivers)
            let gate = file.optionalObject("gate")
            let fixtures = file.optionalObject("fixtures")
            file.refuseOtherKeys()
            diagnostics += file.diagnostics
            return Policy(
                waivers: waivers.compactMap { waiver($0) },
                gate: gate.map { rules($0) } ?? GateRules(),
                fixtures: fixtures.map { self.fixtures($0) } ?? RunFixtures()
            )
        } catch {
            diagnostics.append(error.diagnostic)
            return nil
        }
    }

    /// One waiver; nil when it can't count.
    private mutating func waiver(_ value: LocatedValue) -> Waiver? {
        var entry = EntryReader(value, named: "a waiver")
        let requirement = entry.optionalText("requirement")
        let cases = entry.optionalText("case")
        let fingerprint = entry.optionalText("fingerprint")
        let reason = entry.text("reason")
        let owner = entry.text("owner")
        let expires = entry.optionalDay("expires")
        entry.refuseOtherKeys()
        diagnostics += entry.diagnostics
        if requirement == nil, cases == nil, fingerprint == nil, entry.diagnostics.isEmpty {
            tell(value.place, "a waiver needs a requirement, a case or a fingerprint (or it would allow everything)")
        }
        if let requirement { check(requirement, at: entry.place(of: "requirement")) }
        let day = expires.flatMap { CivilDate(rfc3339: $0) }
        if let expires, day == nil, entry.diagnostics.isEmpty {
            tell(entry.place(of: "expires"), "there is no day \(expires)")
        }
        guard let reason, let owner else { return nil }
        return Waiver(
            requirement: requirement,
            cases: cases,
            fingerprint: fingerprint,
            reason: reason,
            owner: owner,
            expires: day,
            place: value.place
        )
    }

    /// What runs name by hand: for each kind an id, or a list of them.
    private mutating func fixtures(_ value: LocatedValue) -> RunFixtures {
        var fixtures = RunFixtures()
        guard case .object(let members) = value.content else {
            tell(value.place, "'fixtures' must be an object, not \(value.json.kind.rawValue)")
            return fixtures
        }
        for (key, ids) in members {
            let items = if case .array(let items) = ids.content { items } else { [ids] }
            for item in items {
                guard case .scalar(.string(let id)) = item.content else {
                    tell(item.place, "a fixture must be an id, or a list of ids, as text")
                    continue
                }
                do throws(RunFixtures.Problem) {
                    try fixtures.add(key.name, id)
                } catch {
                    tell(item.place, error.description)
                }
            }
        }
        return fixtures
    }

    /// The rules of the gate.
    private mutating func rules(_ value: LocatedValue) -> GateRules {
        var entry = EntryReader(value, named: "the gate")
        let standard = GateRules()
        let baseline = entry.optionalText("baseline")
        let profile = entry.optionalText("profile")
        let tested = entry.optionalCount("tested", in: 1...1_000_000)
        let stillFailing = entry.optionalFlag("allow-still-failing")
        let vanished = entry.optionalFlag("allow-vanished")
        let otherEndpoint = entry.optionalFlag("allow-other-endpoint")
        let strict = entry.optionalFlag("strict")
        let reruns = entry.optionalCount("reruns", in: 0...100)
        let slowdown = entry.optionalObject("slowdown").map { self.slowdown($0) }
        entry.refuseOtherKeys()
        diagnostics += entry.diagnostics
        let label = baseline.map { Label(written: $0) }
        if label == .some(nil) {
            tell(entry.place(of: "baseline"), "'baseline' must be a label and its value (write it like branch=main)")
        }
        return GateRules(
            baseline: (label ?? nil) ?? standard.baseline,
            profile: profile,
            leastTested: tested ?? standard.leastTested,
            allowsStillFailing: stillFailing ?? standard.allowsStillFailing,
            allowsVanished: vanished ?? standard.allowsVanished,
            allowsOtherEndpoint: otherEndpoint ?? standard.allowsOtherEndpoint,
            isStrict: strict ?? standard.isStrict,
            reruns: reruns ?? standard.reruns,
            slowdown: slowdown ?? standard.slowdown
        )
    }

    /// By how many percent answers may become slower; nil when that does not count.
    private mutating func slowdown(_ value: LocatedValue) -> Int? {
        if case .scalar(.string("off")) = value.content { return nil }
        if case .scalar(.number(let number)) = value.content, let percentage = Int(number.text),
            (0...10_000).contains(percentage)
        {
            return percentage
        }
        tell(value.place, "'slowdown' must be a whole number of percent from 0 to 10000, or off")
        return nil
    }

    private mutating func check(_ requirement: String, at place: SourcePlace) {
        guard catalogue[requirement] == nil else { return }
        let hint = Suggestion.text(for: requirement, among: catalogue.requirements.map(\.id))
        tell(place, "there is no requirement '\(requirement)' (\(hint))")
    }

    private mutating func tell(_ place: SourcePlace, _ message: String) {
        diagnostics.append(Diagnostic(place: place, message: message))
    }
}
