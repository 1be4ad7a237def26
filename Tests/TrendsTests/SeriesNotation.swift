import Results
import Timestamps
import Trends

extension VerdictSeries {
    /// A line in short: a letter for each night, `.` for passed, `x` for failed, `-` for skipped; letters in brackets are the
    /// attempts of one night.
    init(_ notation: String, suites: [String] = []) {
        var nights: [[Verdict]] = []
        var isWithinNight = false
        for letter in notation {
            switch letter {
            case "(":
                nights.append([])
                isWithinNight = true
            case ")": isWithinNight = false
            default:
                if !isWithinNight { nights.append([]) }
                nights[nights.count - 1].append(letter == "." ? .passed : letter == "x" ? .failed : .skipped)
            }
        }
        self.init(
            caseID: "case",
            nights: nights.enumerated().map { number, verdicts in
                Night(number, verdicts, .made(suite: number < suites.count ? suites[number] : suites.last ?? "s"))
            }
        )
    }
}

extension VerdictSeries.Night {
    init(_ number: Int, _ verdicts: [Verdict], _ context: RunContext = .made()) {
        self.init(
            run: "run-\(number)",
            startedAt: Timestamp(milliseconds: 0) + .seconds(86_400 * number),
            verdicts: verdicts,
            context: context
        )
    }
}

extension RunContext {
    static func made(
        suite: String = "s",
        contract: String = "c",
        endpoint: String = "https://seam.example.com",
        labels: [Label] = []
    ) -> RunContext {
        RunContext(endpoint: endpoint, contract: contract, suite: suite, labels: labels)
    }
}

/// So many times the same letters.
func * (letters: String, count: Int) -> String {
    String(repeating: letters, count: count)
}
