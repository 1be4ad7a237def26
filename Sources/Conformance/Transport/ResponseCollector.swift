import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Results
import Synchronization

/// Gathers one response, and stops as soon as its header section or its body is larger than allowed.
///
/// The size that the peer announces is only believed when it is too large.
final class ResponseCollector: HTTPClientResponseDelegate {
    /// A part is larger than what is taken.
    struct TooLarge: Error {
        /// The part: `body` or `header section`.
        let part: String
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

    private let bodyLimit: Int
    private let headLimit: Int
    private let clock: RunClock
    private let progress = Mutex(Progress())

    /// A collector.
    ///
    /// - Parameters:
    ///   - bodyLimit: the largest body in bytes.
    ///   - headLimit: the largest header section, in bytes of all names and values.
    ///   - clock: the time.
    init(bodyLimit: Int, headLimit: Int, clock: RunClock) {
        self.bodyLimit = bodyLimit
        self.headLimit = headLimit
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
        let size = head.headers.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        guard size <= headLimit else {
            progress.withLock { $0.status = Int(head.status.code) }
            return tooLarge("header section", headLimit, on: task.eventLoop)
        }
        progress.withLock { progress in
            progress.status = Int(head.status.code)
            progress.headers = head.headers.map { HeaderField(name: $0.name.lowercased(), value: $0.value) }
        }
        let announced = head.headers.first(name: "content-length").flatMap(Int.init) ?? 0
        guard announced <= bodyLimit else { return tooLarge("body", bodyLimit, on: task.eventLoop) }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    /// Takes in a part of the body.
    func didReceiveBodyPart(
        task: HTTPClient.Task<IncomingResponse>,
        _ buffer: ByteBuffer
    ) -> EventLoopFuture<Void> {
        let isWithinLimit = progress.withLock { progress in
            guard progress.body.count + buffer.readableBytes <= bodyLimit else { return false }
            progress.body += buffer.readableBytesView
            return true
        }
        guard isWithinLimit else { return tooLarge("body", bodyLimit, on: task.eventLoop) }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    /// Hands out the response.
    func didFinishRequest(task: HTTPClient.Task<IncomingResponse>) -> IncomingResponse {
        let end = clock.elapsed()
        return progress.withLock { progress in
            progress.end = end
            return IncomingResponse(status: progress.status, headers: progress.headers, body: progress.body)
        }
    }

    private func tooLarge(_ part: String, _ limit: Int, on eventLoop: any EventLoop) -> EventLoopFuture<Void> {
        progress.withLock { $0.body = [] }
        return eventLoop.makeFailedFuture(TooLarge(part: part, limit: limit))
    }
}
