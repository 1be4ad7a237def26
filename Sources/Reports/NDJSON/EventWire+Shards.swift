import JSON
import Results
import SeamContract

extension RunShards {
    /// The member `shards` of `started`.
    var wire: JSONValue {
        [
            "set": .string(set), "count": .number(JSONNumber(count)), "plan": .string(plan),
            "caseCount": .number(JSONNumber(caseCount)), "parts": .array(parts.map(\.wire)),
        ]
    }
}

extension RunShards.Part {
    fileprivate var wire: JSONValue {
        var object = JSONObject([
            "number": .number(JSONNumber(number)), "run": .string(run), "startedAt": startedAt.wire,
            "endpoint": .string(endpoint), "seed": .string(String(seed)), "caseCount": .number(JSONNumber(caseCount)),
            "replaced": .array(replaced.map { .string($0) }),
        ])
        if let ending {
            object["ending"] = [
                "reason": .string(ending.reason.rawValue), "message": .string(ending.message),
                "finishedAt": ending.finishedAt.wire,
            ]
        }
        return .object(object)
    }
}

extension WireReader {
    /// The shards of a run, from the member `shards` of `started`.
    ///
    /// - Returns: the shards.
    /// - Throws: `EventWireError` when a member is missing or something else.
    func shards() throws(EventWireError) -> RunShards {
        RunShards(
            set: try string("set"),
            count: try member("count", "how many shards there are, 1 to \(StableHash.partLimit)") { value in
                value.numberValue?.intValue.flatMap { (1...StableHash.partLimit).contains($0) ? $0 : nil }
            },
            plan: try string("plan"),
            caseCount: try count("caseCount"),
            parts: try items("parts") { reader throws(EventWireError) in try reader.part() }
        )
    }

    private func part() throws(EventWireError) -> RunShards.Part {
        RunShards.Part(
            number: try integer("number"),
            run: try string("run"),
            startedAt: try instant("startedAt"),
            endpoint: try string("endpoint"),
            seed: try hash("seed"),
            caseCount: try count("caseCount"),
            ending: has("ending") ? try object("ending").ending() : nil,
            replaced: try strings("replaced")
        )
    }
}
