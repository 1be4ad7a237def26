/// Where a server listens.
public struct ServerAddress: Sendable, Hashable, CustomStringConvertible {
    /// The host, as it was given.
    public let host: String
    /// The port.
    public let port: Int

    /// An address.
    ///
    /// - Parameters:
    ///   - host: the host.
    ///   - port: the port.
    public init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// The URL of the API there, such as `http://127.0.0.1:3020`.
    public var url: String {
        "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
    }

    /// The URL.
    public var description: String { url }
}
