import JSON

extension Fault {
    /// Faults of how access schedules come back.
    static let scheduleForms = [
        Fault(
            id: "schedule-for-everybody",
            requirement: "AS-NONE",
            summary: "An access-system user without a schedule shows one that begins with its creation.",
            effect: .body(
                .complete(
                    "acs_user",
                    with: ["access_schedule": ["starts_at": "2026-01-01T00:00:00.000Z", "ends_at": .null]]
                ),
                of: "acs.users.create"
            )
        ),
        Fault(
            id: "schedule-to-the-day",
            requirement: "AS-ECHO",
            summary: "The end of a schedule is the beginning of its day.",
            effect: .body(
                .rewrite("acs_user.access_schedule.ends_at", .first(10)),
                .rewrite("acs_user.access_schedule.ends_at", .suffixed("T00:00:00.000Z"))
            )
        ),
        Fault(
            id: "schedule-in-whole-seconds",
            requirement: "AS-ECHO",
            summary: "The bounds of a schedule lose their milliseconds.",
            effect: .body(
                .rewrite("acs_user.access_schedule.starts_at", .first(19)),
                .rewrite("acs_user.access_schedule.starts_at", .suffixed("Z")),
                of: "acs.users.create"
            )
        ),
        Fault(
            id: "schedule-in-local-time",
            requirement: "AS-ECHO",
            summary: "The start of a schedule is a local time that is called UTC when it is read.",
            effect: .body(
                .rewrite("acs_user.access_schedule.starts_at", .moved(.seconds(3600))),
                of: "acs.users.get"
            )
        ),
        Fault(
            id: "start-with-the-epoch",
            requirement: "AS-START-DEFAULT",
            summary: "A schedule without a start begins in 1970.",
            effect: .misreads(
                .set("access_schedule.starts_at", "1970-01-01T00:00:00Z"),
                of: "acs.users.create",
                asked: ["access_schedule.starts_at": .absent, "access_schedule.ends_at": .present]
            )
        ),
        Fault(
            id: "start-needed",
            requirement: "AS-START-DEFAULT",
            summary: "A schedule without a start is refused.",
            effect: .refuses(
                ["access_schedule.starts_at": .absent, "access_schedule.ends_at": .kind(.string)],
                of: "acs.users.create"
            )
        ),
        Fault(
            id: "open-end-in-years",
            requirement: "AS-END-OPEN",
            summary: "A schedule without an end ends in 2099.",
            effect: .misreads(
                .set("access_schedule.ends_at", "2099-12-31T00:00:00Z"),
                of: "acs.users.create",
                asked: ["access_schedule.starts_at": .present, "access_schedule.ends_at": .absent]
            )
        ),
        Fault(
            id: "refuse-null-end",
            requirement: "AS-END-NULL",
            summary: "A schedule that ends with null is refused.",
            effect: .refuses(["access_schedule.ends_at": .null], of: "acs.users.create")
        ),
        Fault(
            id: "null-end-is-distant",
            requirement: "AS-END-NULL",
            summary: "A schedule that ends with null ends in 2099.",
            effect: .misreads(
                .replace("access_schedule.ends_at", "2099-12-31T00:00:00Z", where: .null),
                of: "acs.users.create"
            )
        ),
        Fault(
            id: "refuse-offset",
            requirement: "AS-OFFSET",
            summary: "A bound with an offset is refused.",
            effect: .refuses(["access_schedule.starts_at": .ends("+02:00")], of: "acs.users.create")
        ),
        Fault(
            id: "offset-ignored",
            requirement: "AS-OFFSET",
            summary: "The offset of a bound is not heeded.",
            effect: .misreads(
                .rewrite("access_schedule.starts_at", .first(19)),
                .rewrite("access_schedule.starts_at", .suffixed("Z")),
                of: "acs.users.create",
                asked: ["access_schedule.starts_at": .ends("+02:00")]
            )
        ),
        Fault(
            id: "update-keeps-schedule",
            requirement: "AS-UPD",
            summary: "An update of an access-system user does not change the schedule.",
            effect: .misreads(.drop("access_schedule", where: .kind(.object)), of: "acs.users.update")
        ),
        Fault(
            id: "update-refuses-schedule",
            requirement: "AS-UPD",
            summary: "An update of an access-system user refuses a schedule.",
            effect: .refuses(["access_schedule": .kind(.object)], of: "acs.users.update")
        ),
        Fault(
            id: "update-keeps-schedule-in-spite-of-null",
            requirement: "AS-UPD-NULL",
            summary: "An update of the schedule to null keeps it.",
            effect: .misreads(.drop("access_schedule", where: .null), of: "acs.users.update")
        ),
        Fault(
            id: "update-refuses-null-schedule",
            requirement: "AS-UPD-NULL",
            summary: "An update of the schedule to null is refused.",
            effect: .refuses(["access_schedule": .null], of: "acs.users.update")
        ),
    ]
}
