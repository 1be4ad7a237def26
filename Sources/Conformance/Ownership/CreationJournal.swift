public import Results

/// Where a run writes down what it is about to create, before it does, so that a later process can finish its cleanup.
public protocol CreationJournal: Sendable {
    /// Writes down creates that are about to be sent; they are not sent when this throws.
    ///
    /// - Parameter intents: the creates.
    /// - Returns: the entry of each, in the same order.
    /// - Throws: when they could not be written, or the file that they were written to is not there any more.
    func intend(_ intents: [CreationIntent]) throws -> [Int64]

    /// Writes down the id of what a create has made.
    ///
    /// - Parameters:
    ///   - entry: the entry.
    ///   - parameter: the parameter that takes such ids, such as `user_identity_id`.
    ///   - id: the id.
    /// - Throws: when it could not be written.
    func identify(_ entry: Int64, parameter: String, id: String) throws

    /// Takes out entries of which nothing is left in the endpoint.
    ///
    /// - Parameter entries: the entries.
    /// - Throws: when they could not be taken out.
    func settle(_ entries: [Int64]) throws
}
