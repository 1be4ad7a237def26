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
    ///   - origin: where the request went, such as `http://127.0.0.1:9`.
    init(_ error: any Error, hasBegun: Bool, timeout: Duration, at origin: String) {
        let (kind, message) = Self.kind(of: error, hasBegun: hasBegun, timeout: timeout, at: origin)
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
        timeout: Duration,
        at origin: String
    ) -> (TransportFailure.Kind, String) {
        let dropped =
            hasBegun ? "the connection broke in the middle of the response" : "the connection broke before a response"
        if let message = tlsMessage(of: error, at: origin) {
            return hasBegun ? (.dropped, dropped) : (.notHTTP, message)
        }
        switch error {
        case let error as ResponseCollector.TooLarge:
            return (.tooLarge, "the \(error.part) is larger than the \(error.limit) bytes that are read at most")
        case let error as HTTPClientError:
            return kind(of: error, dropped: dropped, timeout: timeout, at: origin)
        case let error as NIOConnectionError:
            return (.refused, message(of: error, at: origin))
        case let error as IOError:
            return error.isRefusal
                ? (.refused, message(of: error, at: origin)) : (.dropped, "\(dropped): \(error.reason)")
        case HTTPParserError.invalidEOFState:
            return (.dropped, dropped)
        case let error as HTTPParserError:
            return kind(of: error, at: origin)
        case is ChannelError:
            return (.dropped, "\(dropped): \(error)")
        default:
            return (.notHTTP, "the connection can't be used: \(String(String(describing: error).prefix(300)))")
        }
    }

    /// The sort of failure when a response can't be read as HTTP.
    private static func kind(of error: HTTPParserError, at origin: String) -> (TransportFailure.Kind, String) {
        switch error {
        case .headerOverflow:
            (.tooLarge, "the response's header section is larger than what is read at most: 80 KiB a field, 256 fields")
        case .invalidHeaderToken:
            (.notHTTP, "a header of the response has a byte that HTTP forbids there (RFC 9110 §5.5)")
        case .invalidContentLength, .unexpectedContentLength:
            (.notHTTP, "the response's content-length is no number, or contradicts transfer-encoding (RFC 9112 §6.2)")
        case .invalidChunkSize:
            (.notHTTP, "the response's chunks have no readable sizes (RFC 9112 §7.1)")
        default:
            (.notHTTP, "\(origin) does not answer in HTTP" + hint(at: origin))
        }
    }

    /// The sort of failure that the HTTP client says itself.
    private static func kind(
        of error: HTTPClientError,
        dropped: String,
        timeout: Duration,
        at origin: String
    ) -> (TransportFailure.Kind, String) {
        switch error {
        case .cancelled: (.cancelled, "the run was interrupted")
        case .connectTimeout, .getConnectionFromPoolTimeout:
            (.refused, "no connection to \(origin) in time")
        case .deadlineExceeded, .readTimeout, .writeTimeout:
            (.timedOut, "no whole response within \(timeout.words)")
        case .tlsHandshakeTimeout:
            (.notHTTP, "the TLS handshake with \(origin) took too long (use http:// if it does not speak TLS)")
        case .remoteConnectionClosed, .uncleanShutdown: (.dropped, dropped)
        default: (.notHTTP, "the HTTP client gave up: \(error.description)")
        }
    }

    /// Why no address of the host took the connection.
    private static func message(of error: any Error, at origin: String) -> String {
        if let error = error as? NIOConnectionError {
            if let single = error.connectionErrors.first { return message(of: single.error, at: origin) }
            return "no connection to \(origin): the name of the host does not resolve"
        }
        guard let error = error as? IOError else { return "no connection to \(origin): \(error)" }
        if error.errnoCode == ECONNREFUSED { return "nobody listens at \(origin) (connection refused)" }
        return "no connection to \(origin): \(error.reason)"
    }

    /// What an error of the TLS library means; nil for another error.
    ///
    /// Told by their names, since the HTTP client hands out errors of whichever TLS library it was built with.
    private static func tlsMessage(of error: any Error, at origin: String) -> String? {
        if let inner = (error as? NIOConnectionError)?.connectionErrors.first {
            return tlsMessage(of: inner.error, at: origin)
        }
        guard String(reflecting: type(of: error)).contains("SSL") else { return nil }
        let text = String(describing: error)
        if text.contains("CERTIFICATE_VERIFY_FAILED") || text.contains("ToValidateCertificate") {
            return "the certificate of \(origin) is not trusted or not for this host"
        }
        if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") {
            return "\(origin) does not speak TLS (use http://)"
        }
        return "no TLS connection to \(origin) came about (use http:// if it does not speak TLS)"
    }

    /// What to try when an answer is not HTTP.
    private static func hint(at origin: String) -> String {
        origin.hasPrefix("http://") ? "; use https:// if it speaks TLS" : ""
    }
}

extension IOError {
    /// What the system says of it.
    fileprivate var reason: String { String(cString: strerror(errnoCode)).lowercased() }

    /// Whether nobody took the connection, in distinction from one that broke.
    fileprivate var isRefusal: Bool {
        [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL].contains(errnoCode)
    }
}
