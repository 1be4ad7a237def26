import Foundation
import Reports
import Results
import SeamContract

/// All reports of runs that failed with large bodies.
enum ReportBenchmark {
    /// Measures and prints.
    static func run() throws {
        let catalogue = try Catalogue(files: [])
        let kept = 64 << 10
        let plain = SyntheticRun().record(caseCount: 100, body: .json, size: kept)
        let (duration, bytes) = measure(plain, catalogue)
        for format in ReportFormat.allCases {
            let (duration, bytes) = measure(plain, catalogue, [format])
            Bench.say("    \(format.rawValue): \(Measurement([duration]).medianText), \(bytes >> 10) KiB")
        }
        say("all reports of 100 failing 64 KiB responses", duration, bytes, target: "under 2 s")
        for body in SyntheticRun.Body.allCases {
            let record = SyntheticRun().record(caseCount: 100, body: body, size: kept, sendsMuch: true)
            let (duration, bytes) = measure(record, catalogue)
            say("the same, requests as large, full of \(body.rawValue)", duration, bytes, target: "under 2 s")
        }
        let many = SyntheticRun().record(caseCount: 1, findingCount: 10_000, body: .json, size: kept)
        let (manyDuration, manyBytes) = measure(many, catalogue)
        say("one case with 10,000 findings", manyDuration, manyBytes, target: "under 2 s")
        let wide = SyntheticRun().record(caseCount: 981, body: .json, size: kept)
        let (wideDuration, wideBytes) = measure(wide, catalogue)
        say("981 failing cases", wideDuration, wideBytes, target: "under 10 s")
    }

    private static func measure(
        _ record: RunRecord,
        _ catalogue: Catalogue,
        _ formats: [ReportFormat] = ReportFormat.allCases
    ) -> (Duration, Int) {
        var bytes = 0
        let duration = ContinuousClock().measure {
            for format in formats { bytes += format.render(record, catalogue: catalogue).byteCount }
        }
        return (duration, bytes)
    }

    private static func say(_ what: String, _ duration: Duration, _ bytes: Int, target: String) {
        Bench.say(what, "\(Measurement([duration]).medianText), \(bytes >> 10) KiB", target: target)
    }
}

extension ReportContent {
    /// How many bytes it has in all.
    fileprivate var byteCount: Int {
        switch self {
        case .file(let bytes): bytes.count
        case .folder(let files): files.reduce(0) { $0 + $1.bytes.count }
        }
    }
}
