import Foundation

/// A folder that a test fills, removed when the test ends.
struct TemporaryFolder {
    /// Where it is.
    let path: String

    /// Makes a folder, hands it out, and removes it.
    static func use(_ body: (TemporaryFolder) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "input-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(TemporaryFolder(path: path))
    }

    /// Writes a file, and the folders that it lies in.
    @discardableResult
    func file(_ name: String, _ text: String = "") throws -> String {
        let file = "\(path)/\(name)"
        try FileManager.default.createDirectory(
            atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path,
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }

    /// Makes a symbolic link.
    @discardableResult
    func link(_ name: String, to target: String) throws -> String {
        let link = "\(path)/\(name)"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        return link
    }

    /// Makes a named pipe that nobody writes to.
    @discardableResult
    func pipe(_ name: String) throws -> String {
        let pipe = "\(path)/\(name)"
        guard mkfifo(pipe, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
        return pipe
    }
}
