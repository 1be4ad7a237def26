import JSON
import SeamContract
import YAMLSource

extension StepDecoder {
    /// Reads what a step expects; without a word about it, a 2xx status as a precondition.
    mutating func expectations(_ step: LocatedValue, copies: Int) -> [Expectation] {
        guard let source = step["expect"] else {
            return [Expectation(claims: [.status(.accepted)], proves: [], because: nil, place: step.place)]
        }
        if source.isList, source.items.isEmpty {
            problems.add(source.place, "there is no expectation (write one, or leave 'expect' out for a 2xx status)")
        }
        return source.items.filter(\.isMapping).map { expectation($0, copies: copies) }
    }

    /// Reads an expectation.
    private mutating func expectation(_ source: LocatedValue, copies: Int) -> Expectation {
        var claims: [Claim] = []
        for (key, value) in source.members {
            claims += self.claims(key, value)
        }
        let says = source.members.filter { $0.key.name != "proves" && $0.key.name != "because" }
        if says.isEmpty {
            problems.add(source.place, "the expectation claims nothing (write status, rejected, a JSONPath, …)")
        }
        if let outcomes = source["outcomes"], copies == 1 {
            problems.add(outcomes.place, "'outcomes' counts parallel copies (write 'parallel: 8' in the step)")
        }
        return Expectation(
            claims: claims,
            proves: proofs(source),
            because: source["because"].flatMap { fixedText($0)?.text },
            place: source.place
        )
    }

    /// Reads which requirement an expectation proves.
    private mutating func proofs(_ source: LocatedValue) -> [String] {
        if let proves = source["proves"] {
            let ids = requirementIDs(proves)
            guard part != .steps else { return ids }
            if blocks.isEmpty {
                problems.add(
                    proves.place,
                    "only 'steps' prove a requirement (move the expectation there, or leave this out)"
                )
            }
            return []
        }
        guard part == .steps, blocks.isEmpty else { return [] }
        if let defaultProofs { return defaultProofs }
        problems.add(
            source.place,
            "says nothing about which requirement it proves (write 'proves:' here, or in the scenario)"
        )
        return []
    }

    /// Reads the requirement id that an expectation proves, which may stand in a list of its own.
    mutating func requirementIDs(_ source: LocatedValue) -> [String] {
        if source.isList, source.items.isEmpty {
            problems.add(source.place, "there is no requirement (write an id, or leave 'proves' out)")
        }
        if let second = source.items.dropFirst().first {
            problems.add(
                second.place,
                "an expectation proves one requirement (write an expectation of its own for \(second.found))"
            )
        }
        return (source.isList ? source.items : [source]).compactMap { item in
            guard let id = fixedText(item), let text = id.text else { return nil }
            if suite.catalogue[text] != nil { return text }
            let known = suite.catalogue.requirements.map(\.id)
            let hint = Suggestion.nearest(to: text, among: known).map { "did you mean '\($0)'?" }
            problems.add(
                item.place,
                "unknown requirement \(id.words) (\(hint ?? "the catalogue of requirements has all ids"))"
            )
            return nil
        }
    }

    /// Reads one key of an expectation; several headers are several claims.
    private mutating func claims(_ key: LocatedKey, _ source: LocatedValue) -> [Claim] {
        switch key.name {
        case "proves", "because":
            return []
        case "status":
            return statuses(source).map { [.status($0)] } ?? []
        case "rejected":
            return rejected(source).map { [.rejected($0)] } ?? []
        case "header":
            return source.members.map { .header($0.key.name.lowercased(), matcher($0.value)) }
        case "within":
            return source.duration.map { [.within($0)] } ?? []
        case "outcomes":
            return [.outcomes(outcomes(source))]
        case let name where TextKind.path.accepts(name):
            let matcher = matcher(source)
            return path(name, at: key.place).map { [.body($0, matcher)] } ?? []
        case let name where TextKind.template.accepts(name):
            return [.value(template(name, at: key.place), matcher(source))]
        default:
            return []
        }
    }

    /// Reads one or more statuses.
    private mutating func statuses(_ source: LocatedValue) -> StatusSet? {
        var ranges: [ClosedRange<Int>] = []
        for item in source.isList ? source.items : [source] {
            guard let fixed = fixed(item) else { return nil }
            for value in fixed.value.arrayValue ?? [fixed.value] {
                guard let range = StatusSet.range(of: value) else {
                    if item.isTemplate {
                        problems.add(item.place, "expected a status such as 200 or 4xx, found \(fixed.words)")
                    }
                    return nil
                }
                ranges.append(range)
            }
        }
        if ranges.isEmpty {
            problems.add(source.place, "there is no status (write at least one)")
        }
        return StatusSet(ranges: ranges)
    }

    /// Reads how a call is refused.
    private mutating func rejected(_ source: LocatedValue) -> StatusSet? {
        if source.json.boolValue == true { return .rejected }
        guard source.json.boolValue == nil, let statuses = statuses(source) else { return nil }
        if let range = statuses.ranges.first(where: { !(400...499).contains($0.lowerBound) }) {
            problems.add(source.place, "a rejected call has a 4xx status, found \(StatusSet(ranges: [range]))")
        }
        return statuses
    }

    /// Reads how parallel copies end.
    private mutating func outcomes(_ source: LocatedValue) -> Outcomes {
        if source["accepted"]?.text == "rest", source["rejected"]?.text == "rest" {
            problems.add(source.place, "only one side can be the rest (write a number for the other)")
        }
        if source.isMapping, source.members.isEmpty {
            problems.add(source.place, "there is nothing to count (write accepted, rejected or both)")
        }
        return Outcomes(accepted: share(source["accepted"]), rejected: share(source["rejected"]))
    }

    /// Reads how many copies.
    private mutating func share(_ source: LocatedValue?) -> Outcomes.Share? {
        guard let source else { return nil }
        return source.text == "rest" ? .rest : countRange(source).map { .count($0) }
    }

    /// Reads a number of things: exactly so many, or a range.
    mutating func countRange(_ source: LocatedValue) -> CountRange? {
        if source.isMapping {
            let least = source["at-least"]?.json.numberValue?.intValue
            let most = source["at-most"]?.json.numberValue?.intValue
            if source.members.isEmpty || (least ?? 0) > (most ?? .max) {
                problems.add(source.place, "no number is in this range (write at-least, at-most or both)")
            }
            return CountRange(atLeast: least ?? 0, atMost: most)
        }
        guard let fixed = fixed(source) else { return nil }
        guard let count = fixed.value.numberValue?.intValue, count >= 0 else {
            if source.isTemplate {
                problems.add(source.place, "expected a whole number from 0, found \(fixed.words)")
            }
            return nil
        }
        return CountRange(atLeast: count, atMost: count)
    }
}

extension StatusSet {
    /// The statuses that a value stands for: `200`, or `4xx` for a class.
    fileprivate static func range(of value: JSONValue) -> ClosedRange<Int>? {
        if let status = value.numberValue?.intValue, (100...599).contains(status) { return status...status }
        guard let text = value.stringValue, TextKind.statusClass.accepts(text), let digit = Int(text.prefix(1)) else {
            return nil
        }
        return digit * 100...digit * 100 + 99
    }
}
