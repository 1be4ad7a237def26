import Foundation
import JSON

/// The reference server under `wrk`, with few and with many identities stored.
enum ServerBenchmark {
    /// Measures and prints; says so when `wrk` is not installed.
    static func run() throws {
        guard
            let wrk = ["/usr/bin/wrk", "/usr/local/bin/wrk", "/opt/homebrew/bin/wrk"].first(
                where: FileManager.default.isExecutableFile
            )
        else {
            Bench.say("  requests per second: not measured, wrk is not installed")
            return
        }
        for stored in [10, 10_000] {
            let server = try RunningServer(identities: stored)
            defer { server.stop() }
            for lookup in try server.lookups() {
                let rate = try server.rate(of: lookup, by: wrk)
                Bench.say("\(lookup.name), \(stored) stored", "\(Int(rate)) requests/s", target: "at least 5000/s")
            }
        }
    }
}
