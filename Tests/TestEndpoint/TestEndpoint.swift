import NIOCore
import NIOPosix

/// An endpoint on loopback that answers every request with the same bytes, right or wrong ones.
package struct TestEndpoint: Sendable {
    /// What it does with a connection once a request's head has come.
    package enum Behaviour: Sendable, Hashable {
        /// Sends these bytes as they are, then closes.
        case answers([UInt8])
        /// Sends the head of a response and then so many bytes of filler, then closes.
        case answersWithFiller(head: String, byteCount: Int)
        /// Closes without a word.
        case closes
        /// Never answers.
        case staysSilent
    }

    /// Its base URL.
    package let url: String

    /// Runs an endpoint while the body runs.
    ///
    /// - Parameters:
    ///   - behaviour: what it does with each request.
    ///   - body: what is done with it.
    /// - Returns: what the body returns.
    /// - Throws: when no port is free, and what the body throws.
    package static func withRunning<Value: Sendable>(
        _ behaviour: Behaviour,
        _ body: (TestEndpoint) async throws -> Value
    ) async throws -> Value {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { child in
                child.eventLoop.makeCompletedFuture {
                    try child.pipeline.syncOperations.addHandler(ResponseScript(behaviour))
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        do {
            let port = channel.localAddress?.port ?? 0
            let value = try await body(TestEndpoint(url: "http://127.0.0.1:\(port)"))
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

/// Waits for the end of a request's head and then does what the behaviour says.
private final class ResponseScript: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let behaviour: TestEndpoint.Behaviour
    private var received: [UInt8] = []
    private var fillerLeft = 0

    init(_ behaviour: TestEndpoint.Behaviour) {
        self.behaviour = behaviour
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard fillerLeft == 0 else { return }
        received.append(contentsOf: unwrapInboundIn(data).readableBytesView)
        guard received.count >= 4, String(decoding: received, as: UTF8.self).contains("\r\n\r\n") else { return }
        received = []
        switch behaviour {
        case .answers(let bytes): send(bytes, in: context)
        case .answersWithFiller(let head, let byteCount):
            fillerLeft = byteCount
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: head)), promise: nil)
            sendFiller(in: context)
        case .closes: context.close(promise: nil)
        case .staysSilent: break
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if fillerLeft > 0 { sendFiller(in: context) }
        context.fireChannelWritabilityChanged()
    }

    /// Sends bytes and closes when they are gone.
    private func send(_ bytes: [UInt8], in context: ChannelHandlerContext) {
        let isGone = context.eventLoop.makePromise(of: Void.self)
        isGone.futureResult.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: isGone)
    }

    /// Sends filler as long as the peer takes it.
    private func sendFiller(in context: ChannelHandlerContext) {
        while fillerLeft > 0, context.channel.isWritable {
            let count = min(fillerLeft, 1 << 16)
            fillerLeft -= count
            let chunk = ByteBuffer(repeating: UInt8(ascii: "x"), count: count)
            if fillerLeft == 0 { return send(Array(chunk.readableBytesView), in: context) }
            context.writeAndFlush(wrapOutboundOut(chunk), promise: nil)
        }
    }
}
