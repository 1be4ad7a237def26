import Foundation

extension Contract {
    /// The operation that the path of a request leads to; nil when there is none.
    ///
    /// A path without parameters goes before one that fits by them, and of those the one with the fewest (OpenAPI 3.1.1,
    /// section 4.8.8.1, "Path Templating Matching").
    /// - Parameter path: the path below the endpoint, as it was sent.
    /// - Returns: the operation.
    public func operation(at path: String) -> Operation? {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false).map { segment in
            segment.removingPercentEncoding ?? String(segment)
        }
        if let operation = self[segments.joined(separator: "/")] { return operation }
        return operations.lazy.filter { $0.path.contains("{") }
            .compactMap { operation in
                PathTemplate(operation.path).parameterCount(in: segments).map { (count: $0, operation: operation) }
            }
            .min { $0.count < $1.count }?.operation
    }
}
