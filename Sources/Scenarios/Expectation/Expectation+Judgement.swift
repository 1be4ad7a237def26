import JSON

extension Expectation {
    /// How an answer differs from what is expected; empty when all claims hold.
    ///
    /// Of parallel copies each answer is judged alone; ``Claim/outcomes(_:)`` is left to ``mismatches(inAll:)``.
    /// - Parameters:
    ///   - answer: the answer.
    ///   - scope: the names, with what the call saved.
    /// - Returns: the differences, in the order of the claims.
    /// - Throws: ``TemplateError`` when a template has no value.
    public func mismatches(in answer: Answer, scope: Scope) throws(TemplateError) -> [Mismatch] {
        var judgement = Judgement(scope: scope, body: answer.body)
        var mismatches: [Mismatch] = []
        for claim in claims {
            mismatches += try claim.mismatches(in: answer, by: &judgement)
        }
        return mismatches
    }

    /// How the answers to parallel copies, taken together, differ from what is expected.
    ///
    /// - Parameter answers: the answers, in the order of the copies; nil for a copy that got none.
    /// - Returns: the differences in numbers; empty when there are no such claims.
    public func mismatches(inAll answers: [Answer?]) -> [Mismatch] {
        let accepted = answers.count { $0.map { StatusSet.accepted.contains($0.status) } ?? false }
        let rejected = answers.count { $0.map { StatusSet.rejected.contains($0.status) } ?? false }
        return claims.flatMap { claim -> [Mismatch] in
            guard case .outcomes(let outcomes) = claim else { return [] }
            return outcomes.mismatches(accepted: accepted, rejected: rejected, of: answers.count)
        }
    }
}

extension Claim {
    /// How an answer differs from the claim.
    func mismatches(in answer: Answer, by judgement: inout Judgement) throws(TemplateError) -> [Mismatch] {
        switch self {
        case .status(let statuses):
            return statuses.contains(answer.status) ? [] : [answer.statusMismatch(expected: "\(statuses)")]
        case .rejected(let statuses):
            return statuses.contains(answer.status) ? [] : [answer.statusMismatch(expected: "\(statuses)")]
        case .body(let path, let matcher):
            return try matcher.mismatches(
                in: try Subject(try path.path(in: &judgement.scope), in: answer.body),
                by: &judgement
            )
        case .header(let name, let matcher):
            let subject = Subject(name: "header \(name)", value: answer.header(name).map { .string($0) })
            return try matcher.mismatches(in: subject, by: &judgement)
        case .within(let limit):
            guard answer.elapsed > limit else { return [] }
            let actual = "\(answer.elapsed.wholeMilliseconds)ms"
            return [
                Subject(name: "time", value: nil).mismatch(expected: "within \(limit.scenarioText)", actual: actual)
            ]
        case .value(let template, let matcher):
            let value = try template.value(in: &judgement.scope)
            return try matcher.mismatches(in: Subject(name: template.description, value: value), by: &judgement)
        case .outcomes:
            return []
        }
    }
}

extension Answer {
    /// The mismatch of the status; an error envelope's type and message say why it came.
    func statusMismatch(expected: String) -> Mismatch {
        let type = body?["error"]?["type"]?.stringValue
        let message = body?["error"]?["message"]?.stringValue
        let reason = [type, message].compactMap { $0 }.joined(separator: ": ")
        let actual = reason.isEmpty ? "\(status)" : "\(status) (\(JSONValue.string(reason).excerpt))"
        return Subject(name: "status", value: nil).mismatch(expected: expected, actual: actual)
    }
}

extension Outcomes {
    /// How the numbers of copies that ended so differ from what is expected.
    func mismatches(accepted: Int, rejected: Int, of count: Int) -> [Mismatch] {
        let sides = [
            (name: "accepted", share: self.accepted, found: accepted, other: rejected),
            (name: "rejected", share: self.rejected, found: rejected, other: accepted),
        ]
        return sides.compactMap { side in
            guard let share = side.share else { return nil }
            let range =
                switch share {
                case .count(let range): range
                case .rest: CountRange(atLeast: count - side.other, atMost: count - side.other)
                }
            guard !range.contains(side.found) else { return nil }
            return Subject(name: "outcomes", value: nil)
                .mismatch(expected: "\(range) of \(count) \(side.name)", actual: "\(side.found) \(side.name)")
        }
    }
}

extension Duration {
    /// The time in milliseconds; fractions are dropped.
    var wholeMilliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
