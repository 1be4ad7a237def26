import JSON

/// What keeps a walk within bounds whatever the value: hostile ones nest deep, and have branches within branches tried
/// again and again.
struct EvaluationBounds {
    /// How many schemas may apply to one and the same value inside each other.
    static let inPlaceLimit = 256
    /// How many schemas may apply inside each other in all, to a value and to those around it.
    static let nestingLimit = 1024
    /// How many values may be looked at on trial before it is known how large the whole value is.
    static let trialsForNothing = 1_000_000
    /// How many more for each schema that is applied not on trial.
    static let trialsForEachStep = 1000

    /// How many schemas apply to the current value inside each other.
    var inPlace = 0
    /// How many schemas apply inside each other in all.
    var nesting = 0
    /// How many branches that are tried the walk is in.
    var trial = 0
    /// How many more values may be looked at on trial.
    private var trialsLeft = trialsForNothing
    /// Why the walk has given up; empty as long as it goes on.
    private(set) var exhaustion: [Violation] = []
    /// Whether the walk has given up.
    private(set) var isExhausted = false

    /// Counts one more schema applied to a value; false when there have been too many on trial.
    @inline(__always)
    mutating func countStep(_ value: JSONValue) -> Bool {
        if trial > 0 { return countTrial(value) }
        trialsLeft += EvaluationBounds.trialsForEachStep
        return true
    }

    /// Counts one more schema applied to a value on trial.
    @inline(never)
    private mutating func countTrial(_ value: JSONValue) -> Bool {
        trialsLeft -= 1
        switch value {
        case .array(let items): trialsLeft -= items.count
        case .object(let object): trialsLeft -= object.count
        default: break
        }
        return trialsLeft > 0
    }

    /// Notes why the walk gives up.
    mutating func exhaust(_ violation: Violation) {
        exhaustion = [violation]
        isExhausted = true
    }
}

extension Evaluation {
    /// Whether one more schema may be applied to a value; when not, the walk ends soon, the value being invalid.
    @inline(__always)
    mutating func mayApply(_ node: SchemaNode, to value: JSONValue) -> Bool {
        if bounds.inPlace <= EvaluationBounds.inPlaceLimit, bounds.nesting <= EvaluationBounds.nestingLimit,
            bounds.countStep(value), !bounds.isExhausted
        {
            return true
        }
        giveUp(node, value)
        return false
    }

    /// Notes which bound has been met.
    @inline(never)
    private mutating func giveUp(_ node: SchemaNode, _ value: JSONValue) {
        guard !bounds.isExhausted else { return }
        let expected =
            if bounds.inPlace > EvaluationBounds.inPlaceLimit {
                "references that end within \(EvaluationBounds.inPlaceLimit) steps"
            } else if bounds.nesting > EvaluationBounds.nestingLimit {
                "no more than \(EvaluationBounds.nestingLimit) schemas inside each other"
            } else {
                "branches that can be told apart within \(EvaluationBounds.trialsForNothing) steps"
            }
        bounds.exhaust(
            Violation(
                instance: pointer(path),
                schema: node.place,
                keyword: "bounds",
                expected: expected,
                actual: ValueExcerpt.of(value),
                member: nil,
                branch: nil
            )
        )
    }
}
