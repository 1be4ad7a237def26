import Foundation
import JSON
import Reports

/// The file in which the last proof of the suite is kept, as `seamcheck prove --format json` prints it.
struct ProofFile {
    /// Where it is unless told otherwise.
    static let standardPath = "reports/proof.json"

    /// Where it is.
    let path: String

    /// Writes a proof.
    ///
    /// - Throws: `CommandFailure` when it can't be written.
    func write(_ report: ProofReport) throws {
        let file = try ReportFile(path: path)
        file.append(report.text(.json))
        if let trouble = file.trouble { throw CommandFailure(trouble, status: .notWritten) }
    }

    /// The faults that were caught as a breach of their requirement; nil when there is no proof yet.
    ///
    /// - Throws: `CommandFailure` when the file can't be read.
    func caughtFaults() throws -> Set<String>? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let caught: Set<String>?
        do {
            caught = ProofReport.caughtFaults(
                in: try JSONValue(parsing: Array(Data(contentsOf: URL(fileURLWithPath: path))))
            )
        } catch {
            throw CommandFailure("can't read the proof \(path): \(error)", status: .invalidInput)
        }
        if let caught { return caught }
        throw CommandFailure("\(path) is no proof (make one with `seamcheck prove`)", status: .invalidInput)
    }
}
