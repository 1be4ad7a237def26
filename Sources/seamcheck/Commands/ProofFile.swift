import Files
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
        try OutputFile.write(report.text(.json), to: path)
    }

    /// The faults that were tried, and whether each was caught as a breach of its requirement.
    ///
    /// - Throws: `UnreadableFile` when the file can't be read, `CommandFailure` when it holds no proof.
    func triedFaults() throws -> [String: Bool] {
        let bytes = try Input(path: path).bytes()
        if let proof = try? JSONValue(parsing: bytes), let tried = ProofReport.triedFaults(in: proof) {
            return tried
        }
        throw CommandFailure("\(path) is no proof (make one with `seamcheck prove`)", status: .invalidInput)
    }
}
