import Results

/// How far a proof is, told while it goes on: on a terminal one line that is redrawn, elsewhere what was not caught.
struct ProofProgress: Sendable {
    private let count: Int
    private let isInteractive: Bool
    private var ended = 0

    /// The progress of a proof that has not begun.
    ///
    /// - Parameters:
    ///   - count: how many faults there are to try.
    ///   - environment: the variables of the process.
    init(count: Int, environment: [String: String]) {
        self.count = count
        isInteractive = Terminal.standardError.isInteractive(in: environment)
    }

    /// Tells of a trial that ended.
    mutating func tell(_ trial: FaultTrial) {
        ended += 1
        let line = trial.outcome == .killed ? "" : "\(trial.outcome.rawValue)  \(trial.fault) (\(trial.requirement))\n"
        let bar = isInteractive ? "\r\u{1B}[2K" + line + "\(ended) of \(count) faults tried" : line
        Terminal.standardError.write(bar)
    }

    /// Takes the line away.
    func end() {
        if isInteractive { Terminal.standardError.write("\r\u{1B}[2K") }
    }
}
