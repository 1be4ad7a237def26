import JSON
import Reports
import Results
import Testing
import Timestamps

/// Runs that reports are held against: every one must come out as a valid document of each format.
enum ReportRun: String, CaseIterable, CustomTestStringConvertible {
    case sample, hostile, empty, interrupted, unfinished, waived

    var testDescription: String { rawValue }

    /// The run.
    var record: RunRecord {
        let ending = RunEnding(reason: .interrupted, message: "a word", finishedAt: SampleRun.start + .seconds(1))
        let passed = SampleRun.sampleCase("a", title: "a", verdict: .passed)
        return switch self {
        case .sample: SampleRun.record
        case .hostile: HostileRun.record
        case .empty: SampleRun.record(of: [])
        case .interrupted: SampleRun.record(of: [passed], caseCount: 3, ending: ending)
        case .unfinished: SampleRun.record(of: [SampleRun.sampleCase("a", title: "a", verdict: nil)], ending: nil)
        case .waived: SampleRun.record(of: SampleCases.all.prefix(3).map { Self.waived($0) })
        }
    }

    /// How it stands against others.
    var comparison: Comparison {
        switch self {
        case .sample, .waived: SampleRun.comparison
        case .hostile: HostileRun.comparison
        case .empty, .interrupted, .unfinished: .none
        }
    }

    /// The report of the run.
    ///
    /// - Parameter format: the form.
    /// - Returns: the report.
    /// - Throws: when the sample's catalogue is wrong.
    func report(_ format: ReportFormat) throws -> ReportContent {
        format.render(record, catalogue: try SampleRun.catalogue(), comparison: comparison)
    }

    /// The case with a waiver that allows what it breaks.
    private static func waived(_ record: CaseRecord) -> CaseRecord {
        var record = record
        record.result = record.result.map { result in
            CaseResult(
                id: result.id,
                verdict: .waived,
                reason: "issue 12",
                requirements: result.requirements,
                duration: result.duration,
                finishedAt: result.finishedAt
            )
        }
        return record
    }
}
