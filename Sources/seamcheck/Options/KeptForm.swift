import ArgumentParser
import Reports

/// A form in which what is kept can be told, be it a run or the trend.
struct KeptForm: ExpressibleByArgument {
    /// Its name.
    let name: String

    /// The form of a run's report; nil when a run has none of that name.
    var ofRun: ReportFormat? { ReportFormat(rawValue: name) }
    /// The form of the trend's report; nil when the trend has none of that name.
    var ofTrend: TrendFormat? { TrendFormat(rawValue: name) }

    /// The form of a name; nil when there is none.
    init?(argument: String) {
        guard Self.allValueStrings.contains(argument) else { return nil }
        name = argument
    }

    /// Plain text, which both have.
    static let text = KeptForm(known: ReportFormat.text.rawValue)

    private init(known name: String) {
        self.name = name
    }

    /// The names, those of runs first.
    static var allValueStrings: [String] {
        let runs = ReportFormat.allCases.map(\.rawValue)
        return runs + TrendFormat.allCases.map(\.rawValue).filter { !runs.contains($0) }
    }

    /// What help texts show as the default.
    var defaultValueDescription: String { name }
}
