import Foundation
import JSON
import Testing

/// `seamcheck serve` on a free port, as a process of its own.
struct ServedEndpoint {
    /// The variables that point a run at it.
    let variables: [String: String]

    private let process: SpawnedProcess

    /// Starts a server.
    ///
    /// - Parameter faults: the breaches it has.
    /// - Throws: when it can't be started.
    init(faults: [String] = []) async throws {
        process = try SpawnedProcess(
            try Program.binary,
            ["serve", "--port", "0", "--format", "json"] + faults.flatMap { ["--fault", $0] },
            environment: ["PATH": "/usr/bin:/bin"],
            folder: FileManager.default.temporaryDirectory
        )
        var text = ""
        for await chunk in process.output {
            text += String(decoding: chunk, as: UTF8.self)
            if text.hasSuffix("\n") { break }
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
    ///
    /// - Returns: its exit code.
    @discardableResult
    func stop() async -> Int32? {
        process.send(SIGTERM)
        return await process.exit.first { _ in true }?.status
    }
}
