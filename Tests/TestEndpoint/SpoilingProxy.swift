import NIOCore
import NIOPosix
import Synchronization

/// An endpoint on loopback that hands every request on to another one, but for some that it answers with an error of its own.
package struct SpoilingProxy: Sendable {
    /// Its base URL.
    package let url: String

    /// Runs a proxy while the body runs.
    ///
    /// - Parameters:
    ///   - target: the port of loopback that requests are handed on to.
    ///   - text: what a request must contain to count.
    ///   - count: how many of those are spoiled, from the first one on.
    ///   - body: what is done with it.
    /// - Returns: what the body returns.
    /// - Throws: when no port is free, and what the body throws.
    package static func withRunning<Value: Sendable>(
        before target: Int,
        spoiling text: String,
        count: Int,
        _ body: (SpoilingProxy) async throws -> Value
    ) async throws -> Value {
        let spoiler = Spoiler(text: text, count: count)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { child in
                child.eventLoop.makeCompletedFuture {
                    try child.pipeline.syncOperations.addHandler(RequestRelay(to: target, spoiler))
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        do {
            let value = try await body(SpoilingProxy(url: "http://127.0.0.1:\(channel.localAddress?.port ?? 0)"))
            try await channel.close()
            return value
        } catch {
            try await channel.close()
            throw error
        }
    }
}

/// Says which requests are spoiled.
private final class Spoiler: Sendable {
    private let text: String
    private let rest: Mutex<Int>

    init(text: String, count: Int) {
        self.text = text
        rest = Mutex(count)
    }

    /// Whether a request is spoiled.
    func spoils(_ request: String) -> Bool {
        guard request.contains(text) else { return false }
        return rest.withLock { rest in
            guard rest > 0 else { return false }
            rest -= 1
            return true
        }
    }
}

/// Gathers one request, and answers it or hands it on over a connection of its own; closes behind the answer.
private final class RequestRelay: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let target: Int
    private let spoiler: Spoiler
    private var received: [UInt8] = []

    init(to target: Int, _ spoiler: Spoiler) {
        self.target = target
        self.spoiler = spoiler
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += unwrapInboundIn(data).readableBytesView
        let text = String(decoding: received, as: UTF8.self)
        guard let request = Self.closing(text) else { return }
        received = []
        let client = context.channel
        guard !spoiler.spoils(request) else {
            let body = #"{"error":{"type":"internal_error","message":"spoiled"},"ok":false}"#
            let answer = TestEndpoint.response(
                "500 Internal Server Error",
                contentType: "application/json",
                body: Array(body.utf8)
            )
            return client.writeAndFlush(ByteBuffer(bytes: answer)).whenComplete { _ in client.close(promise: nil) }
        }
        ClientBootstrap(group: context.eventLoop)
            .channelInitializer { upstream in
                upstream.eventLoop.makeCompletedFuture {
                    try upstream.pipeline.syncOperations.addHandler(AnswerRelay(to: client))
                }
            }
            .connect(host: "127.0.0.1", port: target)
            .whenComplete { result in
                switch result {
                case .success(let upstream): upstream.writeAndFlush(ByteBuffer(string: request), promise: nil)
                case .failure: client.close(promise: nil)
                }
            }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// The request, asking for the connection to be closed; nil when it has not come whole.
    private static func closing(_ text: String) -> String? {
        guard let head = text.firstRange(of: "\r\n\r\n"), let line = text.firstRange(of: "\r\n") else { return nil }
        let length = text[..<head.lowerBound].split(separator: "\r\n")
            .first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.split(separator: ":")[1].drop(while: \.isWhitespace)) }
        guard text[head.upperBound...].utf8.count >= length ?? 0 else { return nil }
        return text[..<line.lowerBound] + closingHeader + text[line.lowerBound...]
    }
}

/// Says that the connection ends with this message, lest the other side sends more over it.
private let closingHeader = "\r\nconnection: close"

/// Hands an answer back, and closes behind it.
private final class AnswerRelay: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let client: any Channel
    private var hasBegun = false

    init(to client: any Channel) {
        self.client = client
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var answer = unwrapInboundIn(data)
        if !hasBegun, let end = answer.readableBytesView.firstIndex(of: UInt8(ascii: "\r")),
            let line = answer.readSlice(length: end - answer.readerIndex)
        {
            hasBegun = true
            client.write(line, promise: nil)
            client.write(ByteBuffer(string: closingHeader), promise: nil)
        }
        client.writeAndFlush(answer, promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        client.close(promise: nil)
    }
}
