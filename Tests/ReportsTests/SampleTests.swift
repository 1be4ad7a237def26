import Foundation
import Reports
import Testing

@Suite("Committed samples")
struct SampleTests {
    @Test("each format gives the bytes of its committed sample", arguments: ReportFormat.allCases)
    func sample(format: ReportFormat) throws {
        let file = folder.appendingPathComponent("run.\(format.fileExtension)")
        let bytes = format.render(SampleRun.record, catalogue: try SampleRun.catalogue())
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
            Issue.record("recorded \(file.path): run again without RECORD_SNAPSHOTS")
        } else {
            let sample = try Data(contentsOf: file)
            #expect(Data(bytes) == sample, "\(file.path) differs (RECORD_SNAPSHOTS=1 rewrites it)")
        }
    }

    /// `reports/samples` at the root of the package.
    private var folder: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../reports/samples")
            .standardizedFileURL
    }
}
