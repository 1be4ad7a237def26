import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Results
import Synchronization

/// Gathers one response, and stops as soon as its body is larger than allowed.
///
/// The size that the peer announces is only believed when it is too large.
final class ResponseCollector: HTTPClientResponseDelegate {
    /// The body is larger than what is read.
    struct TooLarge: Error {
        /// The limit in bytes.
        let limit: Int
    }

    /// What has come so far.
    private struct Progress {
        var status = 0
        var headers: [HeaderField] = []
        var body: [UInt8] = []
        var end: Duration?
    }

    private let limit: Int
    private let clock: RunClock
    private let progress = Mutex(Progress())

    /// A collector.
    ///
    /// - Parameters:
    ///   - limit: the largest body in bytes.
    ///   - clock: the time.
    init(limit: Int, clock: RunClock) {
        self.limit = limit
        self.clock = clock
    }

    /// Whether the response has begun to arrive.
    var hasBegun: Bool { progress.withLock { $0.status != 0 } }

    /// When the last byte had come, on the clock's `elapsed`; nil before.
    ///
    /// Read here and not where the response is awaited: how long a busy machine takes to go on there is not the endpoint's.
    var end: Duration? { progress.withLock(\.end) }

    /// Takes in the status and the header fields.
    func didReceiveHead(
        task: HTTPClient.Task<IncomingResponse>,
        _ head: HTTPResponseHead
    ) -> EventLoopFuture<Void> {
        progress.withLock { progress in
            progress.status = Int(head.status.code)
            progress.headers = head.headers.map { HeaderField(name: $0.name.lowercased(), value: $0.value) }
        }
        let announced = head.headers.first(name: "content-length").flatMap(Int.init) ?? 0
        return announced > limit ? tooLarge(on: task.eventLoop) : task.eventLoop.makeSucceededVoidFuture()
    }

    /// Takes in a part of the body.
    func didReceiveBodyPart(
        task: HTTPClient.Task<IncomingResponse>,
        _ buffer: ByteBuffer
    ) -> EventLoopFuture<Void> {
        let isWithinLimit = progress.withLock { progress in
            guard progress.body.count + buffer.readableBytes <= limit else { return false }
            progress.body += buffer.readableBytesView
            return true
        }
        return isWithinLimit ? task.eventLoop.makeSucceededVoidFuture() : tooLarge(on: task.eventLoop)
    }

    /// Hands out the response.
    func didFinishRequest(task: HTTPClient.Task<IncomingResponse>) -> IncomingResponse {
        let end = clock.elapsed()
        return progress.withLock { progress in
            progress.end = end
            return IncomingResponse(status: progress.status, headers: progress.headers, body: progress.body)
        }
    }

    private func tooLarge(on eventLoop: any EventLoop) -> EventLoopFuture<Void> {
        progress.withLock { $0.body = [] }
        return eventLoop.makeFailedFuture(TooLarge(limit: limit))
    }
}
