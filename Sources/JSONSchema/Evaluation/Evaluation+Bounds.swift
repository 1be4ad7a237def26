import JSON

/// What keeps a walk within bounds whatever the value: hostile ones nest deep, and have branches within branches tried
/// again and again.
struct EvaluationBounds {
    /// How many schemas may apply to one and the same value inside each other.
    static let inPlaceLimit = 256
    /// How many schemas may apply inside each other in all, to a value and to those around it.
    static let nestingLimit = 1024
    /// How many values may be looked at on trial, whatever the size of the whole value.
    static let trialLimit = 250_000
    /// How many values may be looked at in all, whatever the size of the whole value.
    static let stepLimit = 1_000_000
    /// How many more for each value that is in the whole value, of both.
    static let stepsForEachValue = 100
    /// After how many steps on trial the walk counts as long.
    private static let manyTrials = 20_000

    /// How many schemas apply to the current value inside each other.
    var inPlace = 0
    /// How many schemas apply inside each other in all.
    var nesting = 0
    /// How many branches that are tried the walk is in.
    var trial = 0
    /// How many more values may be looked at on trial.
    private var trialsLeft = trialLimit
    /// How many values may be looked at on trial in all, as far as it is known.
    private(set) var trials = trialLimit
    /// How many more values may be looked at in all.
    private var stepsLeft = stepLimit
    /// How many values may be looked at in all, as far as it is known.
    private(set) var steps = stepLimit
    /// Why the walk has given up; empty as long as it goes on.
    private(set) var exhaustion: [Violation] = []
    /// Whether the walk has given up.
    private(set) var isExhausted = false

    /// Counts one more schema applied to a value on trial; false when there have been too many.
    ///
    /// How many values there are in all is only counted when it matters.
    @inline(never)
    mutating func countTrial(_ value: JSONValue, of whole: JSONValue) -> Bool {
        trialsLeft -= 1
        switch value {
        case .array(let items): trialsLeft -= items.count
        case .object(let object): trialsLeft -= object.count
        default: break
        }
        if trialsLeft <= 0, trials == EvaluationBounds.trialLimit {
            let more = Self.count(of: whole) * EvaluationBounds.stepsForEachValue
            trials += more
            trialsLeft += more
        }
        return trialsLeft > 0
    }

    /// How many times a schema was applied to a value so far.
    var taken: Int { steps - stepsLeft }

    /// Whether so many steps were taken that what came of references is worth to be remembered.
    var isLong: Bool {
        trial > 0 && trialsLeft < Self.trialLimit - Self.manyTrials
            || steps > Self.stepLimit || stepsLeft < Self.stepLimit / 2
    }

    /// Counts one more schema applied to a value; false when there have been too many.
    @inline(__always)
    mutating func countStep(of whole: JSONValue) -> Bool {
        stepsLeft -= 1
        return stepsLeft > 0 || addSteps(for: whole)
    }

    /// Allows more steps, once, by the size of the whole value; false when that was done before.
    @inline(never)
    private mutating func addSteps(for whole: JSONValue) -> Bool {
        guard steps == Self.stepLimit else { return false }
        let more = Self.count(of: whole) * Self.stepsForEachValue
        steps += more
        stepsLeft += more
        return stepsLeft > 0
    }

    /// How many values there are in a value, itself included.
    private static func count(of value: JSONValue) -> Int {
        switch value {
        case .array(let items): items.reduce(1) { $0 + count(of: $1) }
        case .object(let object): object.values.reduce(1) { $0 + count(of: $1) }
        default: 1
        }
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
            bounds.trial == 0 || bounds.countTrial(value, of: self.value), bounds.countStep(of: self.value),
            !bounds.isExhausted
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
            } else if bounds.trial > 0 {
                "branches that can be told apart within \(bounds.trials) steps"
            } else {
                "schemas that can be applied within \(bounds.steps) steps"
            }
        bounds.exhaust(
            Violation(
                instance: pointer(path),
                schema: node.place,
                keyword: "bounds",
                expected: expected,
                actual: ValueExcerpt.of(value),
                member: nil,
                branch: nil,
                freeNames: freeNames
            )
        )
    }
}
