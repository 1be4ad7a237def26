import Results
import SeamContract

extension RunOverview {
    /// The answer in one line: `does not conform: 2 of 41 requirements are broken (1 must, 1 should)`.
    var headline: String {
        let profile = record.header.profile.map { " to " + $0.name.visible(upTo: 100) } ?? ""
        switch conclusion {
        case .conforms where broken.isEmpty:
            return "conforms\(profile): \(Wording.count(counted.count, "requirement")) kept"
        case .conforms: return "conforms\(profile), but " + brokenRequirements
        case .doesNotConform where isIncomplete:
            let cases = Wording.count(counts[.blocked] ?? 0, "case")
            return "incomplete\(profile): \(cases) blocked" + (broken.isEmpty ? "" : "; \(brokenRequirements)")
        case .doesNotConform:
            let cut = record.ending?.reason == .deadline ? " (\(outOfTime))" : ""
            return "does not conform\(profile): " + shortcomings.joined(separator: "; ") + cut
        case .nothingTested where requirements.contains { $0.weighed > 0 } && !profile.isEmpty:
            return "nothing was tested: no case came to a requirement of the profile"
        case .nothingTested: return "nothing was tested: no case came to a judgement"
        case .unreachable where endingMessage.isEmpty: return lostAnswers(profile)
        case .unreachable: return "nothing can be said of the endpoint" + endingMessage
        case .refused: return "refused: no case was run" + endingMessage
        case .invalidScenario where counted.isEmpty:
            return wrongScenarios + ", so nothing can be said of the endpoint"
        case .invalidScenario: return "incomplete\(profile): \(wrongScenarios)\(soFar)"
        case .defect: return "a defect of seamcheck: nothing can be said of the endpoint" + endingMessage
        case .outOfTime: return "incomplete\(profile): \(outOfTime)\(endingMessage)\(soFar)"
        case .interrupted:
            let ended = record.cases.count { $0.result != nil }
            return "interrupted after \(ended) of \(Wording.count(record.header.caseCount, "case"))" + endingMessage
        case .incomplete:
            let ended = record.cases.count { $0.result != nil }
            return "incomplete: \(ended) of \(Wording.count(record.header.caseCount, "case"))" + endingMessage
        }
    }

    /// `out of time after 20 of 1033 cases`.
    private var outOfTime: String {
        let judged = record.cases.count { $0.result?.verdict.isJudgement == true }
        return "out of time after \(judged) of \(Wording.count(record.header.caseCount, "case"))"
    }

    /// What is said when cases could not be judged, since responses did not arrive or put them off: how many, and what the
    /// others found.
    private func lostAnswers(_ profile: String) -> String {
        guard record.cases.contains(where: { $0.result?.verdict.isJudgement == true }) else {
            return "no case could be judged"
        }
        return "incomplete\(profile): \(Wording.count(counts[.error] ?? 0, "case")) could not be judged\(soFar)"
    }

    /// What was found beside what could not be judged.
    private var soFar: String {
        broken.isEmpty ? "; nothing else is wrong so far" : "; " + brokenRequirements
    }

    /// How many cases have each verdict, in the order of the verdicts: `58 passed, 1 failed`.
    var tally: [(verdict: Verdict, count: Int)] {
        Verdict.allCases.compactMap { verdict in counts[verdict].map { (verdict, $0) } }
    }

    /// The requirements that count: those of the run's profile, or all that were weighed when it has none.
    private var counted: [RequirementStanding] {
        guard let profile = record.header.profile.map({ Set($0.requirements) }) else { return requirements }
        return requirements.filter { profile.contains($0.id) }
    }

    /// Those of them that are broken.
    private var broken: [RequirementStanding] { counted.filter { $0.broken > 0 } }

    /// `2 of 41 requirements are broken (1 must, 1 should)`.
    private var brokenRequirements: String {
        let levels = [Level.must, .should, .may].compactMap { level in
            let count = broken.count { $0.level == level }
            return count > 0 ? "\(count) \(level.rawValue)" : nil
        }
        let verb = broken.count == 1 ? "is" : "are"
        let all = Wording.count(counted.count, "requirement")
        if counted.count == 1 { return "the one requirement that was weighed is broken (\(levels.joined()))" }
        return "\(broken.count) of \(all) \(verb) broken (\(levels.joined(separator: ", ")))"
    }

    /// Whether all that keeps the endpoint from conforming is that preconditions failed: it may or may not conform.
    var isIncomplete: Bool {
        let verdicts: [Verdict] = [.failed, .unexpectedPass] + (isStrict ? [.warned] : [])
        return conclusion == .doesNotConform && counts[.blocked] != nil && obstacles.isEmpty
            && verdicts.allSatisfy { counts[$0] == nil } && !broken.contains { $0.level == .must }
    }

    /// Why the endpoint does not conform: operations that keep cases from being judged, then what is broken.
    private var shortcomings: [String] {
        let operations = [
            operations(.broken, "does not work", "do not work"), operations(.missing, "is missing", "are missing"),
        ].compactMap(\.self)
        if !broken.isEmpty { return operations + [brokenRequirements] }
        return operations.isEmpty ? [verdictsAgainst] : operations
    }

    /// `/acs/users/create does not work`, `2 operations are missing`; nil when there is none of that kind.
    private func operations(_ kind: Obstacle.Kind, _ verb: String, _ verbOfSeveral: String) -> String? {
        let paths = obstacles.filter { $0.kind == kind }.map(\.operation)
        guard let first = paths.first else { return nil }
        return paths.count == 1 ? "\(first.visible) \(verb)" : "\(paths.count) operations \(verbOfSeveral)"
    }

    /// `1 blocked, 1 unexpected pass`.
    private var verdictsAgainst: String {
        let verdicts: [Verdict] = [.failed, .unexpectedPass, .blocked] + (isStrict ? [.warned] : [])
        return tally.filter { verdicts.contains($0.verdict) }
            .map { "\($0.count) \(Wording.verdict($0.verdict))" }.joined(separator: ", ")
    }

    /// `the scenario is wrong`.
    private var wrongScenarios: String {
        let ids = Set(record.cases.filter { $0.result?.verdict == .error }.map(\.header.scenario))
        return ids.count == 1 ? "the scenario is wrong" : "\(ids.count) scenarios are wrong"
    }

    private var endingMessage: String {
        let message = record.ending?.message ?? ""
        return message.isEmpty ? "" : ": " + message.visible(upTo: 400)
    }
}
