import Results
import Testing

@testable import Conformance

/// A mock without a state is told as that.
struct StateWatchTests {
    private static let scenarios =
        "scenarios:\n"
        + (1...6).map {
            """
              - id: make-\($0)
                title: What was made is found
                steps:
                  - call: /user_identities/create
                    body: { full_name: "${unique.name}" }
                    save: { id: $.user_identity.user_identity_id }
                    expect: [{ status: 200, proves: UI-CREATE }]
                  - call: /user_identities/get
                    body: { user_identity_id: "${id}" }
                    expect: [{ status: 200, proves: UI-CREATE-GET-EQ }]

            """
        }.joined() + """
              - id: refuse
                title: Who brings no key is refused
                steps:
                  - call: /user_identities/get
                    as: none
                    body: { user_identity_id: 7d5a3c3e-6f7c-4a57-9c5e-3f8f0f6f0a01 }
                    expect: [{ rejected: 401, proves: AUTH-MISSING }]
            """

    @Test("When get shows none of the first three things that were created, what rests on state is not run")
    func mock() async throws {
        let run = try await ScriptedServer.run({ request, _ in
            request.target.hasPrefix("/user_identities/")
                ? ScriptedServer.json(TinySeam.identity) : TinySeam.reaction(to: request)
        }) { url, _ in try await TestRun.run(Self.scenarios, at: url) }
        let skipped = (1...6).filter { run.recorder.record(of: "make-\($0)")?.result?.verdict == .skipped }
        #expect(skipped == [4, 5, 6])
        let cause = try #require(run.recorder.record(of: "make-4")?.result?.cause)
        #expect(cause.operation == StateWatch.name)
        #expect(run.recorder.record(of: "refuse")?.result?.verdict == .failed, "what needs no state is judged")
        #expect(run.recorder.record?.conclusion() == .doesNotConform)
    }

    @Test(
        "An endpoint that keeps what it is told is recognised by its first thing, and one that refuses is not judged so"
    )
    func others() async throws {
        let kept = try await ScriptedServer.run({ request, _ in TinySeam.reaction(to: request) }) { url, _ in
            try await TestRun.run(Self.scenarios, at: url)
        }
        #expect(kept.recorder.record(of: "make-6")?.result?.verdict == .passed)
        var watch = StateWatch()
        for _ in 0..<StateWatch.limit { watch.note(nil) }
        #expect(!watch.isOpen && watch.cause == nil)
    }
}
