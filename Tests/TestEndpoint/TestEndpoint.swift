import NIOCore
import NIOPosix
import Synchronization

/// An endpoint on loopback that replies in its own way, right or wrong, to all requests or to some of them.
package struct TestEndpoint: Sendable {
    /// Its base URL.
    package let url: String
    private let log: RequestLog

    /// The method and target of every request so far, in order.
    package var requests: [String] { log.lines }

    /// Runs an endpoint while a body runs.
    ///
    /// - Parameters:
    ///   - reply: what it does about the requests that are selected.
    ///   - selection: which those are.
    ///   - target: the port of loopback that requests are handed on to; nil closes the connection in place of that.
    ///   - onReply: called with each selected request's method and target, before anything is sent.
    ///   - body: what is done with it.
    /// - Returns: what the body returns.
    /// - Throws: when no port is free, and what the body throws.
    package static func withRunning<Value: Sendable>(
        _ reply: Reply,
        to selection: RequestSelection = .all,
        before target: Int? = nil,
        onReply: @escaping @Sendable (String) -> Void = { _ in },
        _ body: (TestEndpoint) async throws -> Value
    ) async throws -> Value {
        let log = RequestLog(selection, onReply: onReply)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { child in
                child.eventLoop.makeCompletedFuture {
                    try child.pipeline.syncOperations.addHandler(Replier(reply, log, target: target))
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        do {
            let port = channel.localAddress?.port ?? 0
            let value = try await body(TestEndpoint(url: "http://127.0.0.1:\(port)", log: log))
            try await channel.close()
            return value
        } catch {
            try await channel.close()
            throw error
        }
    }

    /// A whole HTTP response that closes the connection.
    ///
    /// - Parameters:
    ///   - status: the status line behind the version, such as `200 OK`.
    ///   - contentType: the content type.
    ///   - body: the body.
    /// - Returns: the bytes.
    package static func response(_ status: String, contentType: String, body: [UInt8]) -> [UInt8] {
        let head = """
            HTTP/1.1 \(status)\r
            content-type: \(contentType)\r
            seam-request-id: request-1\r
            content-length: \(body.count)\r
            connection: close\r
            \r

            """
        return Array(head.utf8) + body
    }
}

/// Which requests came, and which of them are replied to in the endpoint's own way.
final class RequestLog: Sendable {
    private struct State {
        var lines: [String] = []
        var repliesLeft: Int?
    }

    private let selection: RequestSelection
    private let onReply: @Sendable (String) -> Void
    private let state: Mutex<State>

    /// An empty log.
    init(_ selection: RequestSelection, onReply: @escaping @Sendable (String) -> Void) {
        self.selection = selection
        self.onReply = onReply
        state = Mutex(State(repliesLeft: selection.count))
    }

    /// The method and target of every request so far, in order.
    var lines: [String] { state.withLock(\.lines) }

    /// Takes in a request: whether it is replied to in the endpoint's own way.
    func selects(_ request: ReceivedRequest) -> Bool {
        let isSelected = state.withLock { state in
            state.lines.append(request.line)
            guard selection.includes(request), state.repliesLeft != 0 else { return false }
            state.repliesLeft = state.repliesLeft.map { $0 - 1 }
            return true
        }
        if isSelected { onReply(request.line) }
        return isSelected
    }
}
