import Timestamps

/// Before when nothing of a run can have been created, by the endpoint's own clock.
///
/// The `Date` field of the first response says what time it is there (RFC 9110 §6.6.1), less ``tolerance``: the field has whole
/// seconds, and the machine that stamps resources may be another. Without the field our own clock counts, with
/// ``blindTolerance``.
enum RunBeginning {
    /// How much earlier than the endpoint's own time something may say that it was created.
    static let tolerance = Duration.seconds(5)
    /// The same where the endpoint does not say what time it is.
    static let blindTolerance = Duration.seconds(300)

    /// Before when nothing can have been created.
    ///
    /// - Parameters:
    ///   - response: the first response.
    ///   - now: our own time.
    /// - Returns: the instant.
    static func instant(showing response: IncomingResponse, now: Timestamp) -> Timestamp {
        if let date = response.header("date").flatMap({ Timestamp(httpDate: $0, now: now) }) { return date - tolerance }
        return now - blindTolerance
    }
}
