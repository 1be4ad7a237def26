import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A server that answers bytes as a test says, HTTP or not.
final class ScriptedServer: Sendable {
    /// A request as far as tests look at it.
    struct Received: Sendable {
        /// The method.
        let method: String
        /// The path, with its query.
        let target: String
        /// Everything before the body.
        let head: String
        /// The body.
        let body: String

        /// Whether it only wants to know whether there is such an operation.
        var isProbe: Bool {
            let asksForNothing = method == "DELETE" && body.isEmpty && !target.contains("?")
            return asksForNothing || body.contains(#"{"seamcheck":"probe""#)
        }
    }

    /// What the server does about a request.
    enum Reaction: Sendable {
        /// Sends these bytes, and closes when told.
        case send(String, thenClose: Bool = false)
        /// Sends these bytes again and again until nobody reads them.
        case flood(head: String, chunk: String)
        /// Closes without a word.
        case close
        /// Says nothing.
        case stayQuiet
    }

    /// How the server reacts to a request; the number counts requests from 0.
    typealias Script = @Sendable (Received, Int) -> Reaction

    /// A URL at which nobody listens: not a port that was just given up, which another server may get.
    static let nobody = "http://127.0.0.1:9"

    private let requests = Mutex<[Received]>([])
    /// Whether the script gets to see the calls that find out which operations there are; else they are refused.
    fileprivate let seesProbes: Bool

    private init(seesProbes: Bool) {
        self.seesProbes = seesProbes
    }

    /// The requests so far, in order.
    var received: [Received] { requests.withLock { $0 } }

    /// Listens on a free port of loopback while a body runs.
    ///
    /// - Parameters:
    ///   - script: how it reacts.
    ///   - seesProbes: whether the script gets to see the calls that find out which operations there are.
    ///   - body: what to do meanwhile, with the server's URL.
    /// - Returns: what the body returns.
    /// - Throws: what the body throws.
    static func run<Result>(
        _ script: @escaping Script,
        seesProbes: Bool = false,
        _ body: (String, ScriptedServer) async throws -> Result
    ) async throws -> Result {
        let server = ScriptedServer(seesProbes: seesProbes)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ScriptHandler(server: server, script: script))
                }
            }
            .bind(host: "127.0.0.1", port: 0)
            .get()
        let port = channel.localAddress?.port ?? 0
        do {
            let result = try await body("http://127.0.0.1:\(port)", server)
            try await channel.close()
            return result
        } catch {
            try await channel.close()
            throw error
        }
    }

    /// Keeps a request, and says which it is.
    fileprivate func keep(_ request: Received) -> Int {
        requests.withLock { requests in
            requests.append(request)
            return requests.count - 1
        }
    }

    /// A whole HTTP response with a JSON body.
    static func json(_ body: String, status: String = "200 OK", headers: String = "seam-request-id: r1\r\n") -> Reaction
    {
        .send(response(body, status: status, headers: "content-type: application/json; charset=utf-8\r\n" + headers))
    }

    /// A whole HTTP response.
    static func response(_ body: String, status: String = "200 OK", headers: String = "") -> String {
        "HTTP/1.1 \(status)\r\n\(headers)content-length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}

/// Reads whole requests from a connection, and reacts to each.
private final class ScriptHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: ScriptedServer
    private let script: ScriptedServer.Script
    private var text = ""
    private var flood: ByteBuffer?
    private var isFloodDue = false

    init(server: ScriptedServer, script: @escaping ScriptedServer.Script) {
        self.server = server
        self.script = script
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        text += buffer.readString(length: buffer.readableBytes) ?? ""
        if text.hasPrefix("\u{16}") {
            // The beginning of a TLS handshake, which a server of plain HTTP takes for a bad request.
            return react(.send("HTTP/1.1 400 Bad Request\r\n\r\n", thenClose: true), context: context)
        }
        while let request = nextRequest() {
            if request.isProbe, !server.seesProbes {
                react(ScriptedServer.json(TinySeam.refusal, status: "400 Bad Request"), context: context)
                continue
            }
            react(script(request, server.keep(request)), context: context)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        keepFlooding(context: context)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    private func nextRequest() -> ScriptedServer.Received? {
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let head = String(text[..<end.lowerBound])
        let lengthLine = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
        let length = lengthLine?.split(separator: ":").last.flatMap { Int($0.drop { $0 == " " }) } ?? 0
        let body = text[end.upperBound...]
        guard body.utf8.count >= length else { return nil }
        let words = head.split(separator: " ", maxSplits: 2)
        let content = String(decoding: body.utf8.prefix(length), as: UTF8.self)
        text = String(decoding: body.utf8.dropFirst(length), as: UTF8.self)
        guard words.count == 3 else { return nil }
        return ScriptedServer.Received(method: String(words[0]), target: String(words[1]), head: head, body: content)
    }

    private func react(_ reaction: ScriptedServer.Reaction, context: ChannelHandlerContext) {
        switch reaction {
        case .send(let text, let thenClose):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
            if thenClose { context.close(promise: nil) }
        case .flood(let head, let chunk):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: head)), promise: nil)
            flood = ByteBuffer(string: chunk)
            keepFlooding(context: context)
        case .close:
            context.close(promise: nil)
        case .stayQuiet:
            break
        }
    }

    /// Sends once more, and again as soon as the event loop has seen to others: the client may live on the same one.
    private func keepFlooding(context: ChannelHandlerContext) {
        guard let flood, !isFloodDue, context.channel.isWritable, context.channel.isActive else { return }
        context.writeAndFlush(wrapOutboundOut(flood), promise: nil)
        isFloodDue = true
        let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
        context.eventLoop.execute {
            let (handler, context) = bound.value
            handler.isFloodDue = false
            handler.keepFlooding(context: context)
        }
    }
}
