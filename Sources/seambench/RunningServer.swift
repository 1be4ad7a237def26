import Foundation
import JSON

/// `seamcheck serve` as a process of its own, with identities stored through its own API.
final class RunningServer {
    /// A way to find an identity: its name, and the path and query that ask for the last one stored.
    struct Lookup {
        /// What is looked up by.
        let name: String
        /// The path with its query.
        let path: String
    }

    private let process = Process()
    private let endpoint: String
    private let key: String
    private let lastStored: JSONValue

    /// Starts a server and stores identities, each with a key, an e-mail address, a phone number and one user.
    ///
    /// - Parameter identities: how many.
    /// - Throws: when the server can't be started or refuses an identity.
    init(identities: Int) throws {
        process.executableURL = URL(fileURLWithPath: SuiteBenchmark.seamcheck)
        process.arguments = ["serve", "--port", "0", "--format", "json"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let description = try JSONValue(
            parsing: String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        )
        let workspace = description["workspaces"]?[0]
        guard let endpoint = description["endpoint"]?.stringValue, let key = workspace?["api_key"]?.stringValue,
            let system = workspace?["acs_systems"]?[0]?["acs_system_id"]
        else { throw BenchFailure("seamcheck serve printed \(description)") }
        self.endpoint = endpoint
        self.key = key
        let connection = try LoopbackConnection(endpoint: endpoint, key: key)
        var last: JSONValue = nil
        for number in 0..<identities {
            last = try connection.post(
                "/user_identities/create",
                [
                    "user_identity_key": .string("key-\(number)"),
                    "email_address": .string("bench-\(number)@example.com"),
                    "phone_number": .string("+1415\(5_000_000 + number)"), "full_name": .string("Bench \(number)"),
                    "acs_system_ids": [system],
                ]
            )
        }
        guard let identity = last["user_identity"] else { throw BenchFailure("the server answered \(last)") }
        lastStored = identity
    }

    /// The four ways to find the last identity.
    func lookups() throws -> [Lookup] {
        guard let id = lastStored["user_identity_id"]?.stringValue,
            let key = lastStored["user_identity_key"]?.stringValue,
            let email = lastStored["email_address"]?.stringValue,
            let phone = lastStored["phone_number"]?.stringValue?.dropFirst()
        else { throw BenchFailure("the server answered \(lastStored)") }
        return [
            Lookup(name: "get by id", path: "/user_identities/get?user_identity_id=\(id)"),
            Lookup(name: "get by key", path: "/user_identities/get?user_identity_key=\(key)"),
            Lookup(name: "users by e-mail", path: "/acs/users/list?user_identity_email_address=\(email)"),
            Lookup(name: "users by phone", path: "/acs/users/list?user_identity_phone_number=%2B\(phone)"),
        ]
    }

    /// Requests per second for one lookup: `wrk -t1 -c16` for three seconds.
    ///
    /// - Parameters:
    ///   - lookup: what is asked for.
    ///   - wrk: the path of `wrk`.
    /// - Returns: what `wrk` measured.
    /// - Throws: when `wrk` can't be run or saw other answers than 200.
    func rate(of lookup: Lookup, by wrk: String) throws -> Double {
        let load = Process()
        load.executableURL = URL(fileURLWithPath: wrk)
        load.arguments = ["-t1", "-c16", "-d3s", "-H", "Authorization: Bearer \(key)", endpoint + lookup.path]
        let output = Pipe()
        load.standardOutput = output
        try load.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        load.waitUntilExit()
        guard !text.contains("Non-2xx"),
            let line = text.split(separator: "\n").first(where: { $0.contains("Requests/sec") }),
            let rate = line.split(separator: " ").last.flatMap({ Double($0) })
        else { throw BenchFailure("wrk printed \(text)") }
        return rate
    }

    /// Ends the server.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}
