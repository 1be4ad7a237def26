import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import Results

/// How a request failed to be answered, and whether it can have had an effect.
struct DeliveryFailure: Error, Sendable, Equatable {
    /// What is told of it.
    let failure: TransportFailure
    /// Whether the response had begun to arrive.
    let hasBegun: Bool

    /// A failure.
    ///
    /// - Parameters:
    ///   - failure: what is told of it.
    ///   - hasBegun: whether the response had begun to arrive.
    init(_ failure: TransportFailure, hasBegun: Bool = false) {
        self.failure = failure
        self.hasBegun = hasBegun
    }

    /// The failure that an error of the HTTP client stands for.
    ///
    /// - Parameters:
    ///   - error: the error.
    ///   - hasBegun: whether the response had begun to arrive.
    ///   - timeout: how long the exchange was allowed to take.
    init(_ error: any Error, hasBegun: Bool, timeout: Duration) {
        let (kind, message) = Self.kind(of: error, hasBegun: hasBegun, timeout: timeout)
        self.init(TransportFailure(kind: kind, message: message), hasBegun: hasBegun)
    }

    /// The failure as it is told after earlier attempts: a time-out says what came before it.
    ///
    /// - Parameter retries: why the earlier attempts did not count.
    /// - Returns: the failure to tell.
    func told(after retries: [TransportRetry]) -> DeliveryFailure {
        guard failure.kind == .timedOut, !retries.isEmpty else { return self }
        let reasons = retries.map(\.reason).joined(separator: ", ")
        let message = "\(failure.message) (before that: \(reasons))"
        return DeliveryFailure(TransportFailure(kind: failure.kind, message: message), hasBegun: hasBegun)
    }

    /// The sort of failure, and a sentence about it.
    private static func kind(
        of error: any Error,
        hasBegun: Bool,
        timeout: Duration
    ) -> (TransportFailure.Kind, String) {
        let dropped =
            hasBegun ? "the connection broke in the middle of the response" : "the connection broke before a response"
        switch error {
        case let error as ResponseCollector.TooLarge:
            return (.tooLarge, "the body is larger than the \(error.limit) bytes that are read at most")
        case let error as HTTPClientError:
            return kind(of: error, dropped: dropped, timeout: timeout)
        case is NIOConnectionError:
            return (.refused, "no connection: \(reason(of: error))")
        case let error as IOError:
            return error.isRefusal ? (.refused, "no connection: \(error)") : (.dropped, "\(dropped): \(error)")
        case HTTPParserError.invalidEOFState:
            return (.dropped, dropped)
        case let error as HTTPParserError:
            return (.notHTTP, "the answer is not HTTP: \(error)")
        case is ChannelError:
            return (.dropped, "\(dropped): \(error)")
        default:
            return (.notHTTP, "the connection can't be used: \(String(String(describing: error).prefix(300)))")
        }
    }

    /// The sort of failure that the HTTP client says itself.
    private static func kind(
        of error: HTTPClientError,
        dropped: String,
        timeout: Duration
    ) -> (TransportFailure.Kind, String) {
        switch error {
        case .cancelled: (.cancelled, "the run was interrupted")
        case .connectTimeout, .getConnectionFromPoolTimeout: (.refused, "no connection in time")
        case .deadlineExceeded, .readTimeout, .writeTimeout:
            (.timedOut, "no whole response within \(timeout)")
        case .tlsHandshakeTimeout: (.notHTTP, "the TLS handshake took too long")
        case .remoteConnectionClosed, .uncleanShutdown: (.dropped, dropped)
        default: (.notHTTP, "the HTTP client gave up: \(error.description)")
        }
    }

    /// Why no address of the host took the connection.
    private static func reason(of error: any Error) -> String {
        guard let error = error as? NIOConnectionError else { return "\(error)" }
        if let single = error.connectionErrors.first { return "\(single.error)" }
        let lookup = error.dnsAError ?? error.dnsAAAAError
        return lookup.map { "the name does not resolve (\($0))" } ?? "\(error)"
    }
}

extension IOError {
    /// Whether nobody took the connection, in distinction from one that broke.
    fileprivate var isRefusal: Bool {
        [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL].contains(errnoCode)
    }
}
