import Foundation
import JSON
import JSONSchema

/// The peak memory of a process of its own that reads, parses and validates a list of 50 MB.
enum MemoryBenchmark {
    /// The argument that makes this program the measured process; the path of the list follows.
    static let validation = "--validate"
    /// The argument that makes this program write a list; the path and the number of users follow.
    ///
    /// A process starts with the peak of the one that started it, so this one must stay small.
    static let preparation = "--write-list"

    /// Measures and prints.
    static func run() throws {
        guard FileManager.default.fileExists(atPath: UserListSchema.publishedDocument) else {
            Bench.say("  a list of 50 MB: not measured, \(UserListSchema.publishedDocument) is not there")
            return
        }
        let list = try TemporaryFile([])
        _ = try child(preparation, list.path, "1")
        let idle = try child(validation, list.path)
        _ = try child(preparation, list.path, "58000")
        let run = try child(validation, list.path)
        let size = try FileManager.default.attributesOfItem(atPath: list.path)[.size] as? Int ?? 0
        Bench.say(
            "peak memory for a list of \(size / 1_000_000) MB",
            "\(run.peakMemory / 1_000_000) MB, \(Measurement.rounded(Double(run.peakMemory) / Double(size)))x its size "
                + "(\(idle.peakMemory / 1_000_000) MB for one user), in \(Measurement([run.duration]).medianText)",
            target: "under 6x"
        )
    }

    /// Runs this program as another process.
    private static func child(_ arguments: String...) throws -> ChildProcess {
        let process = try ChildProcess(running: CommandLine.arguments[0], arguments)
        guard process.status == 0 else { throw BenchFailure("\(arguments) ended with \(process.status)") }
        return process
    }

    /// Writes a list of users.
    ///
    /// - Parameters:
    ///   - count: how many users.
    ///   - path: the file.
    /// - Throws: when it can't be written.
    static func writeList(of count: Int, to path: String) throws {
        try Data(Documents.listResponse(count: count).serializedBytes()).write(to: URL(fileURLWithPath: path))
    }

    /// What the measured process does.
    ///
    /// - Parameter path: the list.
    /// - Throws: when the list is invalid, or something can't be read.
    static func validate(_ path: String) throws {
        guard let schema = try UserListSchema.compiled() else { throw BenchFailure("there is no schema") }
        let list = try JSONValue(parsing: [UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
        guard schema.validate(list).isValid else { throw BenchFailure("\(path) breaks the schema") }
    }
}
