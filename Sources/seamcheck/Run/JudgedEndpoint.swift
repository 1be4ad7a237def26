import Conformance
import Foundation
import Proof
import ReferenceServer

/// The endpoint that cases are run against: the one that is named, or the embedded reference server.
struct JudgedEndpoint: Sendable {
    /// What it is judged by.
    let suite: Suite
    /// The one that is named; nil for the embedded server.
    let named: Endpoint?

    /// Makes use of it; the embedded server lives that long, on a free port of loopback.
    ///
    /// - Parameter body: what is done with it; it is told the endpoint, and whether it is the embedded server.
    /// - Throws: what the body throws, and `ListenError` when the server can't be started.
    func withRunning(_ body: @escaping @Sendable (_ endpoint: Endpoint, _ isEmbedded: Bool) async throws -> Void)
        async throws
    {
        if let named { return try await body(named, false) }
        let contract = suite.judgesByBundledContract ? suite.contract : try Suite.contract(file: nil)
        let server = ReferenceServer(contract: contract, now: RunClock.system.now)
        try await server.withRunning { address in
            let endpoint = try Endpoint(url: address.url, credentials: Credentials(server.description(at: address)))
            try await body(endpoint, true)
        }
    }
}
