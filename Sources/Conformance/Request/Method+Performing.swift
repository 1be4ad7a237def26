import SeamContract

extension Contract.Method {
    /// Whether a request with this method asks an operation to do its work, and so is answered as the contract says.
    ///
    /// HEAD and OPTIONS ask about the resource instead, and are answered without a body.
    ///
    /// Source: RFC 9110 §9.3.2, §9.3.7.
    var performsOperations: Bool { self != .head && self != .options }
}
