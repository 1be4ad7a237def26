import Foundation
import TestEndpoint
import Testing

@Suite("Endpoints that misbehave")
struct EndpointTroubleTests {
    private static let key = "seam_test1Canary_0123456789abcdefghijklmn"
    private static let variables = ["SEAM_API_KEY": key]
    private static let formats = [
        "text", "html", "markdown", "junit", "ctrf", "tap", "allure", "sarif", "github", "openmetrics", "prometheus",
        "badge", "ndjson",
    ]

    @Test("an endpoint that refuses the connection can't be reached")
    func refused() async throws {
        let result = try await Program().run(["run", "--endpoint", "http://127.0.0.1:9"], environment: Self.variables)
        #expect(result.status == 69)
        #expect(result.output.contains("can't be reached") || result.output.contains("refused"))
    }

    @Test("an endpoint that answers HTML does not conform, and the content type is named")
    func html() async throws {
        let page = Array("<!doctype html><title>It works</title><script>alert(1)</script>".utf8)
        let result = try await run(.answers(TestEndpoint.response("200 OK", contentType: "text/html", body: page)))
        #expect(result.status == 1)
        #expect(result.output.contains("TR-CT-SUCCESS"))
        #expect(result.output.contains("text/html"))
    }

    @Test("an endpoint that drops the connection in mid-body is not blamed for what it did not say")
    func droppedInMidBody() async throws {
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{\"ok\":"
        let result = try await run(.answers(head))
        #expect(result.status == 69)
        #expect(!result.output.contains("TR-SCHEMA"))
    }

    @Test("a body of 200 MB is not read to its end")
    func hugeBody() async throws {
        let byteCount = 200 << 20
        let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: \(byteCount)\r\n\r\n"
        let result = try await run(.sends([.text(head), .repeats("x", count: byteCount)]))
        #expect(result.status == 69)
        #expect(result.output.contains("larger than the"))
    }

    @Test("a body that is not UTF-8 does not conform")
    func invalidUTF8() async throws {
        let body: [UInt8] = Array("{\"ok\":true,\"name\":\"".utf8) + [0xC3, 0x28] + Array("\"}".utf8)
        let answer = TestEndpoint.response("200 OK", contentType: "application/json", body: body)
        let result = try await run(.answers(answer))
        #expect(result.status == 1)
        #expect(result.output.contains("UTF-8"))
    }

    @Test("the key is in nothing that a run prints or writes, also when the endpoint sends it back")
    func canary() async throws {
        let body = Array("{\"error\":{\"type\":\"echo\",\"message\":\"Bearer \(Self.key)\"},\"ok\":false}".utf8)
        let answer = TestEndpoint.response("400 Bad Request", contentType: "application/json", body: body)
        let program = try Program()
        let result = try await run(.answers(answer), in: program)
        #expect(result.status == 1)
        #expect(!result.output.contains(Self.key) && !result.errors.contains(Self.key))
        let files = try program.files(in: "out")
        #expect(files.count > Self.formats.count)
        for file in files + ["reports/seamcheck.sqlite"] {
            let bytes = try Data(contentsOf: program.folder.appendingPathComponent(file))
            #expect(!bytes.isEmpty)
            #expect(bytes.range(of: Data(Self.key.utf8)) == nil, "\(file) holds the key")
        }
    }

    /// Runs a few cases against an endpoint that always does the same.
    private func run(_ reply: Reply) async throws -> Program.Result {
        try await run(reply, in: try Program())
    }

    /// Runs a few cases in the program's folder, with every report, although the endpoint does not say that it is a sandbox.
    private func run(_ reply: Reply, in program: Program) async throws -> Program.Result {
        try await TestEndpoint.withRunning(reply) { endpoint in
            try await program.run(
                SuiteFile.runOfCreations
                    + ["--endpoint", endpoint.url, "--timeout", "600", "--allow-production"]
                    + Self.formats.flatMap { ["--report", "\($0)=out/\($0)"] },
                environment: Self.variables
            )
        }
    }
}
