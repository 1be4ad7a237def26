import Results

/// What the process says to its caller when it ends.
enum ExitStatus: Int32, CaseIterable {
    /// The endpoint conforms.
    case conforms = 0
    /// A `must` is broken, a case was blocked, an operation is missing or never works, the gate is shut, a message is invalid,
    /// or a contract has changed for the worse.
    case doesNotConform = 1
    /// Nothing was really tested.
    case nothingTested = 2
    /// The command line can't be used as it is.
    case usage = 64
    /// A scenario, contract, severities or store file is wrong.
    case invalidInput = 65
    /// The endpoint can't be reached, too few files may be open, or not every case could be judged, and nothing else is wrong.
    case unreachable = 69
    /// A defect of ours.
    case defect = 70
    /// The verdict is known, but the store, a report or standard output could not be written.
    case notWritten = 74
    /// Interrupted, with the store intact.
    case interrupted = 130

    /// The code for the answer of a run.
    init(_ conclusion: RunConclusion) {
        switch conclusion {
        case .conforms: self = .conforms
        case .doesNotConform: self = .doesNotConform
        case .nothingTested: self = .nothingTested
        case .unreachable, .outOfTime: self = .unreachable
        case .refused: self = .usage
        case .invalidScenario: self = .invalidInput
        case .notWritten: self = .notWritten
        case .defect: self = .defect
        case .interrupted, .incomplete: self = .interrupted
        }
    }

    /// What it means, for `--help`.
    var meaning: String {
        switch self {
        case .conforms: "the endpoint conforms"
        case .doesNotConform:
            "a must is broken, a case was blocked, an operation is missing or never works, the gate is shut, a message is "
                + "invalid, or a contract has changed as --fail-on says"
        case .nothingTested: "nothing was really tested, or nothing of the profile"
        case .usage: "the command line can't be used as it is, or the workspace is no sandbox"
        case .invalidInput: "a scenario, contract, severities or store file is wrong"
        case .unreachable:
            "the endpoint can't be reached, too few files may be open, or not every case could be judged and nothing else is "
                + "wrong so far"
        case .defect: "a defect of ours"
        case .notWritten: "the store, a report or standard output can't be written; nothing else is wrong so far"
        case .interrupted: "interrupted by Ctrl-C, SIGTERM or a closed terminal, with the store intact"
        }
    }

    /// All codes as a table for `--help`.
    static var table: String {
        allCases.map { status in
            let code = "\(status.rawValue)"
            return "  " + String(repeating: " ", count: 3 - code.count) + code + "  " + status.meaning
        }.joined(separator: "\n")
    }
}
