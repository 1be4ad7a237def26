import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore

extension ReferenceServer {
    /// Listens until the task is cancelled.
    ///
    /// - Parameters:
    ///   - host: the address to listen on; loopback unless told otherwise.
    ///   - port: the port; 0 takes any free one.
    ///   - connectionLimit: how many connections it has at once, give or take a few; others wait. Nil for as many as come.
    ///   - onReady: called once it listens, with where.
    /// - Throws: `ListenError` when it can't listen there.
    public func run(
        host: String = "127.0.0.1",
        port: Int = 0,
        connectionLimit: Int? = nil,
        onReady: @escaping @Sendable (ServerAddress) async -> Void
    ) async throws {
        let application = Application(
            responder: CallbackResponder { (request: Request, _: BasicRequestContext) in
                try await self.response(to: request)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: connectionLimit.map { MaximumAvailableConnections($0) }
            ),
            onServerRunning: { channel in
                await onReady(ServerAddress(host: host, port: channel.localAddress?.port ?? port))
            },
            logger: Logger(label: "reference-server") { _ in SwiftLogNoOpLogHandler() }
        )
        do {
            try await application.run()
        } catch let error as IOError {
            throw ListenError(host: host, port: port, reason: Self.reason(error))
        } catch is SocketAddressError.UnknownHost {
            throw ListenError(host: host, port: port, reason: "there is no such address here")
        }
    }

    /// Listens while a body runs, and stops when it ends, however it ends.
    ///
    /// - Parameters:
    ///   - host: the address to listen on.
    ///   - port: the port; 0 takes any free one.
    ///   - connectionLimit: how many connections it has at once, give or take a few; others wait. Nil for as many as come.
    ///   - body: what to do meanwhile, with where the server listens.
    /// - Returns: what the body returns.
    /// - Throws: what the body throws, or what the system says when the server can't listen there.
    public func withRunning<Result: Sendable>(
        host: String = "127.0.0.1",
        port: Int = 0,
        connectionLimit: Int? = nil,
        _ body: @Sendable @escaping (ServerAddress) async throws -> Result
    ) async throws -> Result {
        let (addresses, ready) = AsyncStream.makeStream(of: ServerAddress.self)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { ready.finish() }
                try await self.run(host: host, port: port, connectionLimit: connectionLimit) { ready.yield($0) }
            }
            guard let address = await addresses.first(where: { _ in true }) else {
                try await group.next()
                throw CancellationError()
            }
            defer { group.cancelAll() }
            return try await body(address)
        }
    }

    /// Why the system refuses to listen.
    private static func reason(_ error: IOError) -> String {
        switch error.errnoCode {
        case EADDRINUSE: "the port is in use (port 0 takes a free one)"
        case EACCES: "the permission for that port is missing"
        case EADDRNOTAVAIL: "there is no such address here"
        default: "error \(error.errnoCode) of the system"
        }
    }

    /// Answers a request from the network.
    private func response(to request: Request) async throws -> Response {
        var headers: [String: String] = [:]
        for field in request.headers { headers[field.name.rawName] = field.value }
        headers["host"] = request.head.authority ?? headers["host"]
        let answer = await serve(
            ServerRequest(
                method: request.method.rawValue,
                target: request.head.path ?? "/",
                headers: headers,
                body: try await Self.body(of: request)
            )
        )
        try await Task.sleep(for: answer.delay)
        return Response(answer)
    }

    /// The body of a request; one byte more than is allowed when there is too much of it.
    private static func body(of request: Request) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await part in request.body {
            bytes += part.readableBytesView
            if bytes.count > bodyLimit { return Array(bytes.prefix(bodyLimit + 1)) }
        }
        return bytes
    }
}

extension Response {
    /// The response as the network has it.
    fileprivate init(_ answer: ServerResponse) {
        var fields = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        let body = answer.body
        self.init(
            status: HTTPResponse.Status(code: answer.status),
            headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body))
        )
    }
}
