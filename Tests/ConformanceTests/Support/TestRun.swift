import Conformance
import Results
import SeamContract

/// A run of cases written in a test, against any endpoint.
struct TestRun {
    /// The key that must never show.
    static let canaryKey = "seam_testCANARY_zQ8rT4vW1xY7canary"

    /// How long anything may take before a test gives it up: tests wait for events, and a busy machine takes its time.
    static let patience = Duration.seconds(600)

    /// How the run ended.
    let ending: RunEnding
    /// Its events.
    let recorder: EventRecorder

    /// Runs cases, with all the time that they need.
    ///
    /// - Parameters:
    ///   - yaml: the file with the scenarios.
    ///   - url: the endpoint.
    ///   - credentials: what to show there.
    ///   - options: how the run goes about its work; its time limits do not count.
    ///   - clock: the time.
    ///   - profile: what the endpoint is held to.
    ///   - journal: where creates are written down before they are sent.
    ///   - recorder: what keeps the events.
    /// - Returns: the run.
    /// - Throws: what is wrong with the file.
    static func run(
        _ yaml: String,
        at url: String,
        credentials: Credentials = Credentials(apiKey: canaryKey),
        options: RunOptions = RunOptions(probeTimeout: .seconds(30)),
        clock: RunClock = .system,
        profile: RunProfile? = nil,
        journal: (any CreationJournal)? = nil,
        recorder: EventRecorder = EventRecorder()
    ) async throws -> TestRun {
        var options = options
        options.timeout = patience
        options.cleanupTimeout = patience
        let runner = Runner(
            endpoint: try Endpoint(url: url, credentials: credentials),
            contract: try TestSuite.contract.get(),
            catalogue: try TestSuite.catalogue.get(),
            options: options,
            clock: clock,
            journal: journal
        )
        let ending = await runner.run(try TestSuite.cases(yaml), header: .test(profile: profile), events: recorder.keep)
        return TestRun(ending: ending, recorder: recorder)
    }
}
