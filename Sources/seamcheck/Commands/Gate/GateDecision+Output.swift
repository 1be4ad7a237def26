import JSON
import Policy
import Reports
import Results
import Timestamps
import Trends

extension GateDecision {
    /// The answer, below it what breaks rules, and at the end which run was judged, and which it was compared with.
    ///
    /// - Parameter isExplained: whether every rule is shown with its figures, and what was looked at.
    /// - Returns: the lines.
    func text(explained isExplained: Bool) -> String {
        var lines = [answer]
        for rule in rules where isExplained || !rule.holds {
            if isExplained { lines.append("  \(rule.holds ? "holds " : "broken")  \(rule.name): \(rule.figures)") }
            lines +=
                isExplained
                ? (rule.reasons + rule.notes).map { "            " + $0 } : rule.shortReasons.map { "  " + $0 }
        }
        lines.append("judged run \(run.gateWords)")
        if let remark {
            lines.append(remark)
        } else if case .run(let outcome) = baseline {
            lines.append("compared with run \(outcome.header.gateWords)")
        }
        return lines.map { $0.visible + "\n" }.joined()
    }

    /// The answer with every rule, and what re-runs told.
    var json: String {
        let object: JSONValue = [
            "open": .bool(isOpen), "answer": .string(answer),
            "run": run.gateJSON, "baseline": baseline.map(\.json) ?? .null,
            "baseline_run": baseline?.runJSON ?? .null, "remark": remark.map { .string($0) } ?? .null,
            "rules": .array(rules.map(\.json)), "reruns": .array(reruns.map(\.json)),
        ]
        return object.serialized(.pretty) + "\n"
    }
}

extension RunHeader {
    /// Its id, when it began, and which endpoint it judged.
    var gateWords: String {
        "\(id) of \(startedAt.rfc3339), \(isEmbedded ? "embedded reference server" : endpoint)"
    }

    fileprivate var gateJSON: JSONValue {
        [
            "id": .string(id), "started_at": .string(startedAt.rfc3339), "endpoint": .string(endpoint),
            "is_embedded": .bool(isEmbedded),
        ]
    }
}

extension Baseline {
    /// The run, when it is one.
    fileprivate var runJSON: JSONValue? {
        if case .run(let outcome) = self { outcome.header.gateJSON } else { nil }
    }

    /// The run's id, or the path of the file.
    fileprivate var json: JSONValue {
        switch self {
        case .run(let outcome): .string(outcome.header.id)
        case .file(let file): .string(file.path)
        }
    }
}

extension GateDecision.Rule {
    /// The first reasons, and how many more there are.
    fileprivate var shortReasons: [String] {
        guard reasons.count > 21 else { return reasons }
        return reasons.prefix(20) + ["… and \(reasons.count - 20) more (`--explain` shows them all)"]
    }

    fileprivate var json: JSONValue {
        [
            "rule": .string(name), "holds": .bool(holds), "figures": .string(figures),
            "reasons": .array(reasons.map { .string($0) }), "notes": .array(notes.map { .string($0) }),
        ]
    }
}

extension GateDecision.Rerun {
    fileprivate var json: JSONValue {
        let conclusion =
            switch step {
            case .decided(.broken): "broken"
            case .decided(.working): "by chance"
            case .rerun: "not run again"
            case .undecided: "undecided"
            }
        return [
            "case": .string(caseID), "reruns": .number(JSONNumber(count)), "held": .number(JSONNumber(heldCount)),
            "chance_broken": JSONNumber(chanceBroken).map { .number($0) } ?? .null, "conclusion": .string(conclusion),
        ]
    }
}
