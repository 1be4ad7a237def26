import Foundation
import Reports
import Results
import Testing
import Timestamps

@Suite("Committed samples")
struct SampleTests {
    @Test("each format gives the bytes of its committed sample", arguments: ReportFormat.allCases)
    func sample(format: ReportFormat) throws {
        switch format.render(SampleRun.record, catalogue: try SampleRun.catalogue()) {
        case .file(let bytes): try compare(bytes, with: folder.appendingPathComponent("run.\(format.fileExtension)"))
        case .folder(let files):
            let subfolder = folder.appendingPathComponent("\(format.rawValue)-results")
            for file in files { try compare(file.bytes, with: subfolder.appendingPathComponent(file.name)) }
            let committed = try FileManager.default.contentsOfDirectory(atPath: subfolder.path).sorted()
            #expect(committed == files.map(\.name), "\(subfolder.path) has other files")
        }
    }

    @Test("SARIF of a run that was compared gives the bytes of its committed sample")
    func compared() throws {
        let content = ReportFormat.sarif.render(
            SampleRun.record,
            catalogue: try SampleRun.catalogue(),
            comparison: SampleRun.comparison
        )
        try compare(content.bytes, with: folder.appendingPathComponent("compared.sarif"))
    }

    @Test("each form of the trend gives the bytes of its committed sample", arguments: TrendFormat.allCases)
    func trend(format: TrendFormat) throws {
        let extensions: [TrendFormat: String] = [.text: "txt", .html: "html", .markdown: "md", .json: "json"]
        let name = "trend." + (extensions[format] ?? "")
        try compare(Array(try SampleTrend.report().text(format).utf8), with: folder.appendingPathComponent(name))
    }

    private func compare(_ bytes: [UInt8], with file: URL) throws {
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            let folder = file.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
            Issue.record("recorded \(file.path): run again without RECORD_SNAPSHOTS")
        } else {
            let sample = try Data(contentsOf: file)
            #expect(Data(bytes) == sample, "\(file.path) differs (RECORD_SNAPSHOTS=1 rewrites it)")
        }
    }

    @Test("the sample run has ids like those of any run: the run's from its beginning, a case's from its scenario")
    func ids() {
        let header = SampleRun.record.header
        #expect(header.id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
        let digits = header.id.filter { $0 != "-" }.prefix(12)
        #expect(Int64(digits, radix: 16) == header.startedAt.milliseconds)
        for record in SampleRun.record.cases {
            #expect(record.header.id.wholeMatch(of: /[a-z0-9-]+(\[[a-z0-9-]+\])?/) != nil, "\(record.header.id)")
        }
    }

    /// `reports/samples` at the root of the package.
    private var folder: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../reports/samples")
            .standardizedFileURL
    }
}
