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
        /// The most memory that it had at once, in bytes.
        let peakMemory: Int
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

    /// Makes a folder below the folder.
    ///
    /// - Parameter name: its path below the folder.
    /// - Throws: when it can't be made.
    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent(name),
            withIntermediateDirectories: true
        )
    }

    /// What a file of the folder holds.
    ///
    /// - Parameter name: its path below the folder.
    /// - Returns: its text.
    /// - Throws: when it can't be read.
    func text(of name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// The files below a subfolder, however deep.
    ///
    /// - Parameter name: the subfolder's path below the folder.
    /// - Returns: their paths below the folder, sorted.
    /// - Throws: when there is no such folder.
    func files(in name: String) throws -> [String] {
        let subfolder = folder.appendingPathComponent(name).path
        return try FileManager.default.subpathsOfDirectory(atPath: subfolder).sorted().map { "\(name)/\($0)" }
            .filter {
                var isFolder: ObjCBool = false
                let exists = FileManager.default.fileExists(
                    atPath: folder.appendingPathComponent($0).path,
                    isDirectory: &isFolder
                )
                return exists && !isFolder.boolValue
            }
    }

    /// Marks a store of the folder as written by a version that has seen more migrations than this one knows.
    ///
    /// - Parameter name: the store.
    /// - Throws: when it is no store.
    func markAsNewer(_ name: String) throws { try markSchema(of: name, as: 1000) }

    /// Marks a store of the folder as one that has seen so many migrations, whatever it has seen.
    ///
    /// - Parameters:
    ///   - name: the store.
    ///   - number: what it says.
    /// - Throws: when it is no store.
    func markSchema(of name: String, as number: Int) throws {
        try change(name, by: "PRAGMA user_version = \(number)")
    }

    /// Changes a store of the folder by hand.
    ///
    /// - Parameters:
    ///   - name: the store.
    ///   - sql: what is done.
    /// - Throws: when it is no store.
    func change(_ name: String, by sql: String) throws {
        let store = try DatabaseQueue(path: folder.appendingPathComponent(name).path)
        try store.writeWithoutTransaction { try $0.execute(sql: "\(sql); PRAGMA wal_checkpoint(TRUNCATE)") }
        try store.close()
    }

    /// Runs the program to its end.
    ///
    /// - Parameters:
    ///   - arguments: the arguments.
    ///   - environment: variables beside PATH and HOME; none of Seam's are passed on.
    ///   - trigger: the signal to send it once, if any.
    /// - Returns: what it left.
    /// - Throws: when it can't be started.
    func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        trigger: SpawnedProcess.Trigger? = nil
    ) async throws -> Result {
        try await run(Self.binary, arguments, environment: environment, trigger: trigger)
    }

    /// Runs the program to its end with its standard output in a file.
    ///
    /// - Parameters:
    ///   - arguments: the arguments.
    ///   - path: the file.
    /// - Returns: what it left.
    /// - Throws: when it can't be started.
    func run(_ arguments: [String], outputTo path: String) async throws -> Result {
        try await run(Self.shell, ["-c", #"exec "$@" > "$0""#, path, try Self.binary.path] + arguments)
    }

    /// Runs the program by a shell script, in which `"$@"` is the program with its arguments.
    ///
    /// - Parameters:
    ///   - arguments: the arguments.
    ///   - script: the script.
    ///   - shell: what reads the script.
    ///   - environment: variables beside PATH and HOME.
    ///   - trigger: the signal to send it once, if any.
    /// - Returns: what it left.
    /// - Throws: when it can't be started.
    func run(
        _ arguments: [String],
        by script: String,
        shell: URL = shell,
        environment: [String: String] = [:],
        trigger: SpawnedProcess.Trigger? = nil
    ) async throws -> Result {
        let words = ["-c", script, shell.lastPathComponent, try Self.binary.path] + arguments
        return try await run(shell, words, environment: environment, trigger: trigger)
    }

    static let shell = URL(fileURLWithPath: "/bin/sh")

    /// Runs an executable in the folder to its end, once there is a slot for it.
    private func run(
        _ executable: URL,
        _ arguments: [String],
        environment: [String: String] = [:],
        trigger: SpawnedProcess.Trigger? = nil
    ) async throws -> Result {
        await ProgramSlots.shared.take()
        defer { ProgramSlots.shared.giveBack() }
        let process = try SpawnedProcess(
            executable,
            arguments,
            environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path].merging(environment) { $1 },
            folder: folder,
            trigger: trigger
        )
        async let output = Self.text(of: process.output)
        async let errors = Self.text(of: process.errors)
        let texts = await (output, errors)
        let exit = try #require(await process.exit.first { _ in true })
        return Result(status: exit.status, output: texts.0, errors: texts.1, peakMemory: exit.peakMemory)
    }

    /// All that a stream brings.
    private static func text(of stream: AsyncStream<[UInt8]>) async -> String {
        var bytes: [UInt8] = []
        for await chunk in stream { bytes += chunk }
        return String(decoding: bytes, as: UTF8.self)
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
