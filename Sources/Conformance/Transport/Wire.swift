import Results

/// What carries a request to the endpoint and its response back, once.
protocol Wire: Sendable {
    /// Sends a request once.
    ///
    /// - Parameters:
    ///   - request: the request.
    ///   - timeout: how long it may take, the last byte of the body included.
    ///   - isShielded: whether it goes on when the task is cancelled, as clean-up must.
    /// - Returns: what came of it.
    /// - Throws: what is wrong with the request itself, such as a header that can't be sent; then nothing was sent.
    func attempt(_ request: OutgoingRequest, within timeout: Duration, isShielded: Bool) async throws -> Attempt

    /// Gives back what it holds.
    func close() async
}

/// What came of a request that was sent once.
struct Attempt: Sendable {
    /// The response, or how none arrived.
    let result: Result<IncomingResponse, DeliveryFailure>
    /// When it was over, on the clock's `elapsed`.
    let end: Duration
}
