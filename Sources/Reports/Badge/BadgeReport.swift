import JSON
import Results

/// What shields.io makes a badge of (https://shields.io/badges/endpoint-badge, schema version 1).
struct BadgeReport {
    private let subject: ReportSubject

    /// The badge of a run.
    ///
    /// - Parameter subject: the run.
    init(_ subject: ReportSubject) {
        self.subject = subject
    }

    /// The document, with a line break at its end.
    var json: String {
        let profile = subject.record.header.profile.map { " " + $0.name } ?? ""
        let (message, color) = state
        let badge = JSONValue.members([
            "schemaVersion": 1,
            "label": .string("Seam API\(profile)".visible(upTo: 60)),
            "message": .string(message),
            "color": .string(color),
        ])
        return badge.serialized(.pretty) + "\n"
    }

    /// The words on the right, and the colour behind them.
    private var state: (message: String, color: String) {
        let broken = subject.overview.requirements.filter { $0.broken > 0 }
        return switch subject.overview.conclusion {
        case .conforms where broken.isEmpty: ("conforms", "brightgreen")
        case .conforms: ("conforms, \(broken.count) broken", "green")
        case .doesNotConform where subject.overview.isIncomplete: ("incomplete", "orange")
        case .doesNotConform where broken.isEmpty: ("does not conform", "red")
        case .doesNotConform: ("\(broken.count) of \(subject.overview.requirements.count) broken", "red")
        case .nothingTested: ("nothing tested", "lightgrey")
        case .unreachable: ("unreachable", "lightgrey")
        case .refused: ("refused", "lightgrey")
        case .outOfTime: ("out of time", "lightgrey")
        case .interrupted: ("interrupted", "lightgrey")
        case .incomplete: ("incomplete", "lightgrey")
        case .invalidScenario, .defect: ("no answer", "lightgrey")
        }
    }
}
