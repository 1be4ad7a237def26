import Foundation
import Reports
import Synchronization

/// Where a report goes to; the first trouble in writing it is kept, and the run goes on.
final class ReportDestination: Sendable {
    private enum Place: Sendable {
        case file(ReportFile)
        case replacedFile(URL)
        case folder(URL)
    }

    /// The form of the report.
    let format: ReportFormat
    private let path: String
    private let place: Place
    private let firstTrouble = Mutex<String?>(nil)

    /// Makes what can be made before there is a report, so that a place that can't be written is told at once.
    ///
    /// - Parameters:
    ///   - format: the form of the report.
    ///   - path: the file, or for a form of several files the folder.
    /// - Throws: `CommandFailure` when it can't be made or written.
    init(_ format: ReportFormat, path: String) throws {
        self.format = format
        self.path = path
        let url = URL(fileURLWithPath: path)
        switch format.delivery {
        case .lines, .file: place = .file(try ReportFile(path: path))
        case .replacedFile where FileTrouble.isDevice(path): place = .file(try ReportFile(path: path))
        case .replacedFile:
            guard !FileTrouble.isFolder(path) else {
                throw CommandFailure(
                    "can't write the report \(path): it is a folder (name a file)",
                    status: .notWritten
                )
            }
            let target = url.resolvingSymlinksInPath()
            try Self.makeFolder(target.deletingLastPathComponent(), for: path)
            place = .replacedFile(target)
        case .folder:
            try Self.makeFolder(url, for: path)
            place = .folder(url)
        }
    }

    /// What went wrong first; nil when all is well.
    var trouble: String? {
        if case .file(let file) = place { file.trouble } else { firstTrouble.withLock { $0 } }
    }

    /// Writes a line at the end of a report that comes line by line.
    func append(_ line: String) {
        if case .file(let file) = place { file.append(line) }
    }

    /// Writes the whole of the report.
    func write(_ content: ReportContent) {
        do {
            switch (place, content) {
            case (.file(let file), .file(let bytes)): file.replace(with: bytes)
            case (.replacedFile(let url), .file(let bytes)): try Data(bytes).write(to: url, options: .atomic)
            case (.folder(let url), .folder(let files)):
                for file in files { try Data(file.bytes).write(to: url.appendingPathComponent(file.name)) }
            case (.file, .folder), (.replacedFile, .folder), (.folder, .file):
                preconditionFailure("the content of a report is of the sort that its format says")
            }
        } catch {
            let message = "can't write the report \(path): \(FileTrouble(error))"
            firstTrouble.withLock { $0 = $0 ?? message }
        }
    }

    /// Makes a folder unless it is there, and sees that something can be written into it.
    private static func makeFolder(_ url: URL, for path: String) throws {
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure("can't write the report \(path): \(FileTrouble(error))", status: .notWritten)
        }
        guard FileManager.default.isWritableFile(atPath: url.path) else {
            throw CommandFailure("can't write the report \(path): the permission is missing", status: .notWritten)
        }
    }
}
