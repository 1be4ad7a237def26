import Foundation
import JSON
import ReferenceServer
import SeamContract
import SeamModel
import Synchronization
import Testing
import Timestamps

/// A reference server with the project's own contract, called without a socket.
struct Client {
    /// The server.
    let server: ReferenceServer
    /// The header fields of every request.
    var headers: [String: String]

    /// A client of the first workspace of a fresh server.
    ///
    /// - Parameters:
    ///   - faults: the breaches it has.
    ///   - raceWindow: what calls that run a race wait for.
    /// - Throws: what is wrong with the contract.
    init(faults: [Fault] = [], raceWindow: RaceWindow = .pause(.zero)) throws {
        let start = Timestamp(milliseconds: 1_800_000_000_000)
        let calls = Mutex<Int64>(0)
        server = ReferenceServer(contract: try Self.contract, faults: faults, seed: 3, raceWindow: raceWindow) {
            start
                + .milliseconds(
                    calls.withLock { count in
                        count += 1
                        return count
                    }
                )
        }
        headers = ["authorization": "Bearer \(server.seed.apiKey(at: 0))", "content-type": "application/json"]
    }

    /// The contract document of the project.
    private static var contract: Contract {
        get throws {
            try contractResult.get()
        }
    }

    /// The contract document, read once.
    private static let contractResult = Result {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let file = "/\(root)/scenarios/contract/seam.yaml"
        return try Contract(text: String(contentsOfFile: file, encoding: .utf8), file: file)
    }

    /// Sends a request.
    func send(_ method: String, _ target: String, _ body: JSONValue? = nil) -> ServerResponse {
        send(method, target, text: body?.serialized() ?? "")
    }

    /// Sends a request whose body need not be JSON.
    func send(_ method: String, _ target: String, text: String) -> ServerResponse {
        server.respond(to: ServerRequest(method: method, target: target, headers: headers, body: Array(text.utf8)))
    }

    /// Sends a request that goes side by side with others.
    func serve(_ path: String, _ body: JSONValue) async -> ServerResponse {
        let bytes = Array(body.serialized().utf8)
        return await server.serve(ServerRequest(method: "POST", target: path, headers: headers, body: bytes))
    }

    /// The resource in the answer of a call that succeeds.
    func call(_ path: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
        let response = send("POST", path, parameters)
        try #require(response.status == 200, "\(path) answers \(response.status)")
        return try #require(response.json)
    }

    /// The id of a new identity.
    func identityID(_ parameters: JSONValue = [:]) throws -> JSONValue {
        try #require(call("/user_identities/create", parameters)["user_identity"]?["user_identity_id"])
    }

    /// The same client with another header field; nil takes it away.
    func with(_ name: String, _ value: String?) -> Client {
        var copy = self
        copy.headers[name] = value
        return copy
    }
}
