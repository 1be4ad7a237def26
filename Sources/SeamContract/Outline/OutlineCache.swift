import Synchronization

/// The outlines of a contract's operations, each read when it is first asked for and kept: a run asks for them when it reads
/// scenarios, plans and sums up.
final class OutlineCache: Sendable {
    private let outlines = Mutex<[String: Result<OperationOutline, ContractError>]>([:])

    /// The outline of an operation.
    ///
    /// - Parameters:
    ///   - path: the operation's path.
    ///   - read: reads the outline; called at most once for each path.
    /// - Returns: the outline.
    /// - Throws: what `read` throws, each time again.
    func outline(
        at path: String,
        reading read: () throws(ContractError) -> OperationOutline
    ) throws(ContractError) -> OperationOutline {
        let outline = outlines.withLock { outlines in
            if let known = outlines[path] { return known }
            let outline = Result(catching: read)
            outlines[path] = outline
            return outline
        }
        return try outline.get()
    }
}
