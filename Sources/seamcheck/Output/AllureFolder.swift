import Files
import Foundation
import JSON
import Reports
import Synchronization

/// The folder of Allure results of one run, which may hold results of other programs too.
///
/// Each file is written beside its place and renamed. Results that seamcheck left there before are removed when the new ones
/// are whole, so that the folder shows one run and does not grow; files of others are never touched.
final class AllureFolder: Sendable {
    /// How many files of the folder are looked at when old results are removed.
    static let fileLimit = 100_000
    /// The largest file that is taken for an old result, in bytes.
    static let resultLimit = 1 << 20

    private let path: String
    private let firstTrouble = Mutex<String?>(nil)

    /// Makes the folder unless it is there, and sees that something can be written into it.
    ///
    /// - Parameter path: the folder.
    /// - Throws: `CommandFailure` when it can't be made or written.
    init(_ path: String) throws {
        self.path = path
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure("can't write the report \(path): \(FileTrouble(error))", status: .notWritten)
        }
        _ = try OutputFile(path + "/environment.properties", kind: nil)
    }

    /// What went wrong first; nil when all is well.
    var trouble: String? { firstTrouble.withLock(\.self) }

    /// Writes the files, then removes what an earlier run of ours left.
    ///
    /// - Parameter files: the results of a run with what is attached to them.
    func write(_ files: [ReportContent.File]) {
        do {
            for file in files { try OutputFile.write(file.bytes, to: path(of: file.name), isDurable: false) }
            try removeStale(keeping: Set(files.map(\.name)))
        } catch let failure as CommandFailure {
            note(String(failure.message.trimmingPrefix("seamcheck: ")))
        } catch let error as OutputError {
            note("can't remove old results from \(path): \(error)")
        } catch {
            note("can't remove old results from \(path): \(FileTrouble(error))")
        }
    }

    /// Keeps the first trouble.
    private func note(_ message: String) {
        firstTrouble.withLock { $0 = $0 ?? message }
    }

    private func path(of name: String) -> String { "\(path)/\(name)" }

    /// Removes the results of ours that are not among the new ones, what is attached to them, and what a killed run began.
    private func removeStale(keeping fresh: Set<String>) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: path).prefix(Self.fileLimit)
        for name in Set(names).subtracting(fresh) {
            if name.hasSuffix(PendingOutput.suffix),
                AllureName(String(name.dropLast(PendingOutput.suffix.count))) != nil
            {
                try PendingOutput.removeLeftover(path(of: name))
            } else if AllureName(name)?.kind == .result, let attachments = attachments(ofOwn: name) {
                for stale in attachments + [name] where !fresh.contains(stale) { try remove(stale) }
            }
        }
    }

    /// The names of what is attached to a result that seamcheck wrote; nil for one of another program.
    private func attachments(ofOwn name: String) -> [String]? {
        guard let handle = FileHandle(forReadingAtPath: path(of: name)) else { return nil }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: Self.resultLimit) else { return nil }
        return AllureName.attachments(ofOwn: [UInt8](data))
    }

    /// Removes a file that may be gone already.
    private func remove(_ name: String) throws {
        guard unlink(path(of: name)) == 0 || errno == ENOENT else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
    }
}
