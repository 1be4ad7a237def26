/// Why the server can't listen where it was asked to.
public struct ListenError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The address.
    public let host: String
    /// The port.
    public let port: Int
    /// Why not, as a lower-case fragment that says what to do.
    public let reason: String

    /// `can't listen on HOST:PORT: why`.
    public var description: String { "can't listen on \(host):\(port): \(reason)" }
}
