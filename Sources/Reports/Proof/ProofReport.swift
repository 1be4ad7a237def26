import JSON
public import Results
public import SeamContract

/// The forms in which a kill matrix can be told.
public enum ProofFormat: String, Sendable, Hashable, CaseIterable {
    /// Plain text for a person.
    case text
    /// One JSON object.
    case json
    /// One page that needs nothing but itself.
    case html
    /// Markdown tables.
    case markdown
}

/// The kill matrix told: fault, requirement, and the cases that noticed; then how good the suite is.
public struct ProofReport: Sendable {
    /// The matrix.
    let matrix: KillMatrix
    /// Where the requirements are.
    let catalogue: Catalogue
    /// What is wrong with the proof, as sentences; empty when the suite is proven.
    let shortcomings: [String]
    /// Whether the trials say which requirement is named first.
    let isRanked: Bool

    /// A report.
    ///
    /// - Parameters:
    ///   - matrix: the kill matrix.
    ///   - catalogue: where the requirements are.
    ///   - isWhole: whether every fault of the server was tried, so that requirements without one can be told.
    ///   - isRanked: whether the whole suite was run in each trial, so that it says which requirement is named first.
    public init(_ matrix: KillMatrix, catalogue: Catalogue, isWhole: Bool, isRanked: Bool = true) {
        self.matrix = matrix
        self.isRanked = isRanked
        self.catalogue = catalogue
        shortcomings = matrix.shortcomings(in: catalogue, isWhole: isWhole)
    }

    /// Whether every fault was noticed as what it is, and nothing else is wrong.
    public var isProven: Bool { shortcomings.isEmpty }

    /// What is wrong, one line each, then the answer in two lines.
    public var summary: String {
        (shortcomings + [headline, cleanServer]).map { $0 + "\n" }.joined()
    }

    /// The report, the same for the same matrix.
    ///
    /// - Parameter format: the form.
    /// - Returns: the text of a file.
    public func text(_ format: ProofFormat) -> String {
        switch format {
        case .text: plainText
        case .json: json.serialized(.pretty) + "\n"
        case .html: page
        case .markdown: markdown
        }
    }

    /// The answer in one line: `proven: 252 of 252 faults caught, 240 of them (95.2 %) by the broken requirement first`.
    var headline: String {
        let answer = isProven ? "proven" : "not proven"
        let count = matrix.trials.count
        let caught = "\(answer): \(matrix.killed.count) of \(Wording.count(count, "fault")) caught"
        guard isRanked else { return caught }
        return caught + ", "
            + "\(matrix.namedFirstCount) of them (\(precision)) with the broken requirement named first"
    }

    /// What is said of the server without a fault.
    var cleanServer: String {
        let weighed = Wording.count(matrix.scenarios.count, "requirement")
        return matrix.falseAlarms.isEmpty
            ? "the server without a fault: no findings, \(weighed) weighed"
            : "the server without a fault: \(matrix.falseAlarms.joined(separator: ", ")) found broken"
    }

    /// The share of trials that named the broken requirement first: `95.2 %`.
    private var precision: String {
        let share = matrix.namedFirstCount * 1000 / max(1, matrix.trials.count)
        return "\(share / 10).\(share % 10) %"
    }

    /// The cases that noticed a fault, a few of them by name.
    func killers(of trial: FaultTrial, limit: Int) -> String {
        let names = trial.killers.prefix(limit).joined(separator: ", ")
        let rest = trial.killers.count - limit
        return rest > 0 ? "\(names) and \(rest) more" : names
    }

    /// What became of a trial, in words.
    func outcome(of trial: FaultTrial) -> String {
        switch trial.outcome {
        case .killed: trial.isNamedFirst || !isRanked ? "caught" : "caught behind " + (trial.named.first ?? "")
        case .killedElsewhere: "only caught as " + trial.named.prefix(3).joined(separator: ", ")
        case .survived: "survived"
        }
    }
}
