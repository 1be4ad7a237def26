import Conformance
import Redaction
import ReferenceServer
import Results
import Scenarios
import SeamContract
import Testing
import Timestamps

@Suite("Requirements weighed over kept exchanges")
struct EvidenceJudgeTests {
    private static let create = """
        scenarios:
          - id: create-twice
            title: What is created comes back, and once only
            values: { key: "${unique.key}", name: "${unique.name}" }
            given:
              - call: /user_identities/create
                body: { user_identity_key: "${key}", full_name: "${name}" }
                save: { id: $.user_identity.user_identity_id }
            steps:
              - call: /user_identities/get
                body: { user_identity_id: "${id}" }
                expect:
                  - $.user_identity.full_name: "${name}"
                    proves: UI-ECHO
              - call: /user_identities/create
                name: again
                body: { user_identity_key: "${key}", full_name: "${name}" }
                expect: [{ rejected: true, proves: UI-UNIQ-KEY }]
        """

    private func judge(_ requirement: String, yaml: String = create) throws -> EvidenceJudge {
        EvidenceJudge(
            requirement: requirement,
            contract: try TestSuite.contract.get(),
            catalogue: try TestSuite.catalogue.get(),
            cases: try TestSuite.cases(yaml)
        )
    }

    private func finding(
        _ requirement: String,
        in exchanges: [Exchange],
        yaml: String = create
    ) throws -> EvidenceFinding {
        try judge(requirement, yaml: yaml)
            .finding(in: exchanges, ofCase: "create-twice", seed: 7, startedAt: Timestamp(nanoseconds: 0))
    }

    private func record(faults: [String], options: RunOptions = RunOptions()) async throws -> CaseRecord {
        let recorder = EventRecorder()
        try await ReferenceRunTests.withServer(faults: faults.compactMap(Fault.named)) { address, description in
            _ = try await TestRun.run(
                Self.create,
                at: address.url,
                credentials: .reference(description),
                options: options,
                recorder: recorder
            )
        }
        return try #require(recorder.record(of: "create-twice"))
    }

    @Test("with all exchanges of a case, the answer is that of the run", arguments: [[], ["accept-second-key"]])
    func sameAsLive(faults: [String]) async throws {
        let record = try await record(faults: faults)
        let results = try #require(record.result).requirements
        #expect(results.contains { $0.broken > 0 } == !faults.isEmpty)
        for result in results where result.id != "TR-NO-SECRET" {
            let finding = try finding(result.id, in: record.exchanges)
            #expect(finding.weighed > 0, "\(result.id)")
            #expect(finding.breaches.isEmpty == (result.broken == 0), "\(result.id)")
            #expect(finding.obstacles.isEmpty, "\(result.id)")
        }
    }

    @Test("a requirement that is sharper today breaks what passed then")
    func sharper() async throws {
        let record = try await record(faults: [])
        let today = Self.create.replacing("rejected: true", with: "status: 418")
        let finding = try finding("UI-UNIQ-KEY", in: record.exchanges, yaml: today)
        #expect(finding.weighed == 1)
        #expect(finding.breaches.map(\.step) == ["again"])
        #expect(finding.breaches.map(\.place) == ["status"])
    }

    @Test("what a scenario asks otherwise today, and what takes answers that were not kept, is told and not guessed")
    func obstacles() async throws {
        let record = try await record(faults: [])
        let changed = Self.create.replacing(
            "full_name: \"${name}\" }\n        expect: [{ rejected",
            with: "full_name: X }\n        expect: [{ rejected"
        )
        #expect(changed != Self.create)
        #expect(try finding("UI-UNIQ-KEY", in: record.exchanges, yaml: changed).obstacles == [.changed: 1])
        let sample = record.exchanges.filter { $0.step == "user_identities.get" }
        #expect(sample.count == 1)
        let partial = try finding("UI-ECHO", in: sample)
        #expect(partial.weighed == 0)
        #expect(partial.obstacles == [.notKept: 1])
        #expect(try finding("TR-REQID", in: sample).weighed == 1)
    }

    @Test("a body that was cut and a secret that was taken out answer nothing")
    func cut() async throws {
        let record = try await record(faults: [])
        let cut = try record.exchanges.map {
            try $0.withBody { MessageBody(text: String($0.text.prefix(20)), byteCount: 900, isTruncated: true) }
        }
        #expect(try finding("TR-OK-TRUE", in: cut).obstacles[.cut] != nil)
        #expect(try finding("TR-OK-TRUE", in: cut).weighed == 0)
        #expect(try finding("TR-REQID", in: cut).weighed > 0)
        let redacted = try record.exchanges.map {
            try $0.withBody { body in
                let text = body.text.replacing("\"ok\":true", with: "\"ok\":\"[redacted]\"")
                return MessageBody(text: text, byteCount: text.utf8.count)
            }
        }
        #expect(try finding("TR-OK-TRUE", in: redacted).obstacles[.redacted] != nil)
        #expect(try finding("TR-OK-TRUE", in: redacted).breaches.isEmpty)
    }

    @Test(
        "what was taken out by a pattern or as personal data accuses nobody",
        arguments: [
            "ok", "true", "[0-9]+", "user_identity", "full_name", "[a-z_]+_id", "[{}]", "\"", ".+", "content-type",
            "json",
            "seam-request-id", "[A-Za-z]+", "20[0-9]{2}-", "null", "/user_identities/create", "",
        ]
    )
    func redacted(pattern: String) async throws {
        let patterns = pattern.isEmpty ? [] : [try RedactionPattern(pattern)]
        let rules = RedactionRules(patterns: patterns, hidesPersonalData: true)
        let record = try await record(faults: [], options: RunOptions(redaction: rules))
        let results = try #require(record.result).requirements
        #expect(!results.isEmpty)
        for result in results {
            let finding = try finding(result.id, in: record.exchanges)
            #expect(finding.breaches.isEmpty, "\(result.id): \(finding.breaches)")
        }
        guard pattern.isEmpty else { return }
        #expect(try finding("UI-ECHO", in: record.exchanges).weighed > 0)
    }

    @Test("whether a secret was repeated can't be asked again")
    func secret() throws {
        #expect(!(try judge("TR-NO-SECRET").isWeighedByChecks))
        #expect(try judge("TR-REQID").isWeighedByChecks)
        #expect(try judge("UI-ECHO").caseIDs == ["create-twice"])
    }
}

extension Exchange {
    /// The exchange with another body of the response.
    fileprivate func withBody(_ change: (MessageBody) -> MessageBody) throws -> Exchange {
        let response = try #require(response)
        return Exchange(
            ordinal: ordinal,
            step: step,
            phase: phase,
            copy: copy,
            attempt: attempt,
            operation: operation,
            credential: credential,
            request: request,
            outcome: .response(
                ReceivedResponse(status: response.status, headers: response.headers, body: change(response.body))
            ),
            startedAt: startedAt,
            duration: duration,
            retries: retries
        )
    }
}
