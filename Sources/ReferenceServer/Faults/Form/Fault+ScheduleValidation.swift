import JSON
import SeamModel

extension Fault {
    /// Faults of schedules that no user may have, or may.
    static let scheduleValidation = [
        Fault(
            id: "accept-end-before-start",
            requirement: "AS-ORDER",
            summary: "A schedule may end before it starts.",
            effect: .policy(\.enforcesScheduleOrder)
        ),
        Fault(
            id: "accept-end-at-start",
            requirement: "AS-ORDER",
            summary: "A schedule may end when it starts.",
            effect: .policy(\.refusesSchedulesOfNoLength)
        ),
        Fault(
            id: "accept-end-in-past",
            requirement: "AS-PAST",
            summary: "A schedule may end in the past.",
            effect: .policy(\.enforcesScheduleEndInFuture)
        ),
        Fault(
            id: "refuse-start-in-past",
            requirement: "AS-START-PAST",
            summary: "A schedule may not start in the past.",
            effect: .policy(\.acceptsScheduleStartInPast)
        ),
        Fault(
            id: "accept-day-as-start",
            requirement: "AS-FORMAT",
            summary: "A schedule may start on a day.",
            effect: .misreads(
                .rewrite("access_schedule.starts_at", .suffixed("T00:00:00Z"), where: .count(10...10)),
                of: "acs.users.create"
            )
        ),
        Fault(
            id: "accept-start-without-zone",
            requirement: "AS-FORMAT",
            summary: "A start without a zone is taken for UTC.",
            effect: .misreads(
                .rewrite("access_schedule.starts_at", .suffixed("Z"), where: .count(19...19)),
                of: "acs.users.create"
            )
        ),
        Fault(
            id: "accept-end-without-zone",
            requirement: "AS-FORMAT",
            summary: "An end without a zone is taken for UTC.",
            effect: .misreads(
                .rewrite("access_schedule.ends_at", .suffixed("Z"), where: .count(19...19)),
                of: "acs.users.create"
            )
        ),
        Fault(
            id: "accept-seconds-as-end",
            requirement: "AS-FORMAT",
            summary: "A schedule may end at a number of seconds.",
            effect: .misreads(
                .replace("access_schedule.ends_at", "2099-03-01T10:40:00Z", where: .kind(.number)),
                of: "acs.users.create"
            )
        ),
        Fault(
            id: "empty-end-is-none",
            requirement: "AS-FORMAT",
            summary: "A schedule whose end is an empty text has none.",
            effect: .misreads(
                .replace("access_schedule.ends_at", .null, where: .empty),
                of: "acs.users.create"
            )
        ),
        Fault(
            id: "drop-start-in-words",
            requirement: "AS-FORMAT",
            summary: "A start in words is passed over.",
            effect: .misreads(
                .drop("access_schedule.starts_at", where: .count(1...9)),
                of: "acs.users.create"
            )
        ),
        Fault(
            id: "update-accepts-day-as-start",
            requirement: "AS-FORMAT",
            summary: "An update may let a schedule start on a day.",
            effect: .misreads(
                .rewrite("access_schedule.starts_at", .suffixed("T00:00:00Z"), where: .count(10...10)),
                of: "acs.users.update"
            )
        ),
        Fault(
            id: "update-accepts-seconds-as-start",
            requirement: "AS-FORMAT",
            summary: "An update may let a schedule start at a number of seconds.",
            effect: .misreads(
                .replace("access_schedule.starts_at", "2099-03-01T10:40:00Z", where: .kind(.number)),
                of: "acs.users.update"
            )
        ),
        Fault(
            id: "update-accepts-end-without-zone",
            requirement: "AS-FORMAT",
            summary: "An end without a zone is taken for UTC in an update.",
            effect: .misreads(
                .rewrite("access_schedule.ends_at", .suffixed("Z"), where: .count(19...19)),
                of: "acs.users.update"
            )
        ),
        Fault(
            id: "update-drops-schedule-in-words",
            requirement: "AS-FORMAT",
            summary: "An update passes over a schedule that ends in words.",
            effect: .misreads(
                .drop("access_schedule"),
                of: "acs.users.update",
                asked: ["access_schedule.ends_at": .equal("tomorrow")]
            )
        ),
        Fault(
            id: "empty-schedule-not-found",
            requirement: "AS-EMPTY",
            summary: "A schedule without bounds is answered 409.",
            effect: .refuses(
                ["access_schedule": .empty],
                of: "acs.users.create",
                status: 409,
                type: "schedule_conflict"
            )
        ),
    ]
}
