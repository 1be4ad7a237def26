import JSON
import Results
import Timestamps

extension ColumnJSON {
    /// `[[shard, began, verdict, reason, requirements, untested, witnesses, ended], …]`, instants in nanoseconds; the verdict and
    /// all behind it are left out for a shard that did not come to its end.
    static func text(_ shares: [ResponseShare]) -> String {
        JSONValue.array(
            shares.map { share in
                let head: [JSONValue] = [number(share.shard), number(Int(share.startedAt.nanoseconds))]
                guard let result = share.result else { return .array(head) }
                return .array(
                    head + [
                        .string(result.verdict.rawValue), .string(result.reason.storable),
                        .string(text(result.requirements)), .string(text(result.untested)),
                        .string(text(result.witnesses)), number(Int(result.finishedAt.nanoseconds)),
                    ]
                )
            }
        ).serialized()
    }

    /// The shares that ``text(_:)-(_)`` wrote; nil when the text is something else.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - caseID: the id of the case.
    /// - Returns: the shares.
    static func shares(_ text: String, ofCase caseID: String) -> [ResponseShare]? {
        items(text) { item in
            guard let parts = item.arrayValue, parts.count == 2 || parts.count == 8,
                let shard = parts[0].numberValue?.intValue, let began = parts[1].numberValue?.intValue
            else { return nil }
            let start = Timestamp(nanoseconds: Int64(began))
            guard parts.count == 8 else { return ResponseShare(shard: shard, startedAt: start, result: nil) }
            guard let verdict = parts[2].stringValue.flatMap(Verdict.init(rawValue:)),
                let reason = parts[3].stringValue,
                let requirements = parts[4].stringValue.flatMap(self.requirements),
                let untested = parts[5].stringValue.flatMap(strings),
                let witnesses = parts[6].stringValue.flatMap(strings), let ended = parts[7].numberValue?.intValue
            else { return nil }
            let result = CaseResult(
                id: caseID,
                verdict: verdict,
                reason: reason,
                requirements: requirements,
                untested: untested,
                witnesses: witnesses,
                duration: .zero,
                finishedAt: Timestamp(nanoseconds: Int64(ended))
            )
            return ResponseShare(shard: shard, startedAt: start, result: result)
        }
    }

    private static func number(_ value: Int) -> JSONValue { .number(JSONNumber(value)) }
}
