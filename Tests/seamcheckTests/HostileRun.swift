import BundledSuite
import Foundation
import JSON
import ReferenceServer
import SeamContract
import SeamModel
import TestEndpoint
import Testing
import Timestamps

/// What a run of a few cases left against a correct server, with an endpoint before it that misbehaves.
struct HostileRun {
    /// The cases: `lists` asks for the list of identities, the others do not.
    static let caseIDs: Set = ["lists", "gets", "access-users", "nowhere"]

    private static let scenarios = """
        scenarios:
          - id: lists
            title: An identity is listed, and the page behind the first is there
            values: { name: "${unique.name}" }
            given:
              - call: /user_identities/create
                body: { full_name: "${name}" }
            steps:
              - call: /user_identities/list
                body: { search: "${name}" }
                save: { next: $.pagination.next_page_url }
                expect:
                  - $.user_identities: { type: array }
                    proves: LS-ENV
              - name: the next page
                url: ${next}
                expect:
                  - status: 200
                    proves: LS-NEXT-URL
          - id: gets
            title: An identity is found
            given:
              - call: /user_identities/create
                body: { full_name: "${unique.name}" }
                save: { id: $.user_identity.user_identity_id }
            steps:
              - call: /user_identities/get
                body: { user_identity_id: "${id}" }
                expect:
                  - $.user_identity.user_identity_id: ${id}
                    proves: UI-CREATE-GET-EQ
          - id: access-users
            title: Access-system users are listed
            steps:
              - call: /acs/users/list
                body: {}
                expect:
                  - status: 200
                    proves: LS-ENV
          - id: nowhere
            title: There is nothing at an unknown path
            steps:
              - path: /user_identities/nowhere
                body: {}
                expect:
                  - rejected: 404
                    proves: TR-404-ROUTE
        """

    private static let formats = [
        "text", "html", "markdown", "junit", "ctrf", "tap", "sarif", "github", "openmetrics", "prometheus", "badge",
        "ndjson",
    ]
    /// How many seconds of the processor's time a run may take: one that turns in circles is ended by a signal.
    private static let processorSeconds = 60
    private static let contract = Result {
        let document = try #require(BundledSuite.files(in: .contract).first)
        return try Contract(text: document.text, file: document.path)
    }

    /// What the program printed, and how it ended.
    let result: Program.Result
    /// The verdict of each case that ended; that of `lists` is the worst of its own and of what every response was checked for.
    let verdicts: [String: String]
    /// The reports, by their formats.
    let reports: [String: String]
    /// The requests that the endpoint saw.
    let requests: [String]
    /// The key that the run had.
    let key: String

    /// Runs the cases.
    ///
    /// - Parameters:
    ///   - reply: what the endpoint does about some requests.
    ///   - selection: which those are.
    ///   - timeout: how many seconds an exchange may take.
    /// - Throws: when the program can't be started.
    init(of reply: Reply, towards selection: RequestSelection, timeout: Int) async throws {
        let program = try Program()
        try program.write(Self.scenarios, to: "hostile.yaml")
        let server = ReferenceServer(contract: try Self.contract.get()) {
            Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        }
        let key = server.seed.apiKey(at: 0)
        let reports = Self.formats.flatMap { ["--report", "\($0)=out/\($0)"] }
        let arguments = ["run", "hostile.yaml", "--timeout", "\(timeout)", "--allow-production"] + reports
        (result, requests) = try await server.withRunning { address in
            try await TestEndpoint.withRunning(reply, to: selection, before: address.port) { endpoint in
                let result = try await program.run(
                    arguments,
                    by: "ulimit -t \(Self.processorSeconds); exec \"$@\"",
                    environment: ["SEAM_ENDPOINT": endpoint.url, "SEAM_API_KEY": key]
                )
                return (result, endpoint.requests)
            }
        }
        let texts = Self.formats.map { ($0, (try? program.text(of: "out/\($0)")) ?? "") }
        self.reports = Dictionary(uniqueKeysWithValues: texts)
        verdicts = Self.verdicts(in: self.reports["ndjson"] ?? "")
        self.key = key
    }

    /// The verdicts that a stream of events tells.
    private static func verdicts(in events: String) -> [String: String] {
        let ended = events.split(separator: "\n").compactMap { try? JSONValue(parsing: String($0)) }
            .filter { $0["event"] == "caseFinished" }
            .map { ($0["case"]?.stringValue ?? "", $0["verdict"]?.stringValue ?? "") }
        let responses = ended.filter { $0.0.hasPrefix("every-response[") }.map(\.1)
        var own = Dictionary(ended.filter { !$0.0.hasPrefix("every-response[") }) { $1 }
        let worst = ["failed", "error", "warned"].first { responses.contains($0) }
        if let worst, own["lists"] != "failed", !(own["lists"] == "error" && worst == "warned") { own["lists"] = worst }
        return own
    }
}
