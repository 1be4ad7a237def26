import Foundation
import GRDB
import Testing

/// The built `seamcheck`, run as a user runs it, in a folder of its own.
final class Program: Sendable {
    /// What a run of the program left.
    struct Result: Sendable {
        /// The exit code.
        let status: Int32
        /// What it printed on standard output.
        let output: String
        /// What it printed on standard error.
        let errors: String
    }

    /// The folder in which it runs.
    let folder: URL

    /// A program in a new empty folder.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("seamcheck-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Writes a file into the folder.
    ///
    /// - Parameters:
    ///   - text: what is in it.
    ///   - name: its path below the folder.
    /// - Throws: when it can't be written.
    func write(_ text: String, to name: String) throws {
        try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }

    /// What a file of the folder holds.
    ///
    /// - Parameter name: its path below the folder.
    /// - Returns: its text.
    /// - Throws: when it can't be read.
    func text(of name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// Marks a store of the folder as written by a version that knows more migrations than this one.
    ///
    /// - Parameter name: the store.
    /// - Throws: when it is no store.
    func markAsNewer(_ name: String) throws {
        let store = try DatabaseQueue(path: folder.appendingPathComponent(name).path)
        try store.writeWithoutTransaction { database in
            try database.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('from the future')")
            try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        try store.close()
    }

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - arguments: the arguments.
    ///   - environment: variables beside PATH; none of Seam's are passed on.
    ///   - onProgress: called with all of standard error so far whenever more came, and with the process.
    /// - Returns: what it left.
    /// - Throws: when it can't be started.
    func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        onProgress: (@Sendable (String, Process) -> Void)? = nil
    ) async throws -> Result {
        let process = Process()
        process.executableURL = try Self.binary
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path].merging(environment) { $1 }
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        let exited = AsyncStream<Int32>.makeStream()
        process.terminationHandler = { exited.continuation.yield($0.terminationStatus) }
        try process.run()
        async let text = Self.text(from: output.fileHandleForReading)
        async let errorText = Self.text(from: errors.fileHandleForReading) { onProgress?($0, process) }
        let (outputText, allErrors) = await (text, errorText)
        let status = await exited.stream.first { _ in true }
        return Result(status: try #require(status), output: outputText, errors: allErrors)
    }

    /// Everything that comes from a pipe, told as it grows.
    private static func text(
        from handle: FileHandle,
        onMore: (@Sendable (String) -> Void)? = nil
    ) async -> String {
        let chunks = AsyncStream<Data>.makeStream()
        handle.readabilityHandler = { handle in
            let chunk = handle.availableData
            if chunk.isEmpty {
                handle.readabilityHandler = nil
                chunks.continuation.finish()
            } else {
                chunks.continuation.yield(chunk)
            }
        }
        var data = Data()
        for await chunk in chunks.stream {
            data += chunk
            onMore?(String(decoding: data, as: UTF8.self))
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// The binary that was built beside the tests.
    static var binary: URL {
        get throws {
            let tests = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            let binary = tests.appendingPathComponent("seamcheck")
            try #require(FileManager.default.isExecutableFile(atPath: binary.path), "\(binary.path) is not built")
            return binary
        }
    }
}
