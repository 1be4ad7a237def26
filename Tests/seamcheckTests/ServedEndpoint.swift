import Foundation
import JSON
import Testing

/// `seamcheck serve` on a free port, as a process of its own.
final class ServedEndpoint {
    /// The variables that point a run at it.
    let variables: [String: String]

    private let process: Process

    /// Starts a server.
    ///
    /// - Parameter faults: the breaches it has.
    /// - Throws: when it can't be started.
    init(faults: [String] = []) async throws {
        process = Process()
        process.executableURL = try Program.binary
        process.arguments = ["serve", "--port", "0", "--format", "json"] + faults.flatMap { ["--fault", $0] }
        let output = Pipe()
        process.standardOutput = output
        let lines = AsyncStream<Data>.makeStream()
        output.fileHandleForReading.readabilityHandler = { handle in
            let chunk = handle.availableData
            if chunk.isEmpty { handle.readabilityHandler = nil }
            lines.continuation.yield(chunk)
        }
        try process.run()
        var text = ""
        for await chunk in lines.stream {
            text += String(decoding: chunk, as: UTF8.self)
            if chunk.isEmpty || text.hasSuffix("\n") { break }
        }
        let description = try JSONValue(parsing: text)
        let workspaces = try #require(description["workspaces"])
        variables = [
            "SEAM_ENDPOINT": try #require(description["endpoint"]?.stringValue),
            "SEAM_API_KEY": try #require(workspaces[0]?["api_key"]?.stringValue),
            "SEAM_OTHER_API_KEY": try #require(workspaces[1]?["api_key"]?.stringValue),
        ]
    }

    /// Ends the server.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
