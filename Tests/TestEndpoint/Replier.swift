import NIOCore
import NIOPosix

/// Reads whole requests from a connection, and replies to each or hands it on.
final class Replier: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// How many bytes are sent on one connection at most.
    private static let greatestCount = 1 << 30
    /// How many bytes of a repetition are sent at once.
    private static let chunkSize = 1 << 16

    private let reply: Reply
    private let log: RequestLog
    private let target: Int?
    private var received: [UInt8] = []
    private var pieces: ArraySlice<Piece> = []
    private var ending = Ending.staysOpen
    private var bytesLeft = greatestCount

    init(_ reply: Reply, _ log: RequestLog, target: Int?) {
        self.reply = reply
        self.log = log
        self.target = target
    }

    func channelActive(context: ChannelHandlerContext) {
        if case .greets(let pieces, let ending) = reply { send(pieces, then: ending, context) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += unwrapInboundIn(data).readableBytesView
        while let request = ReceivedRequest(at: received) {
            received.removeFirst(request.bytes.count)
            handle(request, context)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable { proceed(context) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    /// Replies to a request, or hands it on.
    private func handle(_ request: ReceivedRequest, _ context: ChannelHandlerContext) {
        guard log.selects(request) else { return relay(request, changing: [], context) }
        switch reply {
        case .sends(let pieces, let ending): send(pieces, then: ending, context)
        case .changes(let edits): relay(request, changing: edits, context)
        case .greets: break
        }
    }

    /// Begins to send pieces.
    private func send(_ pieces: [Piece], then ending: Ending, _ context: ChannelHandlerContext) {
        self.pieces = pieces[...]
        self.ending = ending
        proceed(context)
    }

    /// Sends on as long as the peer takes it, or until it is time for the next piece.
    private func proceed(_ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        while let piece = pieces.popFirst() {
            switch piece {
            case .bytes(let bytes): write(bytes, context)
            case .repeats(let bytes, let count):
                guard let rest = write(bytes, count: count, context) else { continue }
                return pieces = [.repeats(bytes, count: rest)] + pieces
            case .trickles(let bytes, let milliseconds):
                guard bytesLeft > 0 else { continue }
                bytesLeft -= bytes.count
                write(bytes, context)
                pieces = [piece] + pieces
                return proceed(after: milliseconds, context)
            case .drips(let bytes, let milliseconds):
                guard let first = bytes.first else { continue }
                write([first], context)
                pieces = [.drips(Array(bytes.dropFirst()), milliseconds: milliseconds)] + pieces
                return proceed(after: milliseconds, context)
            case .waits(let milliseconds): return proceed(after: milliseconds, context)
            }
        }
        end(context)
    }

    private func proceed(after milliseconds: Int64, _ context: ChannelHandlerContext) {
        context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(milliseconds)) { self.proceed(context) }
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
    }

    /// Sends bytes again and again: how many times it has yet to be done when the peer takes no more; nil when it is done.
    private func write(_ bytes: [UInt8], count: Int, _ context: ChannelHandlerContext) -> Int? {
        guard !bytes.isEmpty else { return nil }
        let perChunk = max(1, Self.chunkSize / bytes.count)
        var rest = count
        var chunk = ByteBuffer()
        while rest > 0, bytesLeft > 0 {
            guard context.channel.isWritable else { return rest }
            let repetitions = min(rest, perChunk)
            if chunk.readableBytes != repetitions * bytes.count {
                chunk = ByteBuffer(bytes: (0..<repetitions).flatMap { _ in bytes })
            }
            rest -= repetitions
            bytesLeft -= chunk.readableBytes
            context.writeAndFlush(wrapOutboundOut(chunk), promise: nil)
        }
        return nil
    }

    /// Ends the connection as it is to end, when all is gone.
    private func end(_ context: ChannelHandlerContext) {
        guard ending != .staysOpen else { return }
        let ending = ending
        self.ending = .staysOpen
        let isGone = context.eventLoop.makePromise(of: Void.self)
        isGone.futureResult.assumeIsolated().whenComplete { _ in
            if ending == .resets, let socket = context.channel as? any SocketOptionProvider {
                _ = socket.setSoLinger(linger(l_onoff: 1, l_linger: 0))
            }
            context.close(promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: isGone)
    }

    /// Hands a request on over a connection of its own, and the response back; closes behind it.
    private func relay(_ request: ReceivedRequest, changing edits: [ResponseEdit], _ context: ChannelHandlerContext) {
        guard let target else { return context.close(promise: nil) }
        let client = context.channel
        let url = "http://127.0.0.1:\(client.localAddress?.port ?? 0)"
        ClientBootstrap(group: context.eventLoop)
            .channelInitializer { upstream in
                upstream.eventLoop.makeCompletedFuture {
                    try upstream.pipeline.syncOperations.addHandler(ResponseRelay(to: client, at: url, changing: edits))
                }
            }
            .connect(host: "127.0.0.1", port: target)
            .whenComplete { result in
                switch result {
                case .success(let upstream):
                    upstream.writeAndFlush(ByteBuffer(bytes: request.closing), promise: nil)
                case .failure: client.close(promise: nil)
                }
            }
    }
}

/// Gathers a response until the connection is closed, and hands it back, changed.
private final class ResponseRelay: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let client: any Channel
    private let url: String
    private let edits: [ResponseEdit]
    private var received: [UInt8] = []

    init(to client: any Channel, at url: String, changing edits: [ResponseEdit]) {
        self.client = client
        self.url = url
        self.edits = edits
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += unwrapInboundIn(data).readableBytesView
    }

    func channelInactive(context: ChannelHandlerContext) {
        let client = client
        guard var response = RelayedResponse(received) else { return client.close(promise: nil) }
        for edit in edits { response.apply(edit, at: url) }
        client.writeAndFlush(ByteBuffer(bytes: response.bytes)).whenComplete { _ in client.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
