import JSON
public import SeamContract

/// The operations of a contract as a list: one line or one JSON object each, sorted by path.
public struct OperationListing: Sendable {
    private let operations: [OperationHead]

    /// The listing of these operations.
    ///
    /// - Parameter operations: the operations, in their order.
    public init(_ operations: [OperationHead]) {
        self.operations = operations
    }

    /// One line for each operation.
    ///
    /// - Parameter width: how many characters a line may have.
    /// - Returns: the lines.
    public func text(width: Int = 100) -> String {
        let rows = operations.map { operation in
            [
                operation.path.visible, operation.methods.map(\.rawValue).joined(separator: ", "),
                [operation.summary ?? operation.text?.firstSentence, operation.isDeprecated ? "(deprecated)" : nil]
                    .compactMap(\.self).joined(separator: " ").visible,
            ]
        }
        let columns = TextColumns(for: rows, indent: 0, limits: [60, 16], width: width)
        return rows.map(columns.text).joined()
    }

    /// An array with one object for each operation.
    public var json: String {
        JSONValue.array(operations.map { .object(OperationPage.summary($0)) }).serialized(.pretty) + "\n"
    }
}
