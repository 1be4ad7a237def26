/// How bad a change is for either side.
public struct Impact: Sendable, Hashable {
    /// How bad it is for who calls the endpoint.
    public var client: Severity
    /// How bad it is for who offers the endpoint.
    public var vendor: Severity

    /// An impact.
    ///
    /// - Parameters:
    ///   - client: how bad it is for who calls the endpoint.
    ///   - vendor: how bad it is for who offers the endpoint.
    init(client: Severity, vendor: Severity) {
        self.client = client
        self.vendor = vendor
    }

    /// How bad it is for one side.
    ///
    /// - Parameter audience: the side.
    public subscript(audience: Audience) -> Severity {
        switch audience {
        case .client: client
        case .vendor: vendor
        }
    }
}
