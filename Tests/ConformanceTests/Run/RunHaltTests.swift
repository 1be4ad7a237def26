import Testing

@testable import Conformance  // the halt is not public

@Suite("Halt of a run")
struct RunHaltTests {
    @Test("Who stops a run first counts, and bounds the cleanup of all cases from then on")
    func first() {
        let halt = RunHalt(cleanupTimeout: .seconds(30))
        #expect(halt.cause == nil)
        #expect(halt.cleanupEnd == nil)
        halt.note(.deadline(.seconds(600)), at: .seconds(600))
        halt.note(.interruption, at: .seconds(610))
        #expect(halt.cause == .deadline(.seconds(600)))
        #expect(halt.cleanupEnd == .seconds(630))
    }

    @Test(
        "What stopped a run is told in words",
        arguments: [
            (RunHalt.Cause.interruption, "the run was interrupted"),
            (.deadline(.seconds(3600)), "the run reached its deadline of 1h"),
            (.deadline(.milliseconds(1500)), "the run reached its deadline of 1500ms"),
        ]
    )
    func words(cause: RunHalt.Cause, words: String) {
        #expect(cause.description == words)
    }
}
