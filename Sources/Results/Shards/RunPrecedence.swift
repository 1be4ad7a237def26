import SeamContract
import Timestamps

/// Which of two runs of the same cases counts: the complete one, else the one with more cases that ended; of those the later,
/// then the one in which more was run again, and if even that is the same, the one whose content has the greater hash.
///
/// An order of content alone, so that it does not matter in which order runs are compared.
struct RunPrecedence: Comparable {
    private let isComplete: Bool
    private let endedCount: Int
    private let startedAt: Timestamp
    private let run: String
    private let attemptCount: Int
    private let content: () -> String

    /// The place of a run in the order.
    ///
    /// - Parameters:
    ///   - ending: how it ended.
    ///   - cases: its cases.
    ///   - startedAt: when it began.
    ///   - run: its id.
    ///   - content: all that is kept of it, as a text; asked for only when all else is the same.
    init(
        ending: RunEnding?,
        cases: [CaseRecord],
        startedAt: Timestamp,
        run: String,
        content: @escaping () -> String
    ) {
        isComplete = ending?.reason == .complete
        endedCount = cases.count { $0.result != nil }
        attemptCount = cases.reduce(0) { $0 + $1.attempts.count }
        self.startedAt = startedAt
        self.run = run
        self.content = content
    }

    static func < (left: RunPrecedence, right: RunPrecedence) -> Bool {
        if left.isComplete != right.isComplete { return right.isComplete }
        if left.endedCount != right.endedCount { return left.endedCount < right.endedCount }
        if left.startedAt != right.startedAt { return left.startedAt < right.startedAt }
        if left.run != right.run { return left.run < right.run }
        if left.attemptCount != right.attemptCount { return left.attemptCount < right.attemptCount }
        let (first, second) = (left.content(), right.content())
        let (hash, other) = (StableHash(first).value, StableHash(second).value)
        return hash == other ? first < second : hash < other
    }

    static func == (left: RunPrecedence, right: RunPrecedence) -> Bool { !(left < right) && !(right < left) }
}

extension RunRecord {
    /// Of two records of one run, the one that says more; the same one in whichever order they are given.
    ///
    /// - Parameter other: the other, with the same id.
    /// - Returns: one of the two.
    public func joined(with other: RunRecord) -> RunRecord {
        precedence < other.precedence ? other : self
    }

    private var precedence: RunPrecedence {
        RunPrecedence(ending: ending, cases: cases, startedAt: header.startedAt, run: header.id) { [self] in
            "\(header)\(cases)\(notes)\(exercises.map(\.content))\(String(describing: ending))"
        }
    }
}

extension OperationExercise {
    /// All that it says, as a text that is the same whenever what it says is.
    var content: String {
        let answers = answers.map { answer in
            let words = answer.values.map { values in values.words.sorted { $0.key < $1.key }.map { "\($0)" } }
            return "\(answer.status)\(answer.fields)\(answer.values?.nulls ?? [])\(words ?? [])"
        }
        return "\(operation)\(callCount)\(methods)\(parameters)\(answers)"
    }
}
