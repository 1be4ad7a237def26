import Foundation

/// A file for another process to read, gone when nobody holds it any more.
final class TemporaryFile {
    /// Where it is.
    let path: String

    /// Writes a file.
    ///
    /// - Parameter bytes: its content.
    /// - Throws: when it can't be written.
    init(_ bytes: [UInt8]) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("seambench-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
