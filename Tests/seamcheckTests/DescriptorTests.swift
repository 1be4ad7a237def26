import Foundation
import Testing

@Suite("Few open files")
struct DescriptorTests {
    @Test(
        "when the system allows too few open files, a command says how many it needs, and never ends by a signal",
        arguments: [
            ["run", "--id", "identity-create-echo"], ["gate", "--run", "--id", "identity-create-echo"],
            ["serve", "--port", "0"], ["prove", "--fault", "accept-second-email", "--narrow"], ["history", "runs"],
        ]
    )
    func tooFew(command: [String]) async throws {
        let result = try await Program().run(command, by: #"ulimit -n 12; exec "$@""#)
        #expect(result.status == 69)
        let words = /seamcheck: this process may have 12 files open at once, and needs \d+ \(raise.*-n \d+`\)\n/
        #expect(result.errors.wholeMatch(of: words) != nil, "\(result.errors)")
    }

    @Test("a run with many cases side by side needs more, and says what else helps")
    func concurrency() async throws {
        let command = ["run", "--id", "identity-create-*", "--concurrency", "64"]
        let result = try await Program().run(command, by: #"ulimit -n 64; exec "$@""#)
        #expect(result.status == 69)
        #expect(result.errors.contains("or lower --concurrency"))
    }

    @Test("a limit that the process may raise itself is raised")
    func raised() async throws {
        let command = ["run", "--id", "identity-create-echo"]
        let result = try await Program().run(command, by: #"ulimit -S -n 12; exec "$@""#)
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test("descriptors that the parent left open above the limit are counted when it is raised")
    func inherited() async throws {
        let command = ["run", "--id", "identity-create-echo"]
        let script = #"for n in {12..250}; do eval "exec $n</dev/null"; done; ulimit -S -n 12; exec "$@""#
        let bash = URL(fileURLWithPath: "/bin/bash")
        let result = try await Program().run(command, by: script, shell: bash)
        #expect(result.status == 0, "\(result.errors)")
    }
}
