import Foundation
import Synchronization

/// A file that a report goes to; the first trouble in writing it is kept, and the run goes on.
final class ReportFile: Sendable {
    private let path: String
    private let handle: FileHandle
    private let firstTrouble = Mutex<String?>(nil)

    /// Makes the file, and its folder when that is missing.
    ///
    /// - Parameter path: where.
    /// - Throws: `CommandFailure` when it can't be made.
    init(path: String) throws {
        self.path = path
        guard !FileTrouble.isFolder(path) else {
            throw CommandFailure("can't write the report \(path): it is a folder (name a file)", status: .notWritten)
        }
        do {
            let url = URL(fileURLWithPath: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data().write(to: url)
            handle = try FileHandle(forWritingTo: url)
        } catch {
            throw CommandFailure("can't write the report \(path): \(FileTrouble(error))", status: .notWritten)
        }
    }

    /// What went wrong first; nil when all is well.
    var trouble: String? { firstTrouble.withLock { $0 } }

    /// Writes a text at the end.
    func append(_ text: String) {
        write(Data(text.utf8))
    }

    /// Writes the whole of the report.
    func replace(with bytes: [UInt8]) {
        write(Data(bytes))
    }

    /// Writes, and keeps what goes wrong.
    private func write(_ data: Data) {
        guard trouble == nil else { return }
        do {
            try handle.write(contentsOf: data)
        } catch {
            let message = "can't write the report \(path): \(FileTrouble(error))"
            firstTrouble.withLock { $0 = message }
        }
    }
}
