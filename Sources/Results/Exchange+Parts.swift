/// A request as it went out, with its secrets replaced by `$NAME`.
public struct SentRequest: Sendable, Hashable {
    /// The method in upper case.
    public let method: String
    /// The absolute URL, query included.
    public let url: String
    /// The header fields, names in lower case, in the order they were sent.
    public let headers: [HeaderField]
    /// The body; nil when there was none.
    public let body: MessageBody?

    /// A request.
    ///
    /// - Parameters:
    ///   - method: `GET`, `POST`, …
    ///   - url: the absolute URL.
    ///   - headers: the header fields.
    ///   - body: the body, or nil.
    public init(method: String, url: String, headers: [HeaderField], body: MessageBody?) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// A response as it arrived.
public struct ReceivedResponse: Sendable, Hashable {
    /// The status code, 100 to 599.
    public let status: Int
    /// The header fields, names in lower case, in the order they came.
    public let headers: [HeaderField]
    /// The body; empty when there was none.
    public let body: MessageBody

    /// A response.
    ///
    /// - Parameters:
    ///   - status: the status code.
    ///   - headers: the header fields.
    ///   - body: the body.
    public init(status: Int, headers: [HeaderField], body: MessageBody) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The value of the first header field of that name; nil when there is none.
    ///
    /// - Parameter name: the name in lower case.
    /// - Returns: its value.
    public func header(_ name: String) -> String? {
        headers.first { $0.name == name }?.value
    }
}

/// One header field.
public struct HeaderField: Sendable, Hashable {
    /// The name, in lower case.
    public let name: String
    /// The value.
    public let value: String

    /// A header field.
    ///
    /// - Parameters:
    ///   - name: the name, in lower case.
    ///   - value: the value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// The body of a message, kept up to a limit.
public struct MessageBody: Sendable, Hashable {
    /// The text that was kept: UTF-8, what is not repaired with U+FFFD, redacted.
    public let text: String
    /// How many bytes the body had on the wire; larger than the text's when it was cut.
    public let byteCount: Int
    /// Whether the text is only the beginning.
    public let isTruncated: Bool

    /// A body.
    ///
    /// - Parameters:
    ///   - text: the text that is kept.
    ///   - byteCount: how many bytes it had on the wire.
    ///   - isTruncated: whether the text is only the beginning.
    public init(text: String, byteCount: Int, isTruncated: Bool = false) {
        self.text = text
        self.byteCount = byteCount
        self.isTruncated = isTruncated
    }
}

/// How an exchange failed to arrive.
public struct TransportFailure: Sendable, Hashable {
    /// The sorts of failure.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Nobody listens there, or the name does not resolve.
        case refused
        /// The connection broke before the response was whole.
        case dropped
        /// No whole response within the time limit.
        case timedOut
        /// The body or the header section is larger than what is read.
        case tooLarge
        /// The peer does not speak HTTP, or TLS failed.
        case notHTTP
        /// The run was stopped while the response was awaited.
        case cancelled
        /// Nothing was sent: the run was stopped, or no time was left.
        case notSent
    }

    /// The sort of failure.
    public let kind: Kind
    /// What happened, for a person; without secrets.
    public let message: String

    /// A failure.
    ///
    /// - Parameters:
    ///   - kind: the sort.
    ///   - message: what happened.
    public init(kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }
}

/// One transport retry: why the attempt before did not count.
public struct TransportRetry: Sendable, Hashable {
    /// `connection refused`, `connection reset`, `429`, `503`.
    public let reason: String
    /// How long was waited before the next attempt.
    public let delay: Duration

    /// A retry.
    ///
    /// - Parameters:
    ///   - reason: why.
    ///   - delay: how long was waited.
    public init(reason: String, delay: Duration) {
        self.reason = reason
        self.delay = delay
    }
}
