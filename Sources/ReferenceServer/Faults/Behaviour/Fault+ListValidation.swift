import JSON

extension Fault {
    /// Faults of parameters of lists that must be refused.
    static let listValidation = [
        Fault(
            id: "zero-limit-is-none",
            requirement: "LS-LIMIT-BAD",
            summary: "A limit of 0 means that there is none.",
            effect: .misreads(.drop("limit", where: .equal(0)), of: "*.list")
        ),
        Fault(
            id: "negative-limit-is-none",
            requirement: "LS-LIMIT-BAD",
            summary: "A negative limit means that there is none.",
            effect: .misreads(.drop("limit", where: .equal(-1)), of: "*.list")
        ),
        Fault(
            id: "limit-in-words-is-none",
            requirement: "LS-LIMIT-BAD",
            summary: "A limit that is no number is passed over.",
            effect: .misreads(.drop("limit", where: .kind(.string)), of: "*.list")
        ),
        Fault(
            id: "limit-rounded",
            requirement: "LS-LIMIT-BAD",
            summary: "A fraction is rounded to a limit.",
            effect: .misreads(.replace("limit", 2, where: .equal(1.5)), of: "*.list")
        ),
        Fault(
            id: "empty-search-passed-over",
            requirement: "LS-SEARCH-EMPTY",
            summary: "An empty search is passed over.",
            effect: .misreads(.drop("search", where: .empty), of: "*.list", by: "POST")
        ),
        Fault(
            id: "before-no-time-passed-over",
            requirement: "LS-BEFORE-BAD",
            summary: "A list passes over created_before when that is too short for a time.",
            effect: .misreads(.drop("created_before", where: .count(1...9)), of: "*.list")
        ),
        Fault(
            id: "before-nothing-passed-over",
            requirement: "LS-BEFORE-BAD",
            summary: "A list passes over an empty created_before.",
            effect: .misreads(.drop("created_before", where: .empty), of: "*.list")
        ),
        Fault(
            id: "before-day",
            requirement: "LS-BEFORE-BAD",
            summary: "created_before may be a day, which means its beginning.",
            effect: .misreads(.rewrite("created_before", .suffixed("T00:00:00Z"), where: .count(10...10)), of: "*.list")
        ),
        Fault(
            id: "before-day-in-query",
            requirement: "LS-BEFORE-BAD",
            summary: "created_before may be a day in the query.",
            effect: .misreads(
                .rewrite("created_before", .suffixed("T00:00:00Z"), where: .count(10...10)),
                of: "*.list",
                by: "GET"
            )
        ),
        Fault(
            id: "before-without-zone",
            requirement: "LS-BEFORE-BAD",
            summary: "created_before without a zone is taken for UTC.",
            effect: .misreads(.rewrite("created_before", .suffixed("Z"), where: .count(19...19)), of: "*.list")
        ),
        Fault(
            id: "before-seconds",
            requirement: "LS-BEFORE-BAD",
            summary: "created_before may be a number of seconds.",
            effect: .misreads(.replace("created_before", "2026-01-01T00:00:00Z", where: .kind(.number)), of: "*.list")
        ),
        Fault(
            id: "limit-in-query-none",
            requirement: "LS-LIMIT-BAD",
            summary: "A limit of 0, or below, means in the query that there is none.",
            effect: .misreads(
                .drop("limit", where: .equal(0)),
                .drop("limit", where: .equal(-1)),
                of: "*.list",
                by: "GET"
            )
        ),
    ]
}
