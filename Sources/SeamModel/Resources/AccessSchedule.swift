public import Timestamps

/// When an access-system user may enter (`access_schedule`).
public struct AccessSchedule: Sendable, Hashable {
    /// From when on.
    public let startsAt: Timestamp
    /// Until when; nil when there is no end.
    public let endsAt: Timestamp?

    /// A schedule as a caller asks for it.
    ///
    /// The start defaults to now; an end must lie in the future and after the start (OpenAPI document,
    /// `/acs/users/create`, `access_schedule`).
    /// - Parameters:
    ///   - startsAt: from when on; nil means now.
    ///   - endsAt: until when; nil means that there is no end.
    ///   - now: the time of the call.
    ///   - policy: what the workspace insists on.
    /// - Throws: `ModelError` when the end is not after the start or not in the future.
    init(startsAt: Timestamp?, endsAt: Timestamp?, now: Timestamp, _ policy: Policy) throws(ModelError) {
        self.startsAt = startsAt ?? now
        self.endsAt = endsAt
        guard policy.acceptsScheduleStartInPast || self.startsAt >= now else {
            throw .invalidInput("starts_at must not be in the past", at: ["access_schedule", "starts_at"])
        }
        guard let endsAt else { return }
        guard !Self.isOutOfOrder(self.startsAt, endsAt, policy) else {
            throw .invalidInput("ends_at must be after starts_at", at: ["access_schedule", "ends_at"])
        }
        guard endsAt > now || !policy.enforcesScheduleEndInFuture else {
            throw .invalidInput("ends_at must be in the future", at: ["access_schedule", "ends_at"])
        }
    }

    /// Whether a schedule ends too early for its start.
    private static func isOutOfOrder(_ startsAt: Timestamp, _ endsAt: Timestamp, _ policy: Policy) -> Bool {
        startsAt == endsAt ? policy.refusesSchedulesOfNoLength : startsAt > endsAt && policy.enforcesScheduleOrder
    }
}
