import JSON

extension ContractCoverage {
    /// `totals` (by sort, `exercised` and `documented`) and `operations`, each with `calls` and of each sort what was
    /// `exercised` and what is `missing`.
    var json: JSONValue {
        let called = rows.filter { $0.callCount > 0 }.count
        var totals = JSONObject()
        totals["operations"] = Self.total(called, of: rows.count)
        for (key, share) in Self.keys {
            let exercised = rows.reduce(0) { $0 + share($1).exercised.count }
            totals[key] = Self.total(exercised, of: rows.reduce(0) { $0 + share($1).count })
        }
        return ["totals": .object(totals), "operations": .array(rows.map { .object(Self.object($0)) })]
    }

    private static let keys: [(key: String, share: @Sendable (Row) -> Share)] = [
        ("methods", \.methods), ("statuses", \.statuses), ("parameters", \.parameters), ("fields", \.fields),
    ]

    private static func total(_ part: Int, of whole: Int) -> JSONValue {
        ["exercised": .number(JSONNumber(part)), "documented": .number(JSONNumber(whole))]
    }

    private static func object(_ row: Row) -> JSONObject {
        var object: JSONObject = ["path": .string(row.operation), "calls": .number(JSONNumber(row.callCount))]
        for (key, share) in keys {
            object[key] = [
                "exercised": .array(share(row).exercised.map { .string($0) }),
                "missing": .array(share(row).missing.map { .string($0) }),
            ]
        }
        object["undocumented_statuses"] = .array(row.otherStatuses.map { .number(JSONNumber($0)) })
        return object
    }
}
